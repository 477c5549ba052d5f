import { z } from "zod";
import type { MappingAnswers } from "../../domain/evidence/mapping.ts";
import { zoneIsKnown } from "../../evidence/answers.ts";
import { choice, optionalText } from "../forms/fields.ts";
import type { Problem } from "../forms/problems.ts";
import type { Typed } from "../forms/typed.ts";

/** What a word may be said to be beside the meanings of its column: an empty cell, or a row that is no data. */
export const besideMeanings = { empty: "=empty", row: "=row" } as const;

const either = <const T extends readonly [string, ...string[]]>(...options: T) => choice(["", ...options]).default("");

/** What the form answers to the questions of readers: `answers.dayOrder` and the like, words and rows as lists. */
export const answersSchema = z
  .object({
    values: z
      .array(
        z.object({
          column: optionalText(100),
          heading: optionalText(500),
          word: optionalText(200),
          meaning: optionalText(100),
        }),
      )
      .default([]),
    leftOut: z
      .array(z.object({ heading: optionalText(500), text: optionalText(200), is: either("row", "data") }))
      .default([]),
    scale: optionalText(20),
    min: optionalText(10),
    max: optionalText(10),
    dayOrder: either("day-first", "month-first"),
    decimalSign: either("point", "comma"),
    numberOrWord: either("number", "word"),
    zone: optionalText(60),
    sheet: optionalText(200),
    member: optionalText(500),
    people: either("same", "other"),
  })
  .optional();
type Values = z.output<typeof answersSchema>;

/** What was answered; an empty object where nothing was. */
export function answersFrom(values: Values): MappingAnswers | Problem {
  if (values === undefined) return {};
  const { dayOrder, decimalSign, numberOrWord, zone, sheet, member, people } = values;
  if (zone !== "" && !zoneIsKnown(zone))
    return { field: "answers.zone", key: "mapping:question.zone.unknown", params: {} };
  const scale = scaleFrom(values);
  if (scale === "none") return { field: "answers.min", key: "mapping:question.scale.none", params: {} };
  const meanings = meaningsFrom(values);
  const leftOut = leftOutFrom(values);
  return {
    ...(Object.keys(meanings).length > 0 && { values: meanings }),
    ...(Object.keys(leftOut).length > 0 && { leftOut }),
    ...(scale !== null && { scale }),
    ...(dayOrder !== "" && { dayOrder }),
    ...(decimalSign !== "" && { decimalSign }),
    ...(numberOrWord !== "" && { numberOrWord }),
    ...(zone !== "" && { zone }),
    ...(sheet !== "" && { sheet }),
    ...(member !== "" && { member }),
    ...(people !== "" && { people }),
  };
}

/** One of the usual scales, or its ends as typed; null where nothing was said, "none" where it is no scale. */
function scaleFrom({ scale, min, max }: NonNullable<Values>): NonNullable<MappingAnswers["scale"]> | "none" | null {
  const ends = /^(-?\d{1,4}) (-?\d{1,4})$/.exec(scale === "other" ? `${min} ${max}` : scale);
  if (ends === null) return scale === "other" ? "none" : null;
  const typed = { min: Number(ends[1]), max: Number(ends[2]) };
  return typed.min < typed.max && typed.max <= 1000 && typed.min >= -1000 ? typed : "none";
}

function meaningsFrom({ values }: NonNullable<Values>): NonNullable<MappingAnswers["values"]> {
  const answered = values.filter(({ column, word, meaning }) => column !== "" && word !== "" && meaning !== "");
  const columns = new Set(answered.map(({ column }) => column));
  return Object.fromEntries(
    [...columns].map((column) => [
      column,
      Object.fromEntries(
        answered
          .filter((answer) => answer.column === column && answer.meaning !== besideMeanings.row)
          .map(({ word, meaning }) => [word, meaning === besideMeanings.empty ? "" : meaning]),
      ),
    ]),
  );
}

/** A heading of which every text was said to be data stands with none: it is not asked about again. */
function leftOutFrom({ leftOut, values }: NonNullable<Values>): NonNullable<MappingAnswers["leftOut"]> {
  const rows = values
    .filter(({ heading, meaning }) => heading !== "" && meaning === besideMeanings.row)
    .map(({ heading, word }) => ({ heading, text: word, is: "row" }));
  const answered = [...leftOut.filter(({ heading, is }) => heading !== "" && is !== ""), ...rows];
  const headings = new Set(answered.map(({ heading }) => heading));
  return Object.fromEntries(
    [...headings].map((heading) => [
      heading,
      answered.filter((row) => row.heading === heading && row.is === "row").map(({ text }) => text),
    ]),
  );
}

/** Answers as the form has them, to be shown again or corrected. */
export function typedAnswers({ values = {}, leftOut = {}, scale, ...others }: MappingAnswers): Record<string, string> {
  const words = Object.entries(values).flatMap(([column, meanings]) =>
    Object.entries(meanings).map(([word, meaning]) => ({ column, word, meaning })),
  );
  const rows = Object.entries(leftOut).flatMap(([heading, texts]) => texts.map((text) => ({ heading, text })));
  return Object.fromEntries([
    ...words.flatMap(({ column, word, meaning }, n) => [
      [`answers.values.${n}.column`, column] as const,
      [`answers.values.${n}.word`, word] as const,
      [`answers.values.${n}.meaning`, meaning === "" ? besideMeanings.empty : meaning] as const,
    ]),
    ...rows.flatMap(({ heading, text }, n) => [
      [`answers.leftOut.${n}.heading`, heading] as const,
      [`answers.leftOut.${n}.text`, text] as const,
      [`answers.leftOut.${n}.is`, "row"] as const,
    ]),
    ...(scale === undefined ? [] : [["answers.scale", `${scale.min} ${scale.max}`] as const]),
    ...Object.entries(others).flatMap(([name, answer]) =>
      typeof answer === "string" && name in answersSchema.unwrap().shape ? [[`answers.${name}`, answer] as const] : [],
    ),
  ]);
}

/** The number of the row of a list that speaks of this, or of the next free one. */
export function rowOf(
  typed: Typed,
  list: string,
  of: Readonly<Record<string, string>>,
): (taken: Set<number>) => number {
  const numbers = Object.keys(typed)
    .filter((name) => name.startsWith(`${list}.`))
    .map((name) => Number(name.slice(list.length + 1).split(".")[0]));
  const same = numbers.find((n) =>
    Object.entries(of).every(([name, value]) => typed[`${list}.${n}.${name}`] === value),
  );
  return (taken) => {
    let n = same ?? Math.max(-1, ...numbers) + 1;
    while (taken.has(n)) n += 1;
    taken.add(n);
    return n;
  };
}
