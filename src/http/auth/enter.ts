import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { cookieName, cookieOptions, endedCookie, nameDevice } from "../middleware/session.ts";
import { chooseKeys } from "../middleware/single-keys.ts";
import { chooseLanguage, cookieValue } from "../middleware/language.ts";
import { isLocale } from "../view/locale.ts";

export const deviceCookie = "touchstone-device";
const halfAYear = 180 * 24 * 3_600_000;

/** Begins a session under a new id: one that somebody planted before signing in is worth nothing afterwards. */
export async function enter(req: Request, res: Response, { services, config }: Deps, person: string): Promise<void> {
  await settled((answer) => req.session.regenerate(answer));
  req.session.person = person;
  const ended = cookieName(endedCookie, config);
  if (cookieValue(req, ended) !== undefined) res.clearCookie(ended, cookieOptions(config));
  req.session.passwordAt = services.accounts.now();
  req.session.device = nameDevice(req.get("user-agent"));
  const locale = (await services.accounts.identities.find(person))?.locale;
  if (isLocale(locale)) chooseLanguage(res, locale, config);
  if (!(await services.accounts.identities.singleKeys(person))) chooseKeys(res, false, config);
  const name = cookieName(deviceCookie, config);
  const known = cookieValue(req, name);
  if (known !== undefined && (await services.accounts.devices.knows(known, person))) return;
  res.cookie(name, await services.accounts.devices.remember(person), { ...cookieOptions(config), maxAge: halfAYear });
}

/** Past the page that tells what others did to the account, where there is something to tell. */
export function wayIn({ views }: Deps["services"], person: string, to: string): string {
  const untold = views.people.of(person)?.untold ?? [];
  return untold.length === 0 ? to : `/account/notice?${new URLSearchParams({ next: to }).toString()}`;
}

/**
 * Ends the session of this browser. The known-device cookie stays, for it opens nothing; nor does an ended session,
 * whose id stays too, so that a form which is still open in another tab is kept for the person who typed it.
 */
export async function leave(req: Request, res: Response, { config }: Deps): Promise<void> {
  const [name, ended] = [cookieName("touchstone", config), cookieValue(req, cookieName("touchstone", config))];
  await settled((answer) => req.session.destroy(answer));
  if (ended !== undefined) res.cookie(cookieName(endedCookie, config), ended, cookieOptions(config));
  res.clearCookie(name, cookieOptions(config));
}

function settled(work: (answer: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error("The session could not be changed"));
    });
  });
}
