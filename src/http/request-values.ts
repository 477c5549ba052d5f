import type { Request } from "express";

/** A value of the path, `/technologies/:slug`; Express has checked that it is there. */
export function pathValue(req: Request, name: string): string {
  const value: unknown = req.params[name];
  if (typeof value !== "string") throw new Error(`The route has no :${name}`);
  return value;
}

/** One value of the query; lists, empty and missing values are undefined. */
export function queryValue(req: Request, name: string): string | undefined {
  const value: unknown = req.query[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Every value of a name that may come more than once. */
export function queryValues(req: Request, name: string): readonly string[] {
  const given: unknown = req.query[name];
  const values: readonly unknown[] = Array.isArray(given) ? given : [given];
  return values.filter((value) => typeof value === "string");
}
