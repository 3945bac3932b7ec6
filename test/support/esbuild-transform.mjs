import { transformSync } from "esbuild";

/** Turns one TypeScript file into the ES module that jest runs. */
export default {
  process(source, sourcefile) {
    const { code } = transformSync(source, {
      loader: "ts",
      format: "esm",
      target: "node20.19",
      sourcemap: "inline",
      sourcesContent: false,
      sourcefile,
    });
    return { code };
  },
};
