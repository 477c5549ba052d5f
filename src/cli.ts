import { keepCompiledCode } from "./compile-cache.ts";
import { refuseOldNode } from "./node-version.ts";
import { resolveOwnFiles } from "./resolve-own.ts";

// Before anything else is imported: better-sqlite3 crashes an old Node without a word.
refuseOldNode();
keepCompiledCode();
resolveOwnFiles();
const { runCommand } = await import("./cli/dispatch.ts");
process.exitCode = await runCommand(process.argv.slice(2));
