import { bodyKinds } from "../../../domain/policy/safeguards/clock-duty.ts";
import type { ClockDuty } from "../../../domain/policy/safeguards/clock-duty.ts";
import { clockReaders } from "../../../domain/policy/safeguards/clocks.ts";
import type { ClockRules } from "../../../domain/policy/safeguards/clocks.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { severities } from "../../../domain/words/severity.ts";
import { named } from "../../say/named.ts";
import type { TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import type { PolicyField } from "../field.ts";
import { offeredDuties } from "./offered-duties.ts";

type Clocks = Pick<PolicyField, "says"> & {
  readonly input: "optional" | "choice" | "words";
  readonly options?: (language: Language) => readonly { readonly value: string; readonly label: string }[];
  readonly path: string;
  readonly value: string | number;
  readonly label: PolicyField["label"];
};

/** What kind of body it is, who hears of a clock when, and each duty's terms by kind of body and severity. */
export const clockInputs = ({ safeguards: { clocks } }: Policy): readonly Clocks[] => [
  { path: "clocks.body", value: clocks.body, label: labelled("body"), ...chosen(bodyKinds, "bodyKind") },
  ...clockReaders.map((reader) => ({
    path: `clocks.escalation.${reader}`,
    value: clocks.escalation[reader] ?? "",
    label: labelled(`escalation.${reader}`),
    input: "optional" as const,
    says: says(clocks.escalation[reader]),
  })),
  {
    path: "clocks.reviewFrom",
    value: clocks.reviewFrom ?? "none",
    label: labelled("reviewFrom"),
    ...chosen([...severities.map(String), "none"], "reviewFrom"),
  },
  ...offeredDuties(clocks).flatMap(dutyInputs),
  { path: "clocks.source", value: clocks.source, label: labelled("source"), input: "words" },
];

const dutyInputs = (duty: ClockDuty): readonly Clocks[] => [
  ...bodyKinds.flatMap((body) =>
    severities.map((severity) => ({
      path: `clocks.within.${duty.key}.${body}-${severity}`,
      value: duty.within[body][severity] ?? "",
      label: (language: Language): string =>
        language.t(`policy:safeguards.field.within.${duty.unit}`, {
          duty: named(language, duty.name),
          body: language.t(`policy:safeguards.bodyKind.${body}`),
          severity: language.t(`words:severity.${severity}`),
        }),
      input: "optional" as const,
      says: says(duty.within[body][severity]),
    })),
  ),
  {
    path: `clocks.supplement.${duty.key}`,
    value: duty.supplementMinutes ?? "",
    label: ofDuty("supplement", duty),
    input: "optional",
    says: says(duty.supplementMinutes),
  },
  {
    path: `clocks.bars.${duty.key}`,
    value: duty.bars ? "yes" : "no",
    label: ofDuty("bars", duty),
    ...chosen(["yes", "no"], "yesNo"),
  },
];

const labelled =
  (key: string): PolicyField["label"] =>
  ({ t }) =>
    t(`policy:safeguards.field.${key}`);

const ofDuty =
  (key: string, duty: ClockDuty): PolicyField["label"] =>
  (language) =>
    language.t(`policy:safeguards.field.${key}`, { duty: named(language, duty.name) });

const says =
  (value: number | null): NonNullable<PolicyField["says"]> =>
  ({ t, format }) =>
    value === null ? t("policy:safeguards.clockNever") : format.number(value);

const chosen = (values: readonly string[], word: string): Pick<Clocks, "input" | "options"> => ({
  input: "choice",
  options: ({ t }) => values.map((value) => ({ value, label: t(`policy:safeguards.${word}.${value}`) })),
});

/** A duty a row: for the body's own kind first, by severity, with whoever receives it and where its hours are from. */
export function clockTable(language: Language, { safeguards: { clocks } }: Policy): readonly TableModel[] {
  const { t } = language;
  return bodyKinds
    .toSorted((a, b) => Number(b === clocks.body) - Number(a === clocks.body))
    .map((body) => ({
      caption: t("policy:safeguards.clockTable", { body: t(`policy:safeguards.bodyKind.${body}`) }),
      columns: [
        { label: t("policy:safeguards.column.duty") },
        ...severities.map((severity) => ({ label: t("policy:safeguards.column.severity", { severity }) })),
        { label: t("policy:safeguards.column.starts") },
        { label: t("policy:safeguards.column.bars") },
      ],
      rows: clocks.duties.map((duty) => ({
        cells: [
          {
            content: named(language, duty.name),
            header: true as const,
            sub: t("policy:safeguards.dutyTo", { to: named(language, duty.to[body]) }),
          },
          ...severities.map((severity) => ({ content: termText(language, duty, duty.within[body][severity]) })),
          { content: startText(language, clocks, duty), sub: duty.source },
          { content: t(`policy:safeguards.yesNo.${duty.bars ? "yes" : "no"}`) },
        ],
      })),
    }));
}

function termText({ t, format }: Language, { unit }: ClockDuty, term: number | null): string {
  if (term === null) return t("policy:safeguards.clockNever");
  return unit === "minutes" ? format.duration(term * 60) : t(`policy:safeguards.term.${unit}`, { count: term });
}

function startText(language: Language, { duties }: ClockRules, { starts, of }: ClockDuty): string {
  const first = duties.find(({ key }) => key === of)?.name;
  return language.t(`policy:safeguards.starts.${starts}`, { duty: first === undefined ? "" : named(language, first) });
}
