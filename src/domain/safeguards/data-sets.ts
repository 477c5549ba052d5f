import { harmDegrees, harmedObjects } from "../policy/safeguards/grading.ts";
import type { DataGrade, GradingRules, HarmDegree, HarmedObject } from "../policy/safeguards/grading.ts";
import { textKey } from "../words/plain-text.ts";
import type { SafeguardAnswers, SafeguardRow } from "../technology/state/safeguards.ts";
import { rowsOf, textOf } from "./answers.ts";
import { gradeOfHarm, highestGrade } from "./grading.ts";

export const dataRecordKey = "data-record";

/** From none to the gravest. */
export const personalClasses = ["none", "general", "sensitive"] as const;
export type PersonalClass = (typeof personalClasses)[number];

/** One data set of a record, graded. */
export interface GradedSet {
  readonly index: number;
  readonly name: string;
  /** By its own harms; null: not answered. */
  readonly grade: DataGrade | null;
  /** Names of the sets that it was merged from, as they were typed. */
  readonly sources: readonly string[];
  /** The highest grade among those of its sources that are in the record; null: of none. */
  readonly ofSources: DataGrade | null;
  readonly row: SafeguardRow;
}

/** The sets of a data record. A merged one is graded anew, by its own harms: what its sources were graded stands beside it. */
export function gradedSets(answers: SafeguardAnswers, rules: GradingRules): readonly GradedSet[] {
  const sets = rowsOf(answers, "sets").map((row, index) => ({
    index,
    name: textOf(row, "setName") ?? "",
    grade: gradeOf(row, rules),
    sources: namesIn(textOf(row, "mergedFrom") ?? ""),
    row,
  }));
  return sets.map((set) => {
    const keys = new Set(set.sources.map(textKey));
    const merged = sets.filter(({ name, index }) => index !== set.index && keys.has(textKey(name)));
    return { ...set, ofSources: highestGrade(merged.flatMap(({ grade }) => grade ?? [])) };
  });
}

/** The highest grade of any set; null while a set is not graded, or there is none. */
export function gradeOfRecord(answers: SafeguardAnswers, rules: GradingRules): DataGrade | null {
  const grades = gradedSets(answers, rules).map(({ grade }) => grade);
  return grades.includes(null) ? null : highestGrade(grades.flatMap((grade) => grade ?? []));
}

/** What of a record the assessment of personal information rests on: the gravest class, passed on, abroad. */
export function personalIn(answers: SafeguardAnswers): {
  readonly personal: PersonalClass;
  readonly passedOn: boolean;
  readonly abroad: boolean;
} {
  const personal = rowsOf(answers, "sets").filter((row) => (textOf(row, "personal") ?? "none") !== "none");
  return {
    personal: personalClasses.findLast((name) => personal.some((row) => row["personal"] === name)) ?? "none",
    passedOn: personal.some((row) => row["shared"] === "yes"),
    abroad: personal.some((row) => row["abroad"] === "yes"),
  };
}

/** Several names in one line, parted as people part them. */
const namesIn = (line: string): readonly string[] =>
  line
    .split(/[;；、,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

function gradeOf(row: SafeguardRow, rules: GradingRules): DataGrade | null {
  const [object, degree] = [textOf(row, "object"), textOf(row, "degree")];
  return isObject(object) && isDegree(degree) ? gradeOfHarm(rules, { object, degree }) : null;
}

const isObject = (value: string | null): value is HarmedObject =>
  (harmedObjects as readonly (string | null)[]).includes(value);
const isDegree = (value: string | null): value is HarmDegree =>
  (harmDegrees as readonly (string | null)[]).includes(value);
