import express from "express";
import type { Request, RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";
import type { Options } from "express-rate-limit";
import type { Links } from "../../authority/links.ts";
import { Fault } from "../faults.ts";
import { mostTyped } from "../forms/typed.ts";

const longestAddress = 4096;

/** Addresses no link of ours has. */
export const addressLength: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > longestAddress) throw new Fault(414, "address too long");
  next();
};

const parsers = [
  express.urlencoded({ extended: false, limit: mostTyped, parameterLimit: 2000 }),
  express.json({ limit: mostTyped, strict: true }),
];

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Forms and JSON up to a size no honest page of ours reaches; files have their own way (forms/upload.ts). What reads is
 * not asked for a body.
 */
export const bodies: RequestHandler = (req, res, next) => {
  if (reading.has(req.method)) next();
  else parse(req, res, next);
};

const written = new Set(["POST", "PUT", "PATCH"]);

const parse = express.Router().use(...parsers, (req, _res, next) => {
  const type = req.is(["application/x-www-form-urlencoded", "multipart/form-data", "application/json"]);
  // `null` is a request without a body, `false` one of another kind.
  if (written.has(req.method) && type === false) throw new Fault(415, "content type");
  next();
});

/** Requests a minute from one address: of programs, of what is tried out, and of links that do not exist; and with one token. */
export const mostPerMinute = { programs: 240, trials: 120, missedLinks: 60, token: 120 } as const;

/** A brake for what costs computing. Per address and minute. */
export function brake(of: keyof typeof mostPerMinute): RequestHandler {
  return limit(of);
}

/**
 * A brake for pages behind a one-time link, per address and minute: it counts links that do not exist, and whoever holds
 * one that does is never held up by others at the same address.
 */
export function missesBrake(links: Pick<Links, "find">): RequestHandler {
  return limit("missedLinks", { skip: async (req) => (await links.find(String(req.params["token"]))) !== null });
}

/**
 * Of one token, wherever its requests come from: whoever shares an address with others has a share of their own.
 *
 * @returns rejects with a Fault 429
 */
export function tokenBrake(): (req: Request, res: Response, token: string) => Promise<void> {
  const keys = new WeakMap<Request, string>();
  const braked = limit("token", { keyGenerator: (req) => keys.get(req) ?? "", identifier: "token" });
  return (req, res, token) => {
    keys.set(req, token);
    return new Promise((resolve, reject) => {
      void braked(req, res, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error("The brake failed", { cause: error }));
      });
    });
  };
}

function limit(of: keyof typeof mostPerMinute, options: Partial<Options> = {}): RequestHandler {
  return rateLimit({
    ...options,
    windowMs: 60_000,
    limit: mostPerMinute[of],
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: () => {
      throw new Fault(429, "too many requests");
    },
  });
}
