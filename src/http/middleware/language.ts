import type { Request, Response } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Form } from "../forms/form.ts";
import { isLocale, negotiateLocale } from "../view/locale.ts";
import type { Locale } from "../view/locale.ts";
import { cookieOptions } from "./session.ts";

const cookie = "language";
const aYear = 365 * 24 * 3_600_000;

/** The query for this page, else the cookie of the switch, else what the browser asks for. */
export function localeOf(req: Request): Locale {
  const asked = req.query["lang"];
  if (isLocale(asked)) return asked;
  const chosen = cookieValue(req, cookie);
  return isLocale(chosen) ? chosen : negotiateLocale(req.get("accept-language"));
}

export const languageSchema = z.object({ to: z.string().optional(), back: z.string().optional() });

/** `POST /language`: the switch in the frame of every page; the page it stood on is shown again. */
export function switchLanguage(config: Config) {
  return (_req: Request, res: Response, { typed: { to, back } }: Form<unknown>): void => {
    if (isLocale(to)) chooseLanguage(res, to, config);
    res.redirect(303, localPath(back));
  };
}

export function chooseLanguage(res: Response, locale: Locale, config: Config): void {
  res.cookie(cookie, locale, { ...cookieOptions(config), maxAge: aYear });
}

/** A path of ours to go on to; anything that could lead elsewhere is the start page. */
export function localPath(path: unknown): string {
  const ours = typeof path === "string" && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes("\\");
  return ours ? path : "/";
}

export function cookieValue(req: Request, name: string): string | undefined {
  const pair = (req.get("cookie") ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? undefined : decode(pair.slice(name.length + 1));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
