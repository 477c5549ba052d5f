import { once } from "node:events";
import { flushCompileCache } from "node:module";
import { serveCommand } from "../../../src/cli/serve.ts";
import { readConfig } from "../../../src/config.ts";

/** `touchstone serve` whose modules are loaded already: it opens the ledger when the parent says so. */
// A process that is killed keeps nothing of what it compiled: it is kept before, for those that come after it.
flushCompileCache();
await once(process, "message");
process.once("disconnect", () => process.exit(1));
const told = (line: string): void => void process.stderr.write(`${line}\n`);
await serveCommand([], { out: told, err: told, timeZone: "UTC" }, readConfig());
