import { setImmediate } from "node:timers/promises";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Deps } from "../deps.ts";
import { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { moreModel } from "./more-than-floors.ts";
import type { FormAround } from "./part.ts";
import { partsOf } from "./parts.ts";

/** The sections with their some seven hundred boxes, and the list of contents above them. */
export type WrittenForm = { readonly contents: Html; readonly sections: Html };

/** Written a section a turn of the event loop, so that others are served between them. @param draft what it says of its numbers is about this */
export async function writtenForm(
  { templates }: Pick<Deps, "templates">,
  around: FormAround,
  draft: Policy,
): Promise<WrittenForm> {
  const { language } = around;
  const [contents, sections]: [string[], string[]] = [[], []];
  const written = (name: string, model: object): string => templates.part(name, language.locale, model).text;
  for (const make of partsOf(around)) {
    const part = make();
    contents.push(written("pages/policy/contents", part));
    sections.push(written("pages/policy/part", { ...part, more: moreOf(part.criterion, draft, language) }));
    await setImmediate();
  }
  return { contents: new Html(contents.join("")), sections: new Html(sections.join("")) };
}

/** The same for a form into which nothing was typed, kept by all that it is made of. */
export async function keptForm(
  { fragments }: Pick<Deps, "fragments">,
  { policy, language }: FormAround,
  write: () => Promise<WrittenForm>,
): Promise<WrittenForm> {
  let written: Promise<WrittenForm> | null = null;
  const fragment = (name: keyof WrittenForm): Promise<Html> =>
    fragments.ready(`policy form ${name} ${policy.version} ${language.locale}`, async () => {
      written ??= write();
      return (await written)[name];
    });
  return { contents: await fragment("contents"), sections: await fragment("sections") };
}

function moreOf(at: number | undefined, draft: Policy, language: Language) {
  const criterion = at === undefined ? undefined : draft.criteria[at];
  return criterion === undefined ? null : moreModel(language, draft, criterion);
}
