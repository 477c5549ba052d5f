import type { Request, Response } from "express";
import type { Config } from "../../config.ts";
import { cookieValue } from "./language.ts";
import { cookieOptions } from "./session.ts";

const cookie = "keys";
const aYear = 365 * 24 * 3_600_000;

/** Whether this browser's pages listen to single keys; until somebody says otherwise they do. */
export const listensToKeys = (req: Request): boolean => cookieValue(req, cookie) !== "off";

export function chooseKeys(res: Response, on: boolean, config: Config): void {
  res.cookie(cookie, on ? "on" : "off", { ...cookieOptions(config), maxAge: aYear });
}
