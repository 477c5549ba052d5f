import { keepCompiledCode } from "./compile-cache.ts";
import { refuseOldNode } from "./node-version.ts";

// Before anything else is imported: better-sqlite3 crashes an old Node without a word.
refuseOldNode();
keepCompiledCode();
const { runCommand } = await import("./cli/dispatch.ts");
process.exitCode = await runCommand(process.argv.slice(2));
