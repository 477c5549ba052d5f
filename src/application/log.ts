import pino from "pino";
import type { Logger } from "pino";
import type { Config } from "../config.ts";

/** Lines of requests wait for each other so long, ms: one write for each would be a tenth of a page's work. */
const waits = 50;

/** pino's number of the level from which on a line is out at once. */
const warning = 40;

/** Lines of JSON on stderr, so that stdout stays for answers. Ids only: names, addresses and texts never get here. */
export function createLog({ logLevel }: Pick<Config, "logLevel">): Logger {
  const lines = errorOutput();
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["*.email", "*.name", "*.password", "*.text", "*.cookie", "*.authorization"], censor: "•••" },
      hooks: {
        logMethod(line, write, level) {
          write.apply(this, line);
          // What somebody has to act on is out before anything else can go wrong.
          if (level >= warning) lines.flushSync();
        },
      },
    },
    lines,
  );
}

let opened: ReturnType<typeof pino.destination> | null = null;

/** One for the process, written out when it ends. */
function errorOutput(): ReturnType<typeof pino.destination> {
  if (opened !== null) return opened;
  const lines = pino.destination({ dest: 2, sync: true, minLength: 8 * 1024, periodicFlush: waits });
  process.once("exit", () => lines.flushSync());
  return (opened = lines);
}
