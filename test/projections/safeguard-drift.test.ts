import { expect, it } from "vitest";
import { conformance } from "../../src/domain/safeguard-kinds/conformance.ts";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { digestOfAnswers } from "../../src/domain/safeguards/answers.ts";
import { decisionsOf, driftedAmong } from "../../src/projections/decisions/drift.ts";
import type { GateOutcome } from "../../src/domain/technology/state/decision.ts";
import { day, decided, evaluating, happened, stateAfter } from "../support/technology.ts";

const answers = { standard: "city-api@1.0", evidence: ["e1"], whole: "yes" };
const of = digestOfAnswers(conformance.key, answers);
const which = { kind: conformance.key, item: "g1" };
const accepted = { outcome: "accepted", of, text: null, until: null, ground: {}, fixes: {} } as const;
const notice = { standard: "city-api", version: "1.0", deprecatedOn: day(45), until: day(100), successor: "2.0" };

const condition = {
  key: conformance.key,
  reason: { code: "conditions:safeguard.met", params: {} },
  remedy: null,
  owner: "planner",
  due: null,
  names: [],
  waivable: true,
  deferrable: false,
} as const;

function driftOn(n: number, outcome: GateOutcome, status: "met" | "waived" = "met") {
  const t = stateAfter(
    ...evaluating(),
    happened("SafeguardStated", { ...which, answers, cleared: [] }, "pia", 38),
    happened("SafeguardSubmitted", { ...which, of }, "pia", 38),
    happened("SafeguardReviewed", { ...which, ...accepted }, "ada", 39),
    decided("rollout", outcome, 41, { conditions: [{ ...condition, status }] }),
    happened("StandardMoved", notice, "system", 45),
  );
  const decisions = decisionsOf("t1", t, defaultPolicy, day(n));
  return { drift: decisions.at(-1)?.drift, marked: driftedAmong(decisions).length };
}

it("a decision drifts when a statement that stood for it lapses, by the calendar alone", () => {
  expect(driftOn(100, "approve")).toEqual({ drift: [], marked: 0 });
  expect(driftOn(101, "approve")).toEqual({
    drift: [{ kind: "safeguard-lapsed", subject: "conformance/g1" }],
    marked: 1,
  });
});

it("a rejection rests on nothing, and a waived condition on no statement", () => {
  expect(driftOn(101, "reject").drift).toEqual([]);
  expect(driftOn(101, "approve", "waived").drift).toEqual([]);
});
