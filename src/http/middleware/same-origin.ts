import type { Request, RequestHandler } from "express";
import { Fault } from "../faults.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Every write must come from our own pages. Browsers say where a request comes from, in Sec-Fetch-Site or Origin, and a
 * page cannot forge either; a write that says neither is refused, so that nothing depends on how old a browser is.
 *
 * @param origin where people reach the product; null: whatever host they used.
 */
export function sameOrigin(origin: string | null): RequestHandler {
  return (req, _res, next) => {
    if (reading.has(req.method) || isOurs(req, origin)) next();
    else throw new Fault(403, "cross-origin write");
  };
}

export function isOurs(req: Request, origin: string | null): boolean {
  const site = req.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const from = req.get("origin");
  if (from === undefined) return site === "same-origin";
  return from === (origin ?? `${req.protocol}://${req.get("host") ?? ""}`);
}
