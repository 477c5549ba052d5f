import type { Request } from "express";
import type { Config } from "../config.ts";

/** Where people reach the product: as configured, else as this request saw it, which a proxy in front may not be. */
export function originOf(req: Request, { origin }: Pick<Config, "origin">): string {
  return origin ?? `${req.protocol}://${req.get("host") ?? ""}`;
}
