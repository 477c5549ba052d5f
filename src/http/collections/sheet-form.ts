import { z } from "zod";
import { outcomes } from "../../domain/questionnaires/questionnaire.ts";
import type { Attempt, TaskSheet } from "../../domain/questionnaires/questionnaire.ts";
import { collectionLimits } from "../../domain/technology/collections/limits.ts";
import type { OwnSheet } from "../../authority/collected.ts";
import { optionalDecimal, optionalText, ticked } from "../forms/fields.ts";
import { invalid } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import type { Typed } from "../forms/typed.ts";
import { askedGroup } from "../say/collection.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { scaleOptions } from "./outside/questions.ts";

/** Nobody sits at one task for longer than a day. */
const longest = 86_400;

const attempt = z
  .object({
    outcome: z.preprocess((value) => value ?? "", z.enum(["", ...outcomes], "errors:field.choose")),
    seconds: optionalDecimal({ least: 0.1, most: longest }),
    helped: ticked(),
    ease: optionalText(2),
  })
  .default({ outcome: "", seconds: null, helped: false, ease: "" });

const nameOf = (task: number): string => `t${task}`;

const tasks = Object.fromEntries(
  Array.from({ length: collectionLimits.tasks }, (_, at) => [nameOf(at + 1), attempt]),
) as Record<string, typeof attempt>;

/** How one participant fared at each task. */
export const sheetSchema = z.object({
  ...tasks,
  group: optionalText(200),
  place: optionalText(10),
  /** Why it is corrected. */
  reason: optionalText(1000),
});
export type SheetValues = z.output<typeof sheetSchema>;

/** What stands on a sheet beside the tasks. */
export interface SheetTerms {
  /** Their names, in their order. */
  readonly tasks: readonly string[];
  readonly ease: boolean;
  readonly groups: readonly string[];
}

/** The fields of a sheet, a task each. */
export function sheetFields(language: Language, fields: Fields, { tasks: names, ease, groups }: SheetTerms) {
  const { t } = language;
  return {
    group:
      groups.length === 0
        ? null
        : fields.select("group", {
            label: t("answering:sheet.group"),
            options: [
              { value: "", label: t("answering:sheet.noGroup") },
              ...groups.map((value) => ({ value, label: askedGroup(language, value, 1) })),
            ],
          }),
    tasks: names.map((task, at) => {
      const name = nameOf(at + 1);
      const legend = t("answering:numbered", { number: at + 1, question: task });
      return {
        id: `${name}-title`,
        title: legend,
        outcome: fields.radios(`${name}.outcome`, {
          legend: t("answering:sheet.outcome"),
          inline: true,
          options: [...outcomes, ""].map((value) => ({
            value,
            label: t(`answering:outcome.${value === "" ? "none" : value}`),
          })),
        }),
        seconds: fields.number(`${name}.seconds`, {
          label: t("answering:sheet.seconds"),
          unit: t("answering:sheet.unit"),
          optional: true,
        }),
        helped: fields.checkboxes(`${name}.helped`, {
          legend: t("answering:sheet.help"),
          options: [{ value: "yes", label: t("answering:sheet.helped") }],
        }),
        ease: ease
          ? fields.radios(`${name}.ease`, {
              legend: t("answering:item.seq.task", { task }),
              inline: true,
              options: scaleOptions(language, "seq"),
            })
          : null,
      };
    }),
  };
}

type Read = { readonly sheet: TaskSheet; readonly group: string | null } | { readonly problem: FormState };

/** A sheet as it was sent, or what is wrong with it: a task with a time or a rating and no outcome, or none at all. */
export function sheetIn(form: Filled<SheetValues>, { tasks: names, ease, groups }: SheetTerms): Read {
  const values = form.values as unknown as Readonly<Record<string, z.output<typeof attempt>>>;
  const given = names.map((_, at) => values[nameOf(at + 1)]);
  const forgotten = given.flatMap((noted, at) =>
    noted !== undefined && noted.outcome === "" && (noted.seconds !== null || noted.helped || noted.ease !== "")
      ? [{ field: `${nameOf(at + 1)}.outcome`, key: "answering:sheet.outcomeMissing", params: { number: at + 1 } }]
      : [],
  );
  if (forgotten.length > 0) return { problem: invalid(form, ...forgotten) };
  const sheet = given.map((noted) =>
    noted === undefined || noted.outcome === "" ? null : attemptOf(noted, noted.outcome, ease),
  );
  if (sheet.every((noted) => noted === null))
    return { problem: invalid(form, { field: `${nameOf(1)}.outcome`, key: "answering:sheet.nothing", params: {} }) };
  return { sheet, group: groups.includes(form.values.group) ? form.values.group : null };
}

function attemptOf(
  { seconds, helped, ease }: z.output<typeof attempt>,
  outcome: Attempt["outcome"],
  asked: boolean,
): Attempt {
  return { outcome, seconds, helped, ease: asked && /^[1-7]$/.test(ease) ? Number(ease) : null };
}

/** What a form that corrects a sheet begins with. */
export function typedOf({ content, group }: OwnSheet): Typed {
  if (content.kind !== "tasks") return {};
  const noted = content.sheet.flatMap((attempt, at): [string, string][] => {
    const name = nameOf(at + 1);
    if (attempt === null) return [[`${name}.outcome`, ""]];
    const { outcome, seconds, helped, ease } = attempt;
    return [
      [`${name}.outcome`, outcome],
      [`${name}.seconds`, seconds === null ? "" : String(seconds)],
      [`${name}.helped`, helped ? "yes" : ""],
      [`${name}.ease`, ease === null ? "" : String(ease)],
    ];
  });
  return { group: group ?? "", ...Object.fromEntries(noted) };
}

/** A sheet in the list of those that somebody noted. */
export function sheetLine({ t }: Language, { number, content, corrected }: OwnSheet) {
  const noted = content.kind === "tasks" ? content.sheet.filter((attempt) => attempt !== null) : [];
  const done = noted.filter(({ outcome, helped }) => outcome === "success" && !helped).length;
  return {
    number: t("answering:sheet.participant", { number }),
    said: t("answering:sheet.done", { done, count: noted.length }),
    corrected: corrected ? t("answering:sheet.corrected") : null,
  };
}
