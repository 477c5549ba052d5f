import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { pinoHttp } from "pino-http";
import type { Logger } from "pino";

type Logged = IncomingMessage & { readonly id: string; readonly originalUrl?: string };

/** One line a request: method, path, status, time and a reference. No query, header, address or name. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    serializers: {
      req: ({ id, method, originalUrl, url }: Logged) => ({ id, method, path: pathForLog(originalUrl ?? url ?? "") }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    customLogLevel: (_req, res, error) => (error !== undefined || res.statusCode >= 500 ? "error" : "info"),
    autoLogging: { ignore: (req) => req.url === "/healthz" || (req.url ?? "").startsWith("/assets/") },
  });
}

/** Tokens of links are secrets until they are used. */
function pathForLog(address: string): string {
  const path = address.split("?")[0] ?? "";
  return path.replace(/^\/(set-up|link|resume)\/.*$/, "/$1/…");
}

/** What the log knows this request by; error pages show it. */
export function referenceOf({ id }: Pick<IncomingMessage, "id">): string {
  return typeof id === "string" ? id : "";
}
