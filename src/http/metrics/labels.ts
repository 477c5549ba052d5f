import type { Request } from "express";

/** Of a request that no address of ours answered: whatever stands in it, it is one line. */
const unmatched = "unmatched";

/**
 * The template of the address that answered ("/technologies/:slug"), so that no name, id or token becomes a label, and
 * there are no more labels than addresses.
 */
export function routeOf({ route, baseUrl, path }: Pick<Request, "route" | "baseUrl" | "path">): string {
  const template: unknown = (route as { readonly path?: unknown } | undefined)?.path;
  if (typeof template === "string") return `${baseUrl}${template}`;
  return path.startsWith("/assets/") ? "/assets" : unmatched;
}

export const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;
