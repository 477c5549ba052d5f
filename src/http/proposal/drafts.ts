import type { Request, Response } from "express";
import { z } from "zod";
import type { Services } from "../../application/services.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { Typed } from "../forms/typed.ts";
import type { Form } from "../forms/form.ts";
import { done } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { personOf } from "../visitor.ts";

const kind = "proposal";

export const dropDraftSchema = z.object({});

/**
 * Keeps what was typed, finished or not, for its writer alone. The command id stays in the draft, so that a double
 * click on "save" makes one draft and not two.
 */
export async function saveDraft({ drafts }: Services, person: string, typed: Typed): Promise<string> {
  const fields = without(typed, "intent", "version");
  const { draft: id, commandId } = typed;
  const name = typed["name"];
  const draft = { kind, subject: "", title: typeof name === "string" ? name.slice(0, 120).trim() : "", fields };
  return drafts.save(person, draft, {
    ...(typeof id === "string" && { id }),
    ...(typeof commandId === "string" && { commandId }),
  });
}

/** The fields of one's own draft; 404 for anybody else's. */
export async function openDraft({ drafts }: Services, person: string, id: string): Promise<Typed> {
  const { fields } = (await drafts.find(person, id)) ?? notFound();
  return { ...without(fields, "commandId"), draft: id };
}

/** The same typed fields without some. */
export function without(typed: Typed, ...names: readonly string[]): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name)));
}

export type DraftModel = {
  readonly title: string;
  readonly href: string;
  readonly saved: string;
  readonly action: string;
};

export async function draftModels(
  { drafts }: Services,
  { t, format }: Language,
  person: string,
): Promise<readonly DraftModel[]> {
  return (await drafts.of(person, kind)).map(({ id, title, savedAt }) => ({
    title: title === "" ? t("proposal:draft.untitled") : title,
    href: `/technologies/new?draft=${id}`,
    saved: t("proposal:draft.savedAt", { at: format.dateTime(savedAt) }),
    action: `/drafts/${id}/deletion`,
  }));
}

export function draftPages({ services }: Deps) {
  return {
    async drop(req: Request, res: Response, form: Form<z.output<typeof dropDraftSchema>>): Promise<void> {
      if (!form.valid) {
        done(res, "/technologies/new");
        return;
      }
      if (!(await services.drafts.drop(personOf(res).id, pathValue(req, "draft")))) notFound();
      done(res, "/technologies/new", "proposal:draft.dropped");
    },
  };
}
