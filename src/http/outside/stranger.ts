import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { referenceOf } from "../middleware/request-log.ts";
import { isLocale, negotiateLocale } from "../view/locale.ts";
import type { Locale } from "../view/locale.ts";
import type { Views } from "../view/engine.ts";
import type { Language } from "../view/languages.ts";

/** Somebody without an account, of whom nothing is known but the language of the page; whoever is signed in counts as one. */
export type Stranger = {
  readonly views: Views;
  readonly language: Language;
  /** An address of ours outside, in the language of this page: it can be passed on, and needs no cookie. */
  readonly to: (path: string) => string;
  /** The address of this page in another language. */
  readonly inLanguage: (locale: Locale) => string;
  /** The body that runs the house, as configured. */
  readonly body: string | null;
  /** Whether there are public pages to lead to. */
  readonly hasPages: boolean;
  readonly demonstration: boolean;
  /** Reference of this request in the log. */
  readonly reference: string;
};

/** The language that the address names, else the one that the browser asks for. */
function localeOutside(req: Request): Locale {
  const asked = req.query["lang"];
  return isLocale(asked) ? asked : negotiateLocale(req.get("accept-language"));
}

export function strangerFor({ templates, config, services }: Deps, req: Request): Stranger {
  const language = templates.languages.of(localeOutside(req));
  return {
    views: templates,
    language,
    to: (path) => withLanguage(path, language.locale),
    inLanguage: (locale) => withLanguage(req.method === "POST" ? req.path : req.originalUrl, locale),
    body: config.bodyName,
    hasPages: services.views.outside.isOpen("pages"),
    demonstration: config.demo,
    reference: referenceOf(req),
  };
}

function withLanguage(address: string, locale: Locale): string {
  const [path = "", fragment] = address.split("#");
  const [bare = "", query] = path.split("?");
  const asked = new URLSearchParams(query);
  asked.set("lang", locale);
  return `${bare}?${asked.toString()}${fragment === undefined ? "" : `#${fragment}`}`;
}

export const strangerOf = (res: Response): Stranger => res.locals["stranger"] as Stranger;

export function setStranger(res: Response, stranger: Stranger): void {
  res.locals["stranger"] = stranger;
}
