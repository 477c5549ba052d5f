import type { Request } from "express";

/** A browser that shows what comes, in contrast to a page's script or a program that reads it. */
export function isNavigation(req: Request): boolean {
  const [mode, accept] = [req.get("sec-fetch-mode"), req.get("accept") ?? ""];
  return req.method === "POST" && accept.startsWith("text/html") && (mode === undefined || mode === "navigate");
}
