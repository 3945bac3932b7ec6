// Properties are tried with the same cases in every run of the gate; KEYSTEPS_SEED names others.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.KEYSTEPS_SEED ?? 8) });
