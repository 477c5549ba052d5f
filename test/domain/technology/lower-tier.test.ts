import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { toConfirm } from "../../../src/domain/technology/state/lower-tier.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { Happened } from "../../support/technology.ts";
import {
  admitted,
  by,
  day,
  decided,
  digest,
  given,
  happened,
  proposed,
  stateAfter,
  text,
} from "../../support/technology.ts";

/** Admission asks for the need of everybody, and of tiers III and IV for an assessment that was accepted. */
const policy = (conditions: Policy["gates"]["admission"]["conditions"]): Policy => ({
  ...earlyPolicy,
  gates: {
    ...earlyPolicy.gates,
    admission: { conditions, quorum: { I: 1, II: 1, III: 2, IV: 2 } },
  },
});
const light = policy([{ key: "need-stated", waivable: false, deferrable: false }]);
const grave = policy([
  ...light.gates.admission.conditions,
  { key: "aia", waivable: false, deferrable: false, tiers: ["III", "IV"] },
]);
const as = (actor: string, n: number, under = light) => by(actor, n, { policy: under, policies: { 1: under } });

const assessed = (tier: "I" | "II" | "III" | "IV", n = 5): Happened =>
  happened(
    "SafeguardReviewed",
    {
      kind: "impact-assessment",
      item: "g1",
      outcome: "accepted",
      of: digest("answers"),
      text: null,
      until: null,
      ground: {},
      fixes: { tier },
    },
    "eva",
    n,
  );
const raised = [...admitted({ tier: "I" }), assessed("III")];
const decision = stateAfter(...raised).decisions[0]!.position;
const confirm = (words = "it stands") => ({ type: "ConfirmDecision", decision, text: text(words) }) as const;
const confirmed = (actor: string, complete: boolean, tier: "III" | "IV" = "III"): Happened =>
  happened("DecisionConfirmed", { decision, tier, text: text("it stands"), complete }, actor, 6);

const finding = (...story: readonly Happened[]) =>
  findingOf("lower-tier-confirmed", "completion", stateAfter(...story), light, { today: day(7) });

describe("an approval of a lower tier", () => {
  it.each([
    ["nothing was decided before", [...proposed({ tier: "I" }), assessed("III")], 0],
    ["the tier stays", [...admitted({ tier: "I" }), assessed("I")], 0],
    ["the tier falls", [...admitted({ tier: "III" }), assessed("II")], 0],
    ["the tier rises", raised, 1],
    ["the gate was passed anew under the tier of now", [...raised, decided("admission", "approve", 6)], 0],
  ] as const)("waits to be confirmed where it has to: %s", (_, story, count) => {
    expect(toConfirm(stateAfter(...story))).toHaveLength(count);
  });

  it("keeps the next gate shut, by name, until the quorum of the new tier has confirmed it", () => {
    expect(finding(...raised)).toMatchObject({ status: "unmet", names: [{ kind: "decision", id: String(decision) }] });
    expect(finding(...raised, confirmed("ada", false)).status).toBe("unmet");
    expect(finding(...raised, confirmed("ada", false), confirmed("abel", true)).status).toBe("met");
  });

  it("is confirmed by as many approvers as the tier of now asks for", () => {
    given(...raised)
      .when(confirm(), as("ada", 6))
      .then({
        type: "DecisionConfirmed",
        payload: { decision, tier: "III", text: text("it stands"), complete: false },
      });
    given(...raised, confirmed("ada", false))
      .when(confirm(), as("abel", 6))
      .then({ type: "DecisionConfirmed", payload: { decision, tier: "III", text: text("it stands"), complete: true } });
  });

  it("is confirmed by nobody twice, by no author and evaluator", () => {
    given(...raised, confirmed("ada", false))
      .when(confirm(), as("ada", 6))
      .thenRefused("ConfirmedAlready");
    const { decision: refused } = given(...raised).when(confirm(), as("pia", 6));
    expect(refused.kind).toBe("rejected");
  });

  it("is not confirmed past what its gate asks of the tier of now", () => {
    given(...raised)
      .when(confirm(), as("ada", 6, grave))
      .thenRefused("ConditionsOpenUnderTier");
  });

  it("needs another confirmation where the tier rises once more", () => {
    const twice = [...raised, confirmed("ada", false), confirmed("abel", true), assessed("IV", 8)];
    expect(toConfirm(stateAfter(...twice))).toHaveLength(1);
    given(...twice)
      .when(confirm(), as("ada", 9))
      .thenAccepted();
  });

  it("that needs none is refused", () => {
    given(...admitted({ tier: "I" }))
      .when(confirm(), as("ada", 6))
      .thenRefused("DecisionNeedsNoConfirmation@decision");
  });
});
