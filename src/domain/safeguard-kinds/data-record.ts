import { dataGrades, harmDegrees, harmedObjects } from "../policy/safeguards/grading.ts";
import type { DataGrade } from "../policy/safeguards/grading.ts";
import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { textKey } from "../words/plain-text.ts";
import { when } from "../words/reasons.ts";
import { rowsOf } from "../safeguards/answers.ts";
import { gradedSets, gradeOfRecord, personalClasses, personalIn } from "../safeguards/data-sets.ts";
import type { GradedSet } from "../safeguards/data-sets.ts";
import type { SafeguardKind, Shortfall } from "../safeguards/kind.ts";
import { promisesOf } from "../safeguards/promises.ts";
import type { Given, RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { yesNo } from "./yes-no.ts";

const personal: readonly Given[] = [{ question: "personal", is: ["general", "sensitive"] }];
const yes = (question: string): readonly Given[] => [{ question, is: ["yes"] }];

/** Grounds on which personal information is processed: PIPL art. 13. */
const bases = ["consent", "contract", "duty", "emergency", "news", "disclosed", "law"] as const;
const units = ["days", "months", "years", "purpose", "lasting"] as const;

const modalities = ["tables", "text", "images", "sound", "video", "places", "other"] as const;

/** Of the public record, for whoever has them: what is missing is named there. */
const forRecord = { from: "III", optional: true } as const;

const set: readonly RowQuestion[] = [
  { key: "setName", type: "label" },
  { key: "holds", type: "text" },
  { key: "object", type: "choice", options: harmedObjects },
  { key: "degree", type: "choice", options: harmDegrees },
  { key: "mergedFrom", type: "label", optional: true },
  { key: "lowerWhy", type: "text", optional: true },
  { key: "personal", type: "choice", options: personalClasses },
  { key: "purposes", type: "text", when: personal },
  { key: "basis", type: "choice", options: bases, when: personal },
  { key: "retentionUnit", type: "choice", options: units },
  {
    key: "retention",
    type: "number",
    least: 1,
    most: 36_500,
    whole: true,
    when: [{ question: "retentionUnit", is: ["days", "months", "years"] }],
  },
  { key: "shared", type: "choice", options: yesNo },
  { key: "sharedWith", type: "text", when: yes("shared") },
  { key: "abroad", type: "choice", options: yesNo },
  { key: "abroadHow", type: "text", when: yes("abroad") },
  { key: "modality", type: "choices", options: modalities, ...forRecord },
  { key: "quantities", type: "label", ...forRecord },
  { key: "completeness", type: "text", ...forRecord },
  { key: "dataUrl", type: "link", ...forRecord },
  { key: "cleaning", type: "text", ...forRecord },
];

const promise: readonly RowQuestion[] = [
  { key: "promisedSet", type: "label" },
  { key: "promisedTo", type: "department" },
  { key: "promisedBy", type: "day" },
  { key: "promiseKept", type: "choice", options: yesNo },
  { key: "keptOn", type: "day", when: yes("promiseKept") },
  { key: "keptProof", type: "evidence", when: yes("promiseKept") },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "sets", type: "rows", of: set, most: 40, section: "sets" },
  { key: "promised", type: "choice", options: yesNo, section: "promises" },
  { key: "promises", type: "rows", of: promise, most: 40, section: "promises", when: yes("promised") },
];

/**
 * What data it holds: each set with its grade by what misuse would harm, personal information, purposes, retention, who
 * gets it, and the promises to share it with other departments. Source: GB/T 43697-2024; PIPL art. 13.
 */
export const dataRecord = {
  key: "data-record",
  questions: () => questions,
  refusals: ({ answers, policy }, { today }): readonly Reason[] => {
    const sets = gradedSets(answers, policy.safeguards.grading);
    const names = new Set(sets.map(({ name }) => textKey(name)));
    return [
      ...sets.flatMap((graded) => setReasons(graded, sets)),
      ...rowsOf(answers, "promises").flatMap(({ promisedSet, keptOn }, index) => [
        ...when(
          typeof promisedSet === "string" && !names.has(textKey(promisedSet)),
          "DataSetUnknown",
          `promises.${index}.promisedSet`,
          { set: String(promisedSet) },
        ),
        ...(typeof keptOn === "string" ? notAfter(keptOn, today, `promises.${index}.keptOn`) : []),
      ]),
    ];
  },
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  shortfalls: (inForce, { today }) =>
    inForce.flatMap(({ answers }) =>
      promisesOf(answers, today).flatMap(({ state, set: name, department, by }): readonly Shortfall[] =>
        state === "overdue"
          ? [{ code: "overdue", params: { set: name }, id: `${textKey(name)}/${department}/${by}`, due: by }]
          : [],
      ),
    ),
  recorded: {
    of: ([record], policy) =>
      record === undefined
        ? {}
        : {
            grade: gradeOfRecord(record.answers, policy.safeguards.grading),
            personal: personalIn(record.answers).personal,
          },
    why: "data-class-changed",
  },
  days: (answers) => promisesOf(answers, "").flatMap(({ state, by }) => (state === "open" ? [by] : [])),
} satisfies SafeguardKind<"data-record">;

function setReasons(graded: GradedSet, sets: readonly GradedSet[]): readonly Reason[] {
  const { index, name, grade, ofSources, sources, row } = graded;
  const others = sets.filter((other) => other.index !== index);
  const at = (question: string): string => `sets.${index}.${question}`;
  const isThere = (source: string): boolean => others.some((other) => textKey(other.name) === textKey(source));
  const unknown = sources.filter((source) => !isThere(source));
  const twice = others.some((other) => other.index < index && textKey(other.name) === textKey(name));
  return [
    ...when(name !== "" && twice, "DataSetTwice", at("setName"), { set: name }),
    ...when(unknown.length > 0, "DataSetUnknown", at("mergedFrom"), { set: unknown[0] ?? "" }),
    ...when(isLower(grade, ofSources) && !("lowerWhy" in row), "MergedGradeLower", at("lowerWhy"), {
      set: name,
      grade,
      source: ofSources,
    }),
  ];
}

const isLower = (grade: DataGrade | null, than: DataGrade | null): boolean =>
  grade !== null && than !== null && dataGrades.indexOf(grade) < dataGrades.indexOf(than);
