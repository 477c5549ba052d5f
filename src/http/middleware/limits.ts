import express from "express";
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { Fault } from "../faults.ts";

const longestAddress = 4096;

/** Addresses no link of ours has. */
export const addressLength: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > longestAddress) throw new Fault(414, "address too long");
  next();
};

/** Forms and JSON up to a size no honest page of ours reaches; files have their own way (forms/upload.ts). */
export const bodies: RequestHandler[] = [
  express.urlencoded({ extended: false, limit: "512kb", parameterLimit: 2000 }),
  express.json({ limit: "512kb", strict: true }),
  (req, _res, next) => {
    const written = req.method === "POST" || req.method === "PUT" || req.method === "PATCH";
    const type = req.is(["application/x-www-form-urlencoded", "multipart/form-data", "application/json"]);
    // `null` is a request without a body, `false` one of another kind.
    if (written && type === false) throw new Fault(415, "content type");
    next();
  },
];

/** A brake for the pages that look at secrets, beside the finer one on sign-in. Per address and minute. */
export function brake(mostPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: mostPerMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: () => {
      throw new Fault(429, "too many requests");
    },
  });
}
