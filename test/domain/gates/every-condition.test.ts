import { describe, expect, it } from "vitest";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { registeredConditions } from "../../../src/domain/gates/register.ts";
import { knownConditions } from "../../../src/domain/policy/conditions.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { ConditionRule, Gate, Policy } from "../../../src/domain/policy/policy.ts";
import type { ConditionResult } from "../../../src/domain/technology/state/condition-result.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { asking } from "../../support/safeguards.ts";
import { happened, stateAfter, text } from "../../support/technology.ts";
import { admissionRows } from "./table/admission-rows.ts";
import { evaluationRows } from "./table/evaluation-rows.ts";
import { pilotRows } from "./table/pilot-rows.ts";
import { rolloutRows } from "./table/rollout-rows.ts";
import { isPossible } from "./table/row.ts";
import type { Row, RowOf, Standing } from "./table/row.ts";
import { safeguardRows } from "./table/safeguard-rows.ts";

/** Every condition that a policy can ask for, tried of every tier, at every gate where it can be asked, in every state. */
const rows: { readonly [key: string]: RowOf } = {
  ...admissionRows,
  ...pilotRows,
  ...evaluationRows,
  ...rolloutRows,
  ...safeguardRows,
};

type StateOfRow = keyof Row;
const states: readonly StateOfRow[] = ["met", "unmet", "unknown", "lapsed"];

const rowsOf = new Map<string, Row>();

function rowOf(key: string, tier: Tier): Row {
  const name = `${key} ${tier}`;
  const row = rowsOf.get(name) ?? rows[key]?.(tier);
  if (row === undefined) throw new Error(`${key} has no row in this table`);
  rowsOf.set(name, row);
  return row;
}

const base = asking("rollout");

/** The gate asks for this one condition. */
function policyOf(gate: Gate, rule: ConditionRule): Policy {
  const { clocks, feedback } = defaultPolicy.safeguards;
  const riskRegister = { ...defaultPolicy.safeguards.riskRegister, families: 1 };
  const costs = { ...defaultPolicy.safeguards.costs, reportDays: { I: 45, II: 45, III: 45, IV: 45 } };
  return {
    ...base,
    safeguards: { ...base.safeguards, riskRegister, costs, feedback, clocks: { ...clocks, body: "state-organ" } },
    gates: { ...base.gates, [gate]: { ...base.gates[gate], conditions: [rule] } },
  };
}

interface Asked {
  readonly key: string;
  readonly gate: Gate;
  readonly tier: Tier;
}

const statesOf = new WeakMap<Standing["story"], Technology>();

/** Folded once: a standing is asked at each gate. */
function stateOf({ story }: Standing): Technology {
  const state = statesOf.get(story) ?? stateAfter(...story);
  statesOf.set(story, state);
  return state;
}

function answers(asked: Asked, standing: Standing, rule: Partial<ConditionRule> = {}): readonly ConditionResult[] {
  const { key, gate } = asked;
  const t = stateOf(standing);
  const policy = forTier(policyOf(gate, { key, waivable: true, deferrable: false, ...rule }), t.tier);
  const { today, now } = standing;
  return assessGate(gate, t, policy, { today, ...(now !== null && { now }) });
}

function answer(asked: Asked, standing: Standing, rule: Partial<ConditionRule> = {}): ConditionResult {
  const [result] = answers(asked, standing, rule);
  if (result === undefined) throw new Error(`${asked.gate} does not ask for ${asked.key}`);
  return result;
}

/** Waived as it stands, through the tenth day after. */
function waived({ key, gate }: Asked, standing: Standing, names: ConditionResult["names"] = []): Standing {
  const until = addDays(standing.today, 10);
  const asked = { waiver: "w1", gate, condition: key, reason: text("r"), control: text("c"), until, names };
  return {
    ...standing,
    story: [
      ...standing.story,
      happened("WaiverRequested", asked, "pia", 22),
      happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"], names }, "abel", 22),
    ],
  };
}

const cells = knownConditions.flatMap(({ key, gates }) =>
  gates.flatMap((gate) => tiers.map((tier) => [key, gate, tier] as const)),
);

it("every condition has its row in this table, and no row is of another", () => {
  expect(Object.keys(rows).toSorted()).toEqual(registeredConditions.toSorted());
});

describe.each(cells)("%s at the gate %s, tier %s", (key, gate, tier) => {
  const asked: Asked = { key, gate, tier };
  const possible = (state: StateOfRow): readonly Standing[] => [rowOf(key, tier)[state]].filter(isPossible);
  const open = (): readonly Standing[] => [...possible("unmet"), ...possible("unknown")];

  it("is met, names nothing and says no remedy", () => {
    const { status, names = [], remedy } = answer(asked, rowOf(key, tier).met);
    expect({ status, names, remedy }).toEqual({ status: "met", names: [], remedy: null });
  });

  it("is unmet, unknown and lapsed: named each time, with a remedy, and never met", () => {
    for (const state of ["unmet", "unknown"] as const)
      for (const standing of possible(state)) expect(answer(asked, standing).status).toBe(state);
    for (const standing of possible("lapsed")) expect(answer(asked, standing).status).toMatch(/^un(met|known)$/);
    for (const standing of [...open(), ...possible("lapsed")]) {
      const { names, remedy } = answer(asked, standing);
      expect(names?.length).toBeGreaterThan(0);
      expect(remedy?.code).toMatch(/^conditions:/);
    }
  });

  it("is waived for what stands open, through the waiver's last day, and only where the policy lets it be", () => {
    for (const standing of open()) {
      const { names, status } = answer(asked, standing);
      const granted = waived(asked, standing, names);
      expect(answer(asked, granted)).toMatchObject({ status: "waived", due: addDays(standing.today, 10) });
      expect(answer(asked, granted, { waivable: false }).status).toBe(status);
      const later = { ...granted, today: addDays(standing.today, 11) };
      expect(answer(asked, later).status).not.toBe("waived");
    }
  });

  it("is asked of this tier where the rule names it, and of no other then", () => {
    const { met } = rowOf(key, tier);
    const own = stateOf(met).tier;
    expect(answers(asked, met, { tiers: [own] })).toHaveLength(1);
    expect(answers(asked, met, { tiers: tiers.filter((other) => other !== own) })).toEqual([]);
  });
});

it("no condition is ever in a state that its row calls impossible", () => {
  const every = Object.keys(rows).flatMap((key) => states.map((state) => rowOf(key, "II")[state]).filter(isPossible));
  const policy = policyOf("rollout", { key: "need-stated", waivable: false, deferrable: false });
  for (const key of registeredConditions) {
    const impossible = (["unmet", "unknown"] as const).filter((state) => !isPossible(rowOf(key, "III")[state]));
    if (impossible.length === 0) continue;
    for (const standing of every) {
      const { today, now } = standing;
      const t = stateOf(standing);
      const { status } = findingOf(key, "rollout", t, forTier(policy, t.tier), { today, ...(now !== null && { now }) });
      expect(impossible, `${key} on ${today}`).not.toContain(status);
    }
  }
});
