import { expect, it } from "vitest";
import { assessGate } from "../../src/domain/gates/assess.ts";
import { forTier } from "../../src/domain/policy/for-tier.ts";
import { decisionsOf } from "../../src/projections/decisions/drift.ts";
import type { GateOutcome } from "../../src/domain/technology/state/decision.ts";
import type { SafeguardAnswers } from "../../src/domain/technology/state/safeguards.ts";
import { accepted, after, allAccepted, asking, careful, piloted, stating } from "../support/safeguards.ts";
import { aRecord, by, day, happened, stateAfter } from "../support/technology.ts";
import type { Happened } from "../support/technology.ts";

const policy = forTier(asking("completion"), "II");

/** Decided at completion on day 25, with what the gate found then. */
function decidedOn(story: readonly Happened[], outcome: GateOutcome = "approve"): readonly Happened[] {
  const conditions = assessGate("completion", stateAfter(...story), policy, { today: day(25) });
  const record = aRecord({ conditions });
  const decision = { gate: "completion", outcome, conditions: [], lessons: null, record } as const;
  return [...story, happened("GateDecided", decision, "ada", 25)];
}

const drift = (story: readonly Happened[], n: number) =>
  decisionsOf("t1", stateAfter(...story), policy, day(n))
    .filter(({ gate }) => gate === "completion")
    .flatMap((decision) => decision.drift.map(({ kind, subject }) => `${kind} ${subject}`));

const all = allAccepted(piloted(), ["data-record", "personal-impact", "algorithm-dossier"]);
const record = (over: object): SafeguardAnswers => {
  const [row] = careful["data-record"].sets;
  return { ...careful["data-record"], sets: [{ ...row, ...over }] };
};

it("an approval stands while the safeguards it found met stand", () => {
  expect(drift(decidedOn(all), 26)).toEqual([]);
});

it("an approval drifts with another grade of the data, once that is accepted, and not with another name", () => {
  const decided = decidedOn(all);
  expect(drift(accepted(decided, "data-record", 26, record({ setName: "Tickets" })), 27)).toEqual([]);
  const graver = record({ object: "nationalSecurity" });
  expect(drift(after(decided, stating(decided, "data-record", graver), by("pia", 26)), 27)).toEqual([]);
  expect(drift(accepted(decided, "data-record", 26, graver), 27)).toEqual(["data-class-changed data-record"]);
});

it("an approval drifts with another class of personal information, and so does what was assessed of it", () => {
  const sensitive = accepted(decidedOn(all), "data-record", 26, record({ personal: "sensitive" }));
  expect(drift(sensitive, 27).toSorted()).toEqual([
    "data-class-changed data-record",
    "safeguard-reopened personal-impact/g2",
  ]);
});

it("an approval drifts when a promise becomes overdue, with nothing having run", () => {
  const promises = [{ promisedSet: "Queue tickets", promisedTo: "transport", promisedBy: day(40), promiseKept: "no" }];
  const promised = accepted(all, "data-record", 22, { ...careful["data-record"], promised: "yes", promises });
  expect(drift(decidedOn(promised), 40)).toEqual([]);
  expect(drift(decidedOn(promised), 41)).toEqual(["safeguard-short data-record"]);
});

it("a return does not drift", () => {
  const returned = decidedOn(all, "return");
  expect(drift(accepted(returned, "data-record", 26, record({ object: "nationalSecurity" })), 27)).toEqual([]);
});
