import type { RequestHandler } from "express";
import type { Clock } from "../application/clock.ts";

const halfAYear = 182 * 86_400_000;

/** RFC 9116: whom somebody tells who found a weakness. It is true as long as it is served, and asks to be read again. */
export function securityText(contact: string, clock: Clock): RequestHandler {
  return (_req, res) => {
    const expires = new Date(Date.parse(clock.now()) + halfAYear).toISOString();
    const lines = [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: en, zh"];
    res.type("text/plain").send(`${lines.join("\n")}\n`);
  };
}
