import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import { pinoHttp } from "pino-http";
import type { Logger } from "pino";
import type { Visitor } from "../visitor.ts";

type Logged = IncomingMessage & { readonly id: string; readonly originalUrl?: string };

/**
 * One line a request: who (a person's id, never a name), from which address, method, path, status, time and a reference.
 * No query, header or content. The address is personal data: it stands in the log alone, for as long as that is kept.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    serializers: {
      req: ({ id, method, originalUrl, url }: Logged) => ({ id, method, path: pathForLog(originalUrl ?? url ?? "") }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    // Not as customProps, which are written when the request comes and once more when it is answered.
    customSuccessObject: (req, res, line: object) => ({ ...line, ...whoAsked(req, res) }),
    customErrorObject: (req, res, _error, line: object) => ({ ...line, ...whoAsked(req, res) }),
    customLogLevel: (_req, res, error) => (error !== undefined || res.statusCode >= 500 ? "error" : "info"),
    autoLogging: { ignore: (req) => req.url === "/healthz" || (req.url ?? "").startsWith("/assets/") },
  });
}

const whoAsked = (req: IncomingMessage, res: ServerResponse) => ({
  person: personOf(req, res),
  address: (req as Partial<Request>).ip ?? null,
});

/** Who was signed in when the request came, else whoever signed in by it or whose token it carried. */
function personOf(req: IncomingMessage, res: ServerResponse): string | null {
  const { locals } = res as Partial<Response>;
  const visitor = locals?.["visitor"] as Visitor | undefined;
  const caller: unknown = locals?.["caller"];
  const session = (req as Partial<Request>).session?.person;
  return visitor?.person?.id ?? session ?? (typeof caller === "string" ? caller : null);
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
