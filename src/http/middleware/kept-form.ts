import type { Request, Response } from "express";
import multer from "multer";
import { againField } from "./ask-again.ts";
import { unsign } from "./signed-cookie.ts";
import type { Deps } from "../deps.ts";
import { typedFrom } from "../forms/typed.ts";
import { cookieName, endedCookie } from "./session.ts";
import { cookieValue } from "./language.ts";

/**
 * Keeps what was typed into a form that was not taken (its session had ended, or too much came at once), for the person whose
 * session it was; null for strangers, so that nobody can fill the database from outside. Files are not kept: they have to be chosen again.
 */
export async function keepForm(req: Request, res: Response, { services, config }: Deps): Promise<string | null> {
  const person = await whose(req, services, config);
  if (person === null) return null;
  if (req.is("multipart/form-data") === "multipart/form-data") {
    if (Number(req.get("content-length") ?? 0) > mostRead) return null;
    await readFieldsOnly(req, res);
  }
  const { [againField]: _, ...typed } = typedFrom(req.body);
  // A button alone has nothing to keep: shown again, it would be nothing but pressed.
  if (Object.keys(typed).every((name) => name === "commandId" || name === "version")) return null;
  if (Object.keys(typed).some((name) => name.toLowerCase().includes("password"))) return null;
  return services.accounts.keptForms.keep(person, { path: req.originalUrl, body: typed });
}

/** The person of the session that ended or is too busy, or of the one that was signed out of in another tab. */
async function whose(
  req: Request,
  { accounts: { sessions } }: Deps["services"],
  config: Deps["config"],
): Promise<string | null> {
  for (const name of ["touchstone", endedCookie]) {
    const session = unsign(cookieValue(req, cookieName(name, config)) ?? "");
    const owner = session === null ? null : await sessions.owner(session);
    if (owner !== null) return owner;
  }
  return null;
}

/** Of a larger upload not even the fields are read: that alone would be the work that is refused. */
const mostRead = 64 * 1024 * 1024;

/** The fields of a form with files, its files left out. */
export async function readFieldsOnly(req: Request, res: Response): Promise<void> {
  const read = multer({
    limits: { fields: 500, fieldSize: 256 * 1024 },
    fileFilter: (_req, _file, take) => take(null, false),
  }).any();
  await new Promise<void>((resolve) => {
    read(req, res, () => resolve());
  });
}
