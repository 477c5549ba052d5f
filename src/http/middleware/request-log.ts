import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import type { Visitor } from "../visitor.ts";

declare module "node:http" {
  interface IncomingMessage {
    /** What the log knows the request by. */
    id: string;
  }
}

/**
 * One line a request: who (a person's id, never a name), from which address, method, path, status, time and a reference.
 * No query, header or content. The address is personal data: it stands in the log alone, for as long as that is kept; of
 * people outside, who have no account, not even there.
 * One object is written when the answer has gone out or its reader has: nothing is made for lines that nobody writes.
 */
export function requestLog(log: Logger, { trustedProxies }: Pick<Config, "trustedProxies">): RequestHandler {
  // Made of ids, numbers and a path here: there is nothing to look through for names.
  const logger = log.child({}, { redact: [] });
  return (req, res, next) => {
    req.id = (trustedProxies > 0 ? idOf(req) : null) ?? randomUUID();
    res.setHeader("X-Request-Id", req.id);
    if (req.url === "/healthz" || req.url.startsWith("/assets/")) {
      next();
      return;
    }
    const began = Date.now();
    // Asked now: a connection that has gone no longer tells it.
    const address = req.ip ?? null;
    let written = false;
    const write = (error?: unknown): void => {
      if (written) return;
      written = true;
      writeLine(logger, req, res, { ms: Date.now() - began, address, error });
    };
    res.on("finish", () => write());
    res.on("close", () => write());
    res.on("error", write);
    next();
  };
}

/** As nginx, HAProxy, Envoy and others make them; anything else could forge a line of the log or of a page. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** What the proxy in front calls this request, so that its log and ours can be laid side by side. */
function idOf({ headers }: IncomingMessage): string | null {
  const given = headers["x-request-id"];
  return typeof given === "string" && wellFormed.test(given) ? given : null;
}

function writeLine(
  logger: Logger,
  req: IncomingMessage,
  res: ServerResponse,
  { ms, address, error }: { readonly ms: number; readonly address: string | null; readonly error: unknown },
): void {
  const outside = outsideOf(res);
  const line = {
    reqId: req.id,
    req: {
      id: req.id,
      method: req.method,
      path: outside ?? pathForLog((req as Partial<Request>).originalUrl ?? req.url ?? ""),
    },
    res: { status: res.headersSent ? res.statusCode : null },
    responseTime: ms,
    person: personOf(req, res),
    address: outside === null ? address : null,
  };
  if (error !== undefined) logger.error({ ...line, err: error }, "request errored");
  else if (res.statusCode >= 500) logger.error(line, "request errored");
  else logger.info(line, res.writableEnded ? "request completed" : "request aborted");
}

/** The pattern of an address for people outside, whose parts may be codes; null for any other. */
function outsideOf(res: ServerResponse): string | null {
  const pattern: unknown = (res as Partial<Response>).locals?.["outside"];
  return typeof pattern === "string" ? pattern : null;
}

/** Who was signed in when the request came, else whoever signed in by it or whose token it carried. */
function personOf(req: IncomingMessage, res: ServerResponse): string | null {
  const { locals } = res as Partial<Response>;
  const visitor = locals?.["visitor"] as Visitor | undefined;
  const caller: unknown = locals?.["caller"];
  const session = (req as Partial<Request>).session?.person;
  return visitor?.person?.id ?? session ?? (typeof caller === "string" ? caller : null);
}

const secretPath = /^\/(set-up|link|resume|unsubscribe|calendar)\/.*$/;

/** Tokens of links are secrets until they are used. */
function pathForLog(address: string): string {
  const path = address.split("?")[0] ?? "";
  return path.replace(secretPath, "/$1/…");
}

/** Whether an address holds such a token. */
export const hasSecret = (address: string): boolean => secretPath.test(address);

/** What the log knows this request by; error pages show it. */
export function referenceOf({ id }: Pick<IncomingMessage, "id">): string {
  return typeof id === "string" ? id : "";
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** The same as a URI, for the `instance` of a problem document. */
export function referenceUri(req: Pick<IncomingMessage, "id">): string {
  const id = referenceOf(req);
  return isUuid(id) ? `urn:uuid:${id}` : `/requests/${id}`;
}
