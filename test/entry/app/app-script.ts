/** The App's own main, with its environment as JSON on the command line. */
Object.assign(process.env, JSON.parse(process.argv[2] ?? "{}"));
await import("../../../src/entry/app/main.ts");
