import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { gateAhead, gateDue } from "../state/gate-ahead.ts";
import { neverDeciding, proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** A decision that nobody has taken by its day. One that is asked again is named by itself, its day beside it. */
export function undecided(
  t: Technology,
  { policy, today, dayOf }: WarningGround,
): readonly EarlyWarning<"gate-overdue">[] {
  const due = t.reopened === null ? gateDue(t, policy, today, dayOf) : null;
  const gate = gateAhead(t);
  if (due === null || gate === null) return [];
  return [
    {
      kind: "gate-overdue",
      subject: gate,
      from: addDays(due, 1),
      due,
      weight: "serious",
      role: "approver",
      excluded: neverDeciding(t),
      params: { gate },
    },
  ];
}

/** Conditions of an approval that are not fulfilled by their day; they hold a rollout. */
export const overdueWarnings = (t: Technology): readonly EarlyWarning<"condition-overdue">[] =>
  t.conditions
    .filter(({ fulfilledAt }) => fulfilledAt === null)
    .map(({ condition, decision, owner, dueOn }) => ({
      kind: "condition-overdue",
      subject: `${condition}@${decision}`,
      from: addDays(dueOn, 1),
      due: dueOn,
      weight: "serious",
      person: owner,
      params: { condition },
    }));

/** What waivers cover and nobody has mended: how many, since when, and what they cover. */
export function waiverDebt(t: Technology, { today }: WarningGround): readonly EarlyWarning<"waiver-debt">[] {
  const granted = t.waivers.filter(({ state, until }) => state === "granted" && until >= today);
  const since = granted.flatMap(({ grantedAt }) => grantedAt ?? []).toSorted();
  const [oldest] = since;
  const [due] = granted.map(({ until }) => until).toSorted();
  if (oldest === undefined || due === undefined) return [];
  const conditions = [...new Set(granted.map(({ condition }) => condition))].join(" ");
  return [
    {
      kind: "waiver-debt",
      from: oldest,
      due,
      weight: "notice",
      person: proposerOf(t),
      params: { count: granted.length, conditions },
    },
  ];
}

/** Approvals that the technology stands on and whose ground is no longer what it was. */
export const driftWarnings = (t: Technology, { drifted }: WarningGround): readonly EarlyWarning<"drift">[] =>
  drifted.flatMap((position) => {
    const decided = t.decisions.find((decision) => decision.position === position);
    if (decided === undefined) return [];
    return [
      {
        kind: "drift" as const,
        subject: String(position),
        from: decided.at,
        due: null,
        weight: "serious" as const,
        role: "approver" as const,
        excluded: neverDeciding(t),
        params: { gate: decided.gate },
      },
    ];
  });

/** A gate behind it that is asked again: nothing that rests on it goes further. */
export function askedAgain(
  t: Technology,
  { policy, today, dayOf }: WarningGround,
): readonly EarlyWarning<"gate-asked-again">[] {
  if (t.reopened === null) return [];
  const { gate, at } = t.reopened;
  return [
    {
      kind: "gate-asked-again",
      subject: gate,
      from: at,
      due: gateDue(t, policy, today, dayOf),
      weight: "serious",
      role: "approver",
      excluded: neverDeciding(t),
      params: { gate },
    },
  ];
}
