import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { impactAssessment } from "../../../src/domain/safeguard-kinds/impact-assessment.ts";
import { digestOfAnswers } from "../../../src/domain/safeguards/answers.ts";
import { standingOf } from "../../../src/domain/safeguards/standing.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { Happened } from "../../support/technology.ts";
import { aProposal, by, day, given, happened, proposed, stateAfter } from "../../support/technology.ts";
import { lightest } from "../safeguards/impact/answers.ts";

const kind = impactAssessment.key;
const policy = defaultPolicy;
const as = (actor: string, n = 1): Facts => by(actor, n, { policy, policies: { [policy.version]: policy } });

const general: { readonly [question: string]: string } = { ...lightest, data: "personal" };
const state = (answers: SafeguardAnswers, item: string | null = null, submit = true) =>
  ({ type: "StateSafeguard", kind, item, answers, submit }) as const;
const review = (answers: SafeguardAnswers, outcome: "accepted" | "returned" = "accepted") =>
  ({ type: "ReviewSafeguard", item: "g1", of: digestOfAnswers(kind, answers), outcome, text: null }) as const;
const handedIn = (answers: SafeguardAnswers, ...story: readonly Happened[]): readonly Happened[] => [
  ...story,
  happened("SafeguardStated", { kind, item: "g1", answers, cleared: [] }, "pia", 1),
  happened("SafeguardSubmitted", { kind, item: "g1", of: digestOfAnswers(kind, answers) }, "pia", 1),
];
const accepted = (answers: SafeguardAnswers, tier: "I" | "II" | "III" | "IV", ...story: readonly Happened[]) => {
  const before = handedIn(answers, ...story);
  const ground = impactAssessment.ground(stateAfter(...before), answers, policy);
  const fixes = { tier };
  return [
    ...before,
    happened(
      "SafeguardReviewed",
      {
        kind,
        item: "g1",
        outcome: "accepted",
        of: digestOfAnswers(kind, answers),
        text: null,
        until: day(700),
        ground,
        fixes,
      },
      "eva",
      2,
    ),
  ];
};

const told = proposed({ tier: "II", tierStated: true, personalInformation: "general", dataClass: "general" });

describe("the impact assessment", () => {
  it("is handed in with open questions, which count at their most", () => {
    const { groups: _, ...open } = general;
    given(...told)
      .when(state(open), as("pia"))
      .then(
        { type: "SafeguardStated", payload: { kind, item: "g1", answers: open, cleared: [] } },
        { type: "SafeguardSubmitted", payload: { kind, item: "g1", of: digestOfAnswers(kind, open) } },
      );
  });

  it("drops answers to questions that these answers do not ask, and says which", () => {
    given(...told)
      .when(state({ ...general, review: "no", reasons: "no" }, null, false), as("pia"))
      .then({
        type: "SafeguardStated",
        payload: { kind, item: "g1", answers: general, cleared: ["review", "reasons"] },
      });
  });

  it.each([
    ["general", "general", "none", "ImpactDataBelowProposal"],
    ["sensitive", "general", "personal", "ImpactDataBelowProposal"],
    ["general", "important", "personal", "ImpactDataBelowProposal"],
    ["none", "core", "sensitive", "ImpactDataNotCore"],
  ] as const)(
    "of %s personal information and %s data is refused with data “%s”",
    (information, dataClass, data, code) => {
      given(...proposed({ personalInformation: information, dataClass }))
        .when(state({ ...general, data }), as("pia"))
        .thenRefused(`${code}@data`);
    },
  );

  it.each([
    [general, "I"],
    [{ ...general, rights: "benefits", people: "many" }, "II"],
    [{ ...general, rights: "liberty" }, "III"],
    [{ data: "personal" }, "IV"],
  ] as const)("accepted brings the tier of its answers: %j is %s", (answers, tier) => {
    const { decision } = given(...handedIn(answers, ...told)).when(review(answers), as("eva", 2));
    expect(decision).toMatchObject({ events: [{ payload: { fixes: { tier }, until: "2028-03-03" } }] });
  });

  it("leaves the stated tier until it is accepted, then replaces it, and no revised proposal brings it back", () => {
    const heavy = { ...general, rights: "liberty" };
    expect(stateAfter(...handedIn(heavy, ...told)).tier).toBe("II");
    const after = accepted(heavy, "III", ...told);
    expect(stateAfter(...after).tier).toBe("III");
    const revised = happened(
      "ProposalRevised",
      { proposal: aProposal({ tier: "I", personalInformation: "general", dataClass: "general" }), changed: ["tier"] },
      "pia",
      3,
    );
    expect(stateAfter(...after, revised).tier).toBe("III");
  });

  it("answers for a tier that the proposal left open", () => {
    const open = proposed({ tier: "IV", tierStated: false, personalInformation: "general", dataClass: "general" });
    const finding = (story: readonly Happened[]) =>
      findingOf("tier-stated", "admission", stateAfter(...story), policy, { today: day(3) }).status;
    expect([finding(open), finding(accepted(general, "I", ...open))]).toEqual(["unknown", "met"]);
  });

  it.each([
    ["personal information", { personalInformation: "sensitive" }, ["personalInformation"]],
    ["the data class", { dataClass: "important" }, ["dataClass"]],
    ["the name alone", { name: "Queue forecast, renamed" }, null],
  ] as const)("is reopened by what the proposal comes to say of %s", (_, over, changed) => {
    const proposal = aProposal({ personalInformation: "general", dataClass: "general", ...over });
    const story = [
      ...accepted(general, "I", ...told),
      happened("ProposalRevised", { proposal, changed: Object.keys(over) }, "pia", 3),
    ];
    const t = stateAfter(...story);
    const standing = standingOf(impactAssessment, t.safeguards[0]!, t, policy, day(3));
    expect(standing.reopenedBy).toEqual(changed === null ? null : { why: "ground", changed });
    expect(standing.state).toBe(changed === null ? "in-force" : "reopened");
  });

  it("is reopened by another questionnaire, and by no other number of the policy", () => {
    const t = stateAfter(...accepted(general, "I", ...told));
    const { impact } = policy.safeguards;
    const withImpact = (over: Partial<typeof impact>) => ({
      ...policy,
      safeguards: { ...policy.safeguards, impact: { ...impact, ...over } },
    });
    const stateUnder = (of: typeof policy) => standingOf(impactAssessment, t.safeguards[0]!, t, of, day(3)).state;
    expect(stateUnder(withImpact({ source: { en: "another", zh: "另一份" } }))).toBe("in-force");
    expect(stateUnder(withImpact({ from: { ...impact.from, II: 7 } }))).toBe("reopened");
  });

  it("lapses the day after its last one", () => {
    const t = stateAfter(...accepted(general, "I", ...told));
    const on = (n: number) => standingOf(impactAssessment, t.safeguards[0]!, t, policy, day(n)).state;
    expect([on(700), on(701)]).toEqual(["in-force", "lapsed"]);
  });
});
