import { weaknessSeverities } from "../policy/safeguards/security.ts";
import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { isBefore } from "../words/days.ts";
import { when } from "../words/reasons.ts";
import { rowsOf, textOf } from "../safeguards/answers.ts";
import { componentsIn } from "../safeguards/components.ts";
import type { SafeguardKind, Shortfall, ShortfallGround } from "../safeguards/kind.ts";
import type { Given, RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { assessmentDue, itemsOf, openFindings, remediesDue, severeFindings } from "../safeguards/security.ts";
import type { SecurityAnswer } from "../safeguards/security.ts";
import type { Safeguard } from "../technology/state/safeguards.ts";
import type { Tier } from "../words/tier.ts";
import type { Day } from "../words/text.ts";
import { yesNo } from "./yes-no.ts";

const yes = (question: string): readonly Given[] => [{ question, is: ["yes"] }];
const filedLevels: readonly Given[] = [{ question: "level", is: ["2", "3", "4", "5"] }];
/** Given levels are the body's own declaration: sources disagree on how a level is found, so nothing here works one out. */
const levels = ["none", "1", "2", "3", "4", "5"] as const;

const finding: readonly RowQuestion[] = [
  { key: "severity", type: "choice", options: weaknessSeverities },
  { key: "finding", type: "text" },
  { key: "remedyBy", type: "day" },
  { key: "remedied", type: "choice", options: yesNo },
  { key: "remediedOn", type: "day", when: yes("remedied") },
  { key: "remedyProof", type: "evidence", kinds: ["document"], when: yes("remedied") },
];

const questions: readonly SafeguardQuestion[] = [
  ...item("access", "protection"),
  ...item("logging", "protection", "II"),
  ...item("layers", "protection", "III"),
  ...item("detection", "protection", "III"),
  ...item("inTransit", "stored"),
  ...item("atRest", "stored", "III"),
  ...item("backup", "stored"),
  ...item("restore", "stored", "II"),
  {
    key: "restoreMinutes",
    type: "number",
    least: 1,
    most: 100_000,
    section: "stored",
    from: "II",
    when: yes("restore"),
  },
  { key: "level", type: "choice", options: levels, section: "graded", from: "II" },
  { key: "filingNumber", type: "label", section: "graded", from: "II", when: filedLevels },
  { key: "filedOn", type: "day", section: "graded", from: "II", when: filedLevels },
  { key: "filingProof", type: "evidence", kinds: ["document"], section: "graded", from: "II", when: filedLevels },
  { key: "assessedOn", type: "day", section: "graded", from: "II", when: filedLevels, optional: true },
  { key: "supply", type: "choice", options: yesNo, section: "supply", from: "III" },
  {
    key: "components",
    type: "evidence",
    most: 10,
    kinds: ["components"],
    section: "supply",
    from: "III",
    when: yes("supply"),
  },
  { key: "supplyOn", type: "day", section: "supply", from: "III", when: yes("supply") },
  ...item("penetration", "attack", "III"),
  { key: "weaknesses", type: "choice", options: yesNo, section: "attack", from: "III", when: yes("penetration") },
  {
    key: "findings",
    type: "rows",
    of: finding,
    most: 60,
    section: "attack",
    from: "III",
    when: [...yes("penetration"), ...yes("weaknesses")],
  },
];

/**
 * How a technology is protected, item by item, each with a day and what shows it. An item that is not there, that was
 * checked too long ago, and a grave finding that is not put right in time keep the condition from being met.
 */
export const securityBaseline = {
  key: "security-baseline",
  questions: () => questions,
  refusals: ({ answers }, { today }): readonly Reason[] => [
    ...[...itemsOf(answers).map(({ item: name }) => `${name}On`), "filedOn", "assessedOn"].flatMap((field) => {
      const on = textOf(answers, field);
      return on === null ? [] : notAfter(on, today, field);
    }),
    ...rowsOf(answers, "findings").flatMap(({ remediedOn }, index) =>
      typeof remediedOn === "string" ? notAfter(remediedOn, today, `findings.${index}.remediedOn`) : [],
    ),
    ...when(
      answers["weaknesses"] === "yes" && rowsOf(answers, "findings").length === 0,
      "WeaknessesMissing",
      "findings",
    ),
  ],
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  shortfalls: (inForce, at) =>
    inForce.flatMap((statement) => [
      ...severeFindings(statement.answers, at.policy.safeguards.security).flatMap(({ id, remedyBy, severity }) =>
        isBefore(remedyBy, at.today)
          ? [{ code: "overdue", params: { due: remedyBy }, id: `${statement.item}/${id}`, at: severity, due: remedyBy }]
          : [],
      ),
      ...itemsOf(statement.answers).flatMap((answer) => itemShortfalls(statement, answer, at)),
      ...gradedShortfalls(statement, at),
      ...componentShortfalls(statement, at),
    ]),
  days: (answers, { policy: { safeguards } }) => [
    ...openFindings(answers).map(({ remedyBy }) => remedyBy),
    ...itemsOf(answers).flatMap(({ lastDay }) => lastDay(safeguards.security) ?? []),
    ...(assessmentDue(answers, safeguards.security) ?? []),
  ],
  dues: (answers, { policy: { safeguards } }) => remediesDue(answers, safeguards.security),
} satisfies SafeguardKind<"security-baseline">;

/** An item: whether it is there; where it is, how, since when it is known, and what shows it. */
function item(key: string, section: string, from?: Tier): readonly SafeguardQuestion[] {
  const base = { section, ...(from !== undefined && { from }) };
  const there = { ...base, when: yes(key) };
  return [
    { key, type: "choice", options: yesNo, ...base },
    { key: `${key}How`, type: "text", ...there },
    { key: `${key}On`, type: "day", ...there },
    { key: `${key}Proof`, type: "evidence", kinds: ["document"], ...there },
  ];
}

function itemShortfalls(
  { item: of }: Safeguard,
  { item: name, isThere, lastDay }: SecurityAnswer,
  { policy, today }: ShortfallGround,
): readonly Shortfall[] {
  const part = `security-baseline.${name}`;
  const id = `${of}/${name}`;
  if (!isThere)
    return name === "restore" ? [{ code: "untried", id, at: 2 }] : [{ code: "absent", params: { part }, id, at: 2 }];
  const last = lastDay(policy.safeguards.security);
  if (last === null || !isBefore(last, today)) return [];
  return [{ code: "aged", params: { part, until: last }, id, at: 1, due: last }];
}

function gradedShortfalls({ item: of, answers }: Safeguard, { policy, today }: ShortfallGround): readonly Shortfall[] {
  const due = assessmentDue(answers, policy.safeguards.security);
  const id = `${of}/level`;
  if (due === null) return [];
  if (due.length === 0) return [{ code: "unassessed", id, at: 2, unknown: true }];
  return due.flatMap((day: Day) =>
    isBefore(day, today) ? [{ code: "assessment", params: { due: day }, id, at: 1, due: day }] : [],
  );
}

/** The list itself is on record; what it does not say of its components is counted, the names are with the piece. */
function componentShortfalls({ item: of, answers }: Safeguard, { technology }: ShortfallGround): readonly Shortfall[] {
  return componentsIn(technology, answers).flatMap(({ evidence, unlicensed, unversioned }) => [
    ...(unversioned === null
      ? [
          {
            code: "unread",
            params: { piece: evidence },
            id: `${of}/${evidence}/versions`,
            at: 1,
            unknown: true as const,
          },
        ]
      : counted("unversioned", evidence, unversioned, of)),
    ...counted("unlicensed", evidence, unlicensed, of),
  ]);
}

const counted = (code: "unversioned" | "unlicensed", piece: string, count: number, of: string): readonly Shortfall[] =>
  count === 0 ? [] : [{ code, params: { piece, count }, id: `${of}/${piece}/${code}`, at: count + 1 }];
