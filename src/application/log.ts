import pino from "pino";
import type { Logger } from "pino";
import type { Config } from "../config.ts";

/** Lines of JSON on stderr, so that stdout stays for answers. Ids only: names, addresses and texts never get here. */
export function createLog({ logLevel }: Pick<Config, "logLevel">): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["*.email", "*.name", "*.password", "*.text", "*.cookie", "*.authorization"], censor: "•••" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
