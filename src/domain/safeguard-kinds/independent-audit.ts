import { addDays, earliestDay, isBefore } from "../words/days.ts";
import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import type { Json } from "../words/json.ts";
import { when } from "../words/reasons.ts";
import { daysOfSafeguard } from "../policy/safeguards/safeguards.ts";
import { decidesAboutPeople, versionKey } from "../safeguards/algorithm.ts";
import { rowsOf, textOf } from "../safeguards/answers.ts";
import { auditorPath, tiesKey } from "../safeguards/audit-ground.ts";
import type { SafeguardKind, Shortfall, Statement } from "../safeguards/kind.ts";
import type { RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { isHandedIn, statedAnswers } from "../safeguards/stated.ts";
import type { TiePath } from "../safeguards/ties.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Day } from "../words/text.ts";
import { versionReasons } from "./version-reasons.ts";
import { yesNo } from "./yes-no.ts";

/** From the lightest to the gravest. */
const severities = ["minor", "major", "critical"] as const;
const opinions = ["favourable", "qualified", "adverse"] as const;

const finding: readonly RowQuestion[] = [
  { key: "severity", type: "choice", options: severities },
  { key: "finding", type: "text" },
  { key: "remedyBy", type: "day" },
  { key: "remedied", type: "choice", options: yesNo },
  { key: "remediedOn", type: "day", when: [{ question: "remedied", is: ["yes"] }] },
  { key: "remedyProof", type: "evidence", when: [{ question: "remedied", is: ["yes"] }] },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "auditor", type: "label", section: "auditor" },
  { key: "independent", type: "choice", options: yesNo, section: "auditor" },
  { key: "version", type: "label", section: "audit" },
  { key: "scope", type: "text", section: "audit" },
  { key: "begunOn", type: "day", section: "audit" },
  { key: "reportedOn", type: "day", section: "audit" },
  { key: "report", type: "evidence", section: "audit", beside: true },
  { key: "found", type: "choice", options: yesNo, section: "findings" },
  {
    key: "findings",
    type: "rows",
    of: finding,
    most: 60,
    section: "findings",
    when: [{ question: "found", is: ["yes"] }],
  },
  { key: "opinion", type: "choice", options: opinions, section: "opinion" },
  { key: "opinionWhy", type: "text", section: "opinion" },
  { key: "validUntil", type: "day", section: "opinion" },
];

/**
 * The audit of an algorithm by an organisation outside. Who supplied, built, paid for or evaluated the technology within
 * the months that the policy names does not audit it, nor does whoever owns them or is owned by them.
 */
export const independentAudit = {
  key: "independent-audit",
  questions: () => questions,
  applies: decidesAboutPeople,
  refusals: (statement, { today }): readonly Reason[] => [
    ...independenceReasons(statement),
    ...versionReasons(statement),
    ...dayReasons(statement.answers, today),
  ],
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  until: (answers, on, policy) => {
    const days = daysOfSafeguard(policy, "independent-audit");
    const valid = textOf(answers, "validUntil");
    return earliestDay([...(days === null ? [] : [addDays(on, days)]), ...(valid === null ? [] : [valid])]);
  },
  ground: (t, answers, { safeguards }) => ({
    version: versionKey(t),
    // Nobody knows any longer who is tied to it: not the same as nobody.
    tie: statedAnswers(t, tiesKey) === null ? "unstated" : pathJson(auditorPath(t, answers, safeguards.audit)),
  }),
  shortfalls: (inForce, { today }) =>
    inForce.flatMap(({ answers, item }): readonly Shortfall[] => [
      ...(answers["opinion"] === "adverse" ? [{ code: "adverse", id: `${item}/opinion` }] : []),
      ...openFindings(answers).flatMap(({ id, remedyBy, severity }) =>
        isBefore(remedyBy, today)
          ? [{ code: "overdue", params: { due: remedyBy }, id: `${item}/${id}`, at: severity, due: remedyBy }]
          : [],
      ),
    ]),
  days: (answers) => openFindings(answers).map(({ remedyBy }) => remedyBy),
} satisfies SafeguardKind<"independent-audit">;

function independenceReasons({ technology: t, policy, answers }: Statement): readonly Reason[] {
  const auditor = textOf(answers, "auditor") ?? "";
  const path = auditorPath(t, answers, policy.safeguards.audit);
  return [
    ...when(!isHandedIn(t, tiesKey), "TiesNotStated", "auditor"),
    ...when(answers["independent"] === "no", "AuditorNotIndependent", "independent"),
    ...when(path !== null, "AuditorTied", "auditor", { auditor, path: path === null ? [] : steps(path) }),
  ];
}

/** "owned by B", "supplied it until 3 May 2026": each step a sentence of its own, `reasons:tie.<code>`. */
const steps = ({ over, relation, until }: TiePath): Json => [
  ...over.map(({ relation: how, organisation }) => ({ code: `tie.${how}`, params: { organisation } })),
  until === null ? { code: `tie.${relation}`, params: {} } : { code: `tie.${relation}Until`, params: { until } },
];

const pathJson = (path: TiePath | null): Json =>
  path === null ? null : { over: path.over.map((step) => ({ ...step })), relation: path.relation, until: path.until };

function dayReasons(answers: SafeguardAnswers, today: Day): readonly Reason[] {
  const [begunOn, reportedOn, validUntil] = ["begunOn", "reportedOn", "validUntil"].map((day) => textOf(answers, day));
  return [
    ...(reportedOn == null ? [] : notAfter(reportedOn, today, "reportedOn")),
    ...when(begunOn != null && reportedOn != null && isBefore(reportedOn, begunOn), "DaysCrossed", "reportedOn"),
    ...when(reportedOn != null && validUntil != null && isBefore(validUntil, reportedOn), "DaysCrossed", "validUntil"),
    ...rowsOf(answers, "findings").flatMap(({ remediedOn }, index) =>
      typeof remediedOn === "string" ? notAfter(remediedOn, today, `findings.${index}.remediedOn`) : [],
    ),
  ];
}

/** Findings that nobody has put right yet, with how grave they are: 1 minor, 3 critical. */
function openFindings(answers: SafeguardAnswers) {
  return rowsOf(answers, "findings").flatMap((row, index) => {
    const remedyBy = textOf(row, "remedyBy");
    if (row["remedied"] === "yes" || remedyBy === null) return [];
    const severity = severities.findIndex((name) => name === row["severity"]) + 1;
    return [{ id: textOf(row, "finding") ?? String(index), remedyBy, severity }];
  });
}
