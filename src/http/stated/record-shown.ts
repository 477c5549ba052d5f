import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import { textsOfField } from "../../domain/safeguards/public-record.ts";
import type { PublicRecord, RecordField, RecordSource, RecordValue } from "../../domain/safeguards/public-record.ts";
import { asText } from "../../domain/safeguards/answers.ts";
import { departmentName } from "../say/department.ts";
import { textInFile } from "../say/text.ts";
import { notFound } from "../faults.ts";
import type { Words } from "../private-words.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { answerText } from "./answer-text.ts";
import type { AnswerWords } from "./answer-text.ts";
import { kindName, questionLabel } from "./words.ts";

/** A draft of a public record, with the words it is said with. */
export type RecordPage = TechnologyPage & RecordWords & { readonly record: PublicRecord };

/** What the values of a record are said with. */
export type RecordWords = {
  readonly language: TechnologyPage["language"];
  readonly words: Words;
  readonly around: AnswerWords;
  /** The department of whoever stands behind it. */
  readonly sponsorsOffice: string;
};

/** One value in words; `text` is the digest of the private text it is. */
export type ValueShown = {
  readonly label: string | null;
  readonly value: string;
  readonly text: string | null;
  readonly withheld: boolean;
};

/** Every value of a field; where there are several parts, each with the question that it answers. */
export const valuesShown = (page: RecordWords, field: RecordField): readonly ValueShown[] =>
  field.values.map((value) => {
    const digest = textsOfField({ ...field, values: [value] })[0] ?? null;
    return {
      label: field.values.length > 1 ? partLabel(page, field, value) : null,
      value: digest === null ? valueText(page, field, value) : textInFile(page.language, page.words.get(digest)),
      text: digest,
      withheld: digest !== null && page.words.get(digest)?.kind === "withheld",
    };
  });

function partLabel({ language }: RecordWords, { from }: RecordField, value: RecordValue): string | null {
  if (value.as === "proposal") return language.t(`safeguards:record.part.${value.part}`);
  return value.as === "answer" ? questionLabel(language, kindOf(from), value.question) : null;
}

function valueText(page: RecordWords, { from }: RecordField, value: RecordValue): string {
  const { language, around } = page;
  switch (value.as) {
    case "tier":
      return language.t(`words:tier.${value.value}`);
    case "moment":
      return language.format.date(value.value);
    case "answer":
      return answerText({ ...page, kind: kindOf(from) }, around, value.question, value.answer);
    case "proposal":
      if (value.part === "department") return departmentName(language, around.departments, value.value);
      // The office and never the name: it is to be published.
      if (value.part === "sponsor") return language.t("safeguards:record.office", { department: page.sponsorsOffice });
      return asText(value.value);
  }
}

/** @throws Fault 404 for a field of no statement: it has no answers */
const kindOf = (from: RecordField["from"]) => safeguardKind(from) ?? notFound();

/** "Sensitive attributes (Queue tickets)". */
export function fieldName({ t }: RecordPage["language"], { field, of }: RecordField): string {
  const name = t(`safeguards:record.field.${field}`);
  return of === null ? name : t("safeguards:record.of", { name, of });
}

/** Where its words are written, or are to be written. */
export function writtenAt({ record, at }: RecordPage, { from }: Pick<RecordField, "from">): string {
  if (from === "proposal") return at("proposal");
  const item = sourceOf(record, from)?.item ?? null;
  // Whoever may begin one finds the way there.
  return at(item === null ? `safeguards#${from}` : `safeguards/${item}`);
}

export const sourceOf = ({ sources }: PublicRecord, from: RecordField["from"]): RecordSource | undefined =>
  sources.find(({ kind }) => kind === from);

/** The statement, its number and the day on which it was accepted; of a proposal, that nobody accepted it as a statement. */
export function sourceText({ language, record }: RecordPage, { from }: Pick<RecordField, "from">): string {
  const { t, format } = language;
  if (from === "proposal") return t("safeguards:record.source.proposal");
  const source = sourceOf(record, from);
  const safeguard = kindName(language, { key: from });
  if (source?.item == null) return safeguard;
  return source.accepted === null
    ? t("safeguards:record.source.open", { safeguard, item: source.item })
    : t("safeguards:record.source.accepted", { safeguard, item: source.item, day: format.date(source.accepted.at) });
}

/** Why it says nothing; null where it does. */
export function gapText({ language, record }: RecordPage, { gap, from }: RecordField): string | null {
  if (gap === null) return null;
  const { t } = language;
  const state = sourceOf(record, from)?.state;
  return t(`safeguards:record.gap.${gap}`, {
    safeguard: from === "proposal" ? "" : kindName(language, { key: from }),
    state: state === undefined || state === "not-needed" ? "" : t(`safeguards:state.${state}`),
  });
}
