import { isBefore } from "../words/days.ts";
import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { isOfVersion } from "../safeguards/algorithm.ts";
import { textOf } from "../safeguards/answers.ts";
import { nextFiling } from "../safeguards/filing.ts";
import type { SafeguardKind, Shortfall } from "../safeguards/kind.ts";
import type { Given, SafeguardQuestion } from "../safeguards/question.ts";
import type { Technology } from "../technology/state/technology.ts";
import { yesNo } from "./yes-no.ts";

const about: readonly Given[] = [{ question: "decides", is: ["decides", "supports"] }];
const filed = (...is: readonly string[]): readonly Given[] => [...about, { question: "filing", is }];
const asked = (section: string) => ({ section, when: about }) as const;
/** Of the public record, for whoever has them: what is missing is named there. */
const forRecord = { section: "record", when: about, optional: true } as const;

const filingAnswers = ["yes", "no", "unknown"] as const;

const questions: readonly SafeguardQuestion[] = [
  { key: "decides", type: "choice", options: ["decides", "supports", "no"], section: "algorithm" },
  { key: "version", type: "label", ...asked("algorithm") },
  { key: "purpose", type: "text", ...asked("algorithm") },
  { key: "logic", type: "text", ...asked("algorithm") },
  { key: "data", type: "text", ...asked("algorithm") },
  { key: "limits", type: "text", ...asked("algorithm") },
  { key: "explained", type: "text", ...asked("people") },
  { key: "explainedVersion", type: "label", ...asked("people") },
  { key: "review", type: "choice", options: ["each", "doubtful", "request", "none"], ...asked("people") },
  { key: "reviewHow", type: "text", ...asked("people"), from: "II" },
  { key: "contest", type: "text", ...asked("people") },
  { key: "filing", type: "choice", options: filingAnswers, ...asked("filing") },
  { key: "filingWhy", type: "text", section: "filing", when: filed("no", "unknown") },
  { key: "servedFrom", type: "day", section: "filing", when: filed("yes"), optional: true },
  { key: "isFiled", type: "choice", options: yesNo, section: "filing", when: filed("yes") },
  {
    key: "filingNumber",
    type: "label",
    section: "filing",
    when: [...filed("yes"), { question: "isFiled", is: ["yes"] }],
  },
  { key: "filedOn", type: "day", section: "filing", when: [...filed("yes"), { question: "isFiled", is: ["yes"] }] },
  { key: "changedOn", type: "day", section: "filing", when: filed("yes"), optional: true },
  { key: "website", type: "link", ...forRecord },
  { key: "contact", type: "label", ...forRecord },
  { key: "team", type: "label", ...forRecord },
  { key: "benefits", type: "text", ...forRecord },
  { key: "previous", type: "text", ...forRecord },
  { key: "alternatives", type: "text", ...forRecord },
  { key: "integration", type: "text", ...forRecord },
  { key: "scale", type: "text", ...forRecord },
  { key: "training", type: "text", ...forRecord },
  { key: "architecture", type: "text", ...forRecord },
  { key: "phase", type: "choice", options: ["idea", "design", "testing", "use", "ended"], ...forRecord },
  { key: "maintenance", type: "text", ...forRecord },
  { key: "risks", type: "text", ...forRecord },
];

/**
 * An algorithm that decides about people or supports such decisions, in plain language. Its model version is an identity:
 * with another one the dossier is another, and what was audited, compared and explained was so of the version before.
 */
export const algorithmDossier = {
  key: "algorithm-dossier",
  questions: () => questions,
  refusals: ({ answers }, { today }): readonly Reason[] => {
    const version = textOf(answers, "version");
    const { servedFrom, filedOn, changedOn } = days(answers);
    return [
      ...when(
        version !== null && "explainedVersion" in answers && !isOfVersion(answers, "explainedVersion", version),
        "ExplanationOfOtherVersion",
        "explainedVersion",
        { version: version ?? "" },
      ),
      ...(filedOn === null ? [] : notAfter(filedOn, today, "filedOn")),
      ...(changedOn === null ? [] : notAfter(changedOn, today, "changedOn")),
      ...when(
        servedFrom !== null && changedOn !== null && isBefore(changedOn, servedFrom),
        "ChangeBeforeService",
        "changedOn",
      ),
    ];
  },
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  shortfalls: (inForce, { technology, policy, today }) =>
    inForce.flatMap(({ answers, item }): readonly Shortfall[] => {
      if (answers["filing"] === "unknown")
        return [{ code: "filing-unknown", id: `${item}/filing`, at: 1, unknown: true }];
      if (isServed(technology) && answers["isFiled"] === "no" && !("servedFrom" in answers))
        return [{ code: "filing-unstated", id: `${item}/filing`, at: 2, unknown: true }];
      const next = nextFiling(answers, policy.safeguards);
      if (next === null) return [];
      if (next.due === null)
        return [{ code: "filing-uncovered", params: { from: next.from }, id: `${item}/filing`, at: 2, unknown: true }];
      return isBefore(next.due, today)
        ? [{ code: "filing-overdue", params: { due: next.due }, id: `${item}/filing`, at: 3, due: next.due }]
        : [];
    }),
  days: (answers, { policy }) => {
    const due = nextFiling(answers, policy.safeguards)?.due ?? null;
    return due === null ? [] : [due];
  },
} satisfies SafeguardKind<"algorithm-dossier">;

const isServed = ({ stage }: Technology): boolean => stage === "rolling-out" || stage === "adopted";

const days = (answers: Parameters<typeof textOf>[0]) => ({
  servedFrom: textOf(answers, "servedFrom"),
  filedOn: textOf(answers, "filedOn"),
  changedOn: textOf(answers, "changedOn"),
});
