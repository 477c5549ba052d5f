import type { Request } from "express";
import { notFound } from "../faults.ts";
import { pathValue } from "../request-values.ts";

/** The position that an address names. @throws Fault 404 where it names none */
export function positionIn(req: Request): number {
  const text = pathValue(req, "position");
  return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : notFound();
}
