import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import { publicRecord, textsOfField } from "../../domain/safeguards/public-record.ts";
import type { PublicRecord, RecordField } from "../../domain/safeguards/public-record.ts";
import { recordSections } from "../../domain/safeguards/record-fields.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { Words } from "../private-words.ts";
import { departmentName } from "../say/department.ts";
import { answerWords } from "../stated/answer-text.ts";
import { fieldName, valuesShown } from "../stated/record-shown.ts";
import type { FactModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { PublicView } from "./told.ts";

/** The record of the algorithm as it may be told: of accepted statements that somebody let be published, and nothing of the proposal's own words. */
export function toldRecord({ state, publication }: PublicView, policy: Policy, today: Day): readonly RecordField[] {
  const record: PublicRecord = publicRecord(state, policy, today, (key) => safeguardKind(key) ?? notFound());
  const released = publication.publicStatement?.record ?? [];
  const sources = record.sources.filter(({ accepted }) => accepted !== null && released.includes(accepted.of));
  return record.fields.filter(
    ({ from, gap, values }) => gap === null && values.length > 0 && sources.some(({ kind }) => kind === from),
  );
}

export const textsOfRecord = (fields: readonly RecordField[]): readonly string[] => fields.flatMap(textsOfField);

type Section = { readonly title: string; readonly facts: readonly FactModel[] };

export function recordModel(
  { services }: Deps,
  language: Language,
  { state }: PublicView,
  fields: readonly RecordField[],
  words: Words,
): readonly Section[] {
  const { views } = services;
  const around = {
    ...answerWords(services, new Map()),
    // Of a technology of which nothing is told, not even the name is.
    technologies: (slug: string) => views.publications.bySlug(slug)?.name ?? language.t("publication:otherTechnology"),
  };
  const sponsorsOffice = departmentName(language, views.departments.all(), state.proposal.department);
  const page = { language, words, around, sponsorsOffice };
  return recordSections.flatMap((section): Section[] => {
    const facts = fields
      .filter((field) => field.section === section)
      .map((field) => ({
        term: fieldName(language, field),
        value: html`${valuesShown(page, field).map(
          ({ label, value }) =>
            html`<span class="ts-text">${label === null ? "" : html`<b>${label}</b> `}${value}</span><br />`,
        )}`,
      }));
    return facts.length === 0 ? [] : [{ title: language.t(`safeguards:record.section.${section}`), facts }];
  });
}
