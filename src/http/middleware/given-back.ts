import express from "express";
import type { Request, RequestHandler, Response } from "express";
import { typedFrom } from "../forms/typed.ts";
import type { Typed } from "../forms/typed.ts";
import { readFieldsOnly } from "./kept-form.ts";
import { isOurs } from "./same-origin.ts";

/** What somebody typed into a form that the machine could not take: shown again, and ready to be sent once more. */
export type GivenBack = {
  /** The words, without the fields that forms carry for themselves. */
  readonly texts: readonly string[];
  /** The same form again, with its command id, so that it is recorded once; null where it cannot be sent like this. */
  readonly again: { readonly action: string; readonly hidden: readonly Field[] } | null;
  /** Files came with it, which have to be chosen again. */
  readonly files: boolean;
};

type Field = { readonly name: string; readonly value: string };

const ownFields = new Set(["commandId", "version", "staged"]);
const bodies: RequestHandler = express.urlencoded({ extended: false, limit: "512kb", parameterLimit: 2000 });

/** Nothing for a request that is no form, for passwords, and for what another site sent: its words are not the person's. */
export async function givenBack(req: Request, res: Response, origin: string | null): Promise<GivenBack | null> {
  if (req.method !== "POST" || !isOurs(req, origin)) return null;
  const files = req.is("multipart/form-data") !== false;
  if (req.body === undefined && !req.readableEnded) await (files ? readFieldsOnly(req, res) : readBody(req, res));
  const typed = typedFrom(req.body);
  if (Object.keys(typed).length === 0 || Object.keys(typed).some((name) => /password|again/i.test(name))) return null;
  return {
    texts: textsIn(typed),
    again: files ? null : { action: req.originalUrl, hidden: fieldsOf(typed) },
    files,
  };
}

function readBody(req: Request, res: Response): Promise<void> {
  return new Promise((resolve) => {
    void bodies(req, res, () => resolve());
  });
}

const fieldsOf = (typed: Typed): Field[] =>
  Object.entries(typed).flatMap(([name, value]) => [value].flat().map((text) => ({ name, value: text })));

/** Words of a person, and no choice, number or id: those stand in the form that can be sent again. */
const textsIn = (typed: Typed): string[] =>
  fieldsOf(typed)
    .filter(({ name, value }) => !ownFields.has(name) && /[\s\p{Script=Han}]/u.test(value.trim()))
    .map(({ value }) => value.trim());
