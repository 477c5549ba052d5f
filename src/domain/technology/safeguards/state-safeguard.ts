import { answerReasons } from "../../safeguards/check.ts";
import { digestOfAnswers, unanswered, withoutInapplicable } from "../../safeguards/answers.ts";
import type { SafeguardKind, Statement } from "../../safeguards/kind.ts";
import { fallenEvidence } from "../../safeguards/named-evidence.ts";
import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Facts } from "../state/facts.ts";
import { actsAs, mayAuthor } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { safeguardsOf } from "../state/safeguards.ts";
import type { Safeguard, SafeguardAnswer, SafeguardAnswers } from "../state/safeguards.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** The most statements that one technology has in all, dropped ones too. */
const mostSafeguards = 500;

/**
 * A statement, or a new version of one, as a draft or handed in for review. Whoever writes it is an author of it. What
 * the answers do not ask for is dropped and said.
 */
export function stateSafeguard(t: Technology, c: CommandOf<"StateSafeguard">, f: Facts): Decision<TechnologyEvent> {
  const kind = safeguardKind(c.kind);
  if (kind === undefined) return unless(when(true, "SafeguardKindUnknown", "kind", { kind: c.kind }), () => []);
  const policy = pinnedPolicy(t, f);
  const questions = kind.questions(policy);
  const before = c.item === null ? null : (t.safeguards.find(({ item }) => item === c.item) ?? null);
  const typed = answered(c.answers);
  const stamped = kind.stamped?.(typed, before?.answers ?? null, policy) ?? typed;
  const { answers, cleared } = withoutInapplicable(questions, stamped);
  const wrong = answerReasons(questions, answers, { technology: t, facts: f });
  // What is no answer may have no canonical form either: it gets no digest, and is refused.
  const digest = wrong.length === 0 ? digestOfAnswers(kind.key, answers) : "";
  const same = before !== null && before.digest === digest;
  const reasons: readonly Reason[] = [
    ...whoReasons(kind, t, f),
    ...itemReasons(kind, before, t, c),
    ...wrong,
    ...when(same && !c.submit, "NothingChanged"),
    ...when(same && c.submit && before.submitted !== null, "SafeguardSubmittedAlready"),
    ...(c.submit ? submitReasons(kind, { technology: t, policy, answers, item: c.item }, f) : []),
  ];
  return unless(reasons, () => {
    const item = c.item ?? `g${t.safeguards.length + 1}`;
    const stated: TechnologyEvent = {
      type: "SafeguardStated",
      schema: 1,
      payload: { kind: kind.key, item, answers, cleared },
    };
    const submitted: TechnologyEvent = {
      type: "SafeguardSubmitted",
      schema: 1,
      payload: { kind: kind.key, item, of: digest },
    };
    return [...(same ? [] : [stated]), ...(c.submit ? [submitted] : [])];
  });
}

function whoReasons(kind: SafeguardKind, t: Technology, f: Facts): readonly Reason[] {
  const { id } = f.actor;
  return [
    ...when(!kind.statedBy.some((role) => actsAs(f, id, role)), "RoleMissing", undefined, {
      person: id,
      roles: [...kind.statedBy],
    }),
    ...(kind.statedBy.includes("planner") ? mayAuthor(t, id) : []),
  ];
}

function itemReasons(
  kind: SafeguardKind,
  before: Safeguard | null,
  t: Technology,
  { item }: CommandOf<"StateSafeguard">,
): readonly Reason[] {
  if (item === null) {
    const standing = safeguardsOf(t, kind.key).length;
    const most = kind.many ?? 1;
    return [
      ...when(standing >= most, most === 1 ? "SafeguardThereAlready" : "SafeguardsTooMany", undefined, { most }),
      ...when(t.safeguards.length >= mostSafeguards, "SafeguardsTooMany", undefined, { most: mostSafeguards }),
    ];
  }
  return when(before === null || before.kind !== kind.key || before.dropped !== null, "SafeguardUnknown", "item", {
    item,
  });
}

export function submitReasons(kind: SafeguardKind, statement: Statement, f: Facts): readonly Reason[] {
  const { technology, policy, answers } = statement;
  const questions = kind.questions(policy);
  const open = kind.mayStayOpen === true ? [] : unanswered(questions, answers, technology.tier);
  return [
    ...open.map((field) => ({ code: "AnswerMissing", field })),
    ...fallenFor(kind, statement, f).map(({ field, evidence }) => ({
      code: "EvidenceNotInForce",
      field,
      params: { evidence },
    })),
    ...(kind.refusals?.(statement, f) ?? []),
  ];
}

const fallenFor = (kind: SafeguardKind, { technology, policy, answers }: Statement, f: Facts) =>
  kind.weighsEvidence === true ? [] : fallenEvidence(kind.questions(policy), answers, technology, f.today);

/** Without what was left empty: that is no answer. */
const answered = (answers: SafeguardAnswers): SafeguardAnswers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => {
      const given = withoutEmptyCells(answer);
      return isEmpty(given) ? [] : [[key, given]];
    }),
  );

function withoutEmptyCells(answer: SafeguardAnswer): SafeguardAnswer {
  if (!Array.isArray(answer)) return answer;
  const entries = answer as readonly unknown[];
  return entries
    .map((entry) =>
      typeof entry === "object" && entry !== null
        ? Object.fromEntries(Object.entries(entry).filter(([, cell]) => !isEmpty(cell)))
        : entry,
    )
    .filter((entry) => !(typeof entry === "object" && Object.keys(entry ?? {}).length === 0)) as never;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
