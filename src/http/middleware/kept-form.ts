import type { Request, Response } from "express";
import multer from "multer";
import { z } from "zod";
import { authorOf } from "../forms/author.ts";
import { readForm } from "../forms/form.ts";
import { hasTyping, keepTyping } from "../forms/keep.ts";
import { againField } from "./ask-again.ts";
import { unsign } from "./signed-cookie.ts";
import type { Deps } from "../deps.ts";
import { isTooLong, typedFrom } from "../forms/typed.ts";
import { cookieName, endedCookie } from "./session.ts";
import { cookieValue } from "./language.ts";

/**
 * Keeps what was typed into a form that was not taken (its session had ended, or too much came at once) among the drafts
 * of the person whose page it was, whatever became of the cookie; null for strangers, so that nobody can fill the
 * database from outside. Files are not kept: they have to be chosen again. Answers the draft's id.
 */
export async function keepForm(req: Request, res: Response, deps: Deps): Promise<string | null> {
  const { services } = deps;
  if (req.is("multipart/form-data") === "multipart/form-data") {
    const length = Number(req.get("content-length") ?? Number.NaN);
    if (!(length <= mostRead)) return null;
    await readFieldsOnly(req, res);
  }
  const { [againField]: _, ...typed } = typedFrom(req.body);
  const person = authorOf(services.accounts, typed) ?? (await sessionsPerson(req, deps));
  // A button alone has nothing to keep: shown again, it would be nothing but pressed.
  if (person === null || !hasTyping(typed)) return null;
  if (Object.keys(typed).some((name) => name.toLowerCase().includes("password"))) return null;
  if ((await services.accounts.identities.find(person)) === null) return null;
  const { commandId, version } = readForm(z.looseObject({}), typed);
  return keepTyping(services.drafts, person, req.path, { typed, commandId, version }, { held: true });
}

/** The person of the session that ended or is too busy, or of the one that was signed out of in another tab. */
async function sessionsPerson(req: Request, { services: { accounts }, config }: Deps): Promise<string | null> {
  for (const name of ["touchstone", endedCookie]) {
    const session = unsign(cookieValue(req, cookieName(name, config)) ?? "");
    const owner = session === null ? null : await accounts.sessions.owner(session);
    if (owner !== null) return owner;
  }
  return null;
}

/** Of a larger upload, or one that does not say, not even the fields are read: that alone would be the work that is refused. */
const mostRead = 64 * 1024 * 1024;

/** The fields of a form with files, its files left out; none of one that holds more than a form without files may. */
export async function readFieldsOnly(req: Request, res: Response): Promise<void> {
  const read = multer({
    limits: { fields: 500, fieldSize: 256 * 1024 },
    fileFilter: (_req, _file, take) => take(null, false),
  }).any();
  await new Promise<void>((resolve) => {
    read(req, res, () => resolve());
  });
  if (isTooLong(req.body)) req.body = {};
}
