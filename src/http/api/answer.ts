import { createHash } from "node:crypto";
import type { Request } from "express";
import type { Call } from "./caller.ts";
import { ApiProblem } from "./problem.ts";
import type { Matching, Reply } from "./route.ts";

/** Where every address of the API begins. */
export const base = "/api/v1";

/**
 * Sends what a handler says: with where the next page is, and a tag by which it can be asked for again or changed on condition
 * that it is still the same.
 */
export function sendReply({ req, res }: Pick<Call, "req" | "res">, reply: Reply<unknown>): void {
  const { status = 200, body, location, next, version } = reply;
  const text = JSON.stringify(body);
  res.set("Cache-Control", "private, no-cache");
  res.vary("Authorization, Accept-Language");
  res.set("ETag", tagOf(text, version));
  if (location !== undefined) res.location(base + location);
  if (next !== undefined && next !== null) res.set("Link", `<${pageAfter(req, next)}>; rel="next"`);
  res.status(status);
  // Only what was read can be unchanged.
  if (req.method === "GET" && status === 200 && isKnown(req)) res.status(304).end();
  else res.type("application/json").send(text);

  function isKnown({ headers }: Request): boolean {
    return tagsIn(headers["if-none-match"]).some((tag) => tag === "*" || strong(tag) === res.get("ETag"));
  }
}

/** "v17-…": the version of the record, so that a tag of anything about a technology says as of when it was read. */
function tagOf(text: string, version: number | undefined): string {
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  return `"${version === undefined ? "" : `v${version}-`}${digest}"`;
}

/**
 * The version of the record on which a write was made up; undefined where it was not said and need not be.
 *
 * @throws ApiProblem precondition-required, or precondition-failed for a tag that is of no record
 */
export function versionMatched(
  { req }: Pick<Call, "req">,
  matching: Matching,
  current: number,
): { readonly expectedVersion?: number } {
  const given = req.get("if-match");
  if (matching === "never") return {};
  if (given === undefined) {
    if (matching === "must") throw new ApiProblem("precondition-required");
    return {};
  }
  const tags = tagsIn(given);
  if (tags.includes("*")) return {};
  // Weak tags never match here (RFC 9110, 13.1.1).
  const versions = tags.flatMap((tag) => /^"v(\d{1,15})-/.exec(tag)?.[1] ?? []).map(Number);
  const [first] = versions;
  if (first === undefined) throw new ApiProblem("precondition-failed");
  return { expectedVersion: versions.includes(current) ? current : first };
}

const tagsIn = (header: string | undefined): readonly string[] => header?.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];

/** A proxy that compresses makes a tag weak; for reading they are compared as if they were not. */
const strong = (tag: string): string => tag.replace(/^W\//, "");

function pageAfter(req: Request, next: string): string {
  const [path = "", query = ""] = req.originalUrl.split("?");
  const asked = new URLSearchParams(query);
  asked.set("after", next);
  return `${path}?${asked.toString()}`;
}
