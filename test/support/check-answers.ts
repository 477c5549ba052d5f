import { join, resolve } from "node:path";
import ts from "typescript";
import { textsForFailures } from "./failure-is-no-text.ts";

/** Part of `npm run check:lint`: what no rule of the linters says, because it asks what functions answer. */
const root = resolve(import.meta.dirname, "../..");
const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
  config: unknown;
};
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const own = [join(root, "src/"), join(root, "db/")];
const isOurs = (file: string): boolean => own.some((folder) => file.startsWith(folder));
const faults = textsForFailures(ts.createProgram(fileNames.filter(isOurs), options), isOurs);
for (const fault of faults) process.stderr.write(`  ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
