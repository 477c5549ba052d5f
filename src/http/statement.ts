import type { Request } from "express";
import { z } from "zod";
import type { RawTechnologyCommand } from "../application/raw-command.ts";
import type { Services } from "../application/services.ts";
import type { Role } from "../domain/people/roles.ts";
import { requiredText } from "./forms/fields.ts";
import { technologyForm } from "./technology-form.ts";
import type { FormPage } from "./technology-form.ts";

export const statementSchema = z.object({ text: requiredText(4000) });

/** An act that is nothing but its reason: hold, resume, withdraw, retire. One page asks for it and says what follows. */
export type Statement = {
  /** Texts `title lead label hint button done` stand under this key: "rollout:hold". */
  readonly texts: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly command: (words: { readonly text: string }, req: Request) => RawTechnologyCommand;
  /** Route of the form behind /technologies/:slug/; the page to return to. */
  readonly path: string;
  readonly back: string;
};

export const statementPages = (
  services: Services,
  { texts, roles, command, back }: Statement,
): FormPage<typeof statementSchema> =>
  technologyForm(services, {
    schema: statementSchema,
    roles,
    action: (_, req) => req.path,
    command: ({ text }, _, req) => command({ text }, req),
    done: () => ({ to: back, key: `${texts}.done` }),
    show: ({ row, language: { t }, at }, fields) => ({
      view: "pages/statement/statement",
      head: { title: t(`${texts}.title`, { name: row.name }), lead: t(`${texts}.lead`) },
      model: {
        text: fields.textarea("text", { label: t(`${texts}.label`), hint: t(`${texts}.hint`), rows: 6 }),
        button: t(`${texts}.button`),
        back: { text: t("common:back"), href: at(back) },
      },
    }),
  });
