import type { RequestHandler } from "express";
import type { Logger } from "pino";

const forwarded = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded"];

export type Proxies = {
  readonly watch: RequestHandler;
  /** True once a request came through a proxy that nobody configured. */
  readonly unexpected: () => boolean;
};

/**
 * Behind a proxy that is not configured everybody has the proxy's address, in the log and where attempts are counted.
 * It is said once in the log, however often it is seen, and on the health page.
 */
export function watchProxies(trusted: number, log: Logger): Proxies {
  let seen = false;
  return {
    unexpected: () => seen,
    watch: (req, _res, next) => {
      if (trusted === 0 && !seen && forwarded.some((name) => req.headers[name] !== undefined)) {
        seen = true;
        log.warn(
          { event: "proxy-not-configured" },
          "a request says that it came through a proxy; if one stands in front, set TOUCHSTONE_TRUSTED_PROXIES",
        );
      }
      next();
    },
  };
}
