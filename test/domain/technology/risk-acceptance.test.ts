import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { risksOf } from "../../../src/domain/safeguards/risk-register.ts";
import { dayIn } from "../../../src/domain/words/calendar-day.ts";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import { acceptanceOf } from "../../../src/domain/safeguards/risk-acceptance.ts";
import type { ConditionResult } from "../../../src/domain/technology/state/condition-result.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { daysAhead, daysShown } from "../../../src/domain/technology/risks/dates.ts";
import { workItems } from "../../../src/domain/technology/work.ts";
import { warningsOf } from "../../../src/domain/technology/warnings.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import { driftOf } from "../../../src/domain/technology/gate/drift.ts";
import { after, itemOf, reviewing, stating } from "../../support/safeguards.ts";
import { aRecord, day, happened, person, people, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import {
  accept,
  answered,
  ask,
  asked,
  bare,
  controlled,
  factsOf,
  policy,
  refused,
  riskNow,
  withRisk,
} from "./risk-stories.ts";

function found(story: readonly Happened[], n = 21, under: Policy = policy): ConditionResult {
  const t = stateAfter(...story);
  const result = assessGate("rollout", t, forTier(under, t.tier), { today: day(n) }).find(
    ({ key }) => key === "risk-accepted",
  );
  if (result === undefined) throw new Error("The gate does not ask");
  return result;
}
const says = (story: readonly Happened[], n = 21, under: Policy = policy): string => {
  const { status, reason } = found(story, n, under);
  return `${status} ${reason.code.replace("conditions:risk-accepted.", "")}`;
};
const standing = (story: readonly Happened[], n = 21, under: Policy = policy): string => {
  const at = acceptanceOf(riskNow(story, n, under), stateAfter(...story), day(n));
  return at.state === "lapsed" ? `lapsed ${at.why}` : at.state;
};
const withdrawn = (story: readonly Happened[]): readonly Happened[] => [
  ...story,
  happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 30),
];
const edited = (story: readonly Happened[]): readonly Happened[] => {
  const again = after(story, stating(story, "risk", { ...bare, riskName: "More load" }), factsOf("pia", 30));
  return after(again, reviewing(again, "risk"), factsOf("ada", 30));
};

describe("asking somebody to answer for a risk", () => {
  it.each<[string, readonly string[], () => readonly string[]]>([
    ["an approver by name", [], () => refused(withRisk(), ask(withRisk()), factsOf("pia"))],
    ["themselves", ["RequesterMayNotAccept"], () => self()],
    ["an author of the technology", ["AuthorMayNotDecide", "RoleMissing"], () => asks({ approver: "sven" })],
    ["somebody who is no approver", ["RoleMissing"], () => asks({ approver: "eva" })],
    ["nobody there is", ["PersonDisabled"], () => asks({ approver: "nemo" })],
    ["for longer than the policy lets", ["AcceptanceTooLong"], () => asks({ until: day(21 + 181) })],
    ["until today", ["DateNotAhead"], () => asks({ until: day(21) })],
    ["of other words", ["RiskChangedMeanwhile"], () => asks({ of: text("another") })],
    ["of no risk", ["RiskUnknown"], () => asks({ item: "g99" })],
    ["what may stand by itself", ["RiskWithinAppetite"], () => refused(within(), ask(within()), factsOf("pia"))],
    ["what nobody has reviewed", ["RiskNotReviewed"], () => refused(unreviewed(), ask(unreviewed()), factsOf("pia"))],
    ["twice", ["AcceptanceAskedAlready"], () => refused(asked(withRisk()), ask(withRisk()), factsOf("pia"))],
    ["what is accepted as long", ["AcceptanceStandsAlready"], () => refused(given(), ask(given()), factsOf("pia"))],
  ])("%s: %s", (_, codes, tried) => {
    expect(tried().toSorted()).toEqual([...codes].toSorted());
  });

  const asks = (over: Parameters<typeof ask>[1]) => refused(withRisk(), ask(withRisk(), over), factsOf("pia"));
  const both = people.map((one) => (one.id === "pete" ? person("pete", "planner", "approver") : one));
  const self = () => refused(withRisk(), ask(withRisk(), { approver: "pete" }), factsOf("pete", 21, { people: both }));
  const within = () => withRisk(controlled);
  const given = () => answered(withRisk());
  const unreviewed = () => {
    const story = withRisk();
    return after(story, stating(story, "risk", { ...bare, riskName: "Other" }), factsOf("pia", 21));
  };
});

describe("answering for a risk", () => {
  const waits = asked(withRisk());

  it("is for the approver who was asked, and for nobody else", () => {
    expect(refused(waits, accept(waits), factsOf("anna"))).toEqual([]);
    expect(refused(waits, accept(waits), factsOf("axel"))).toEqual(["AcceptanceAskedOfAnother"]);
    expect(refused(waits, accept(waits), factsOf("pia"))).toContain("RoleMissing");
  });

  it("is never for whoever asked, though they were named while they were somebody else", () => {
    const roles = people.map((one) => (one.id === "pia" ? person("pia", "planner", "approver") : one));
    const facts = factsOf("pia", 21, { people: roles });
    const named = waits.map((one) =>
      one.event.type === "RiskAcceptanceAsked"
        ? { ...one, event: { ...one.event, payload: { ...one.event.payload, approver: "pia" } } }
        : one,
    ) as readonly Happened[];
    expect(refused(named, accept(named), facts)).toEqual(
      expect.arrayContaining(["RequesterMayNotAccept", "RiskAuthorMayNotAccept", "AuthorMayNotDecide"]),
    );
  });

  it("is of what was shown and asked about, and for no longer than asked", () => {
    expect(refused(waits, accept(waits, { of: text("stale") }), factsOf("anna"))).toEqual(["RiskChangedMeanwhile"]);
    expect(refused(waits, accept(waits, { until: day(101) }), factsOf("anna"))).toEqual(["AcceptanceLongerThanAsked"]);
    const changed = edited(waits);
    expect(refused(changed, accept(changed, {}, 30), factsOf("anna", 30))).toEqual(["RiskChangedMeanwhile"]);
  });

  it("is refused with a reason, once", () => {
    const refuse = (word: string) => ({ type: "RefuseRiskAcceptance", acceptance: "r1", text: text(word) }) as const;
    const no = after(waits, refuse("lower it"), factsOf("anna"));
    expect(standing(no)).toBe("refused");
    expect(says(no)).toBe("unmet above-refused");
    expect(refused(no, accept(no), factsOf("anna"))).toContain("AcceptanceNotPending");
  });

  it("is a judgement: whoever gave it writes no part of the technology afterwards", () => {
    const story = answered(withRisk());
    const roles = people.map((one) => (one.id === "anna" ? person("anna", "planner") : one));
    expect(refused(story, stating(story, "risk", bare), factsOf("anna", 22, { people: roles }))).toContain(
      "DeciderMayNotAuthor",
    );
  });
});

describe("an acceptance", () => {
  const story = answered(withRisk());

  it("stands until its day, and lapses the day after with nothing having run", () => {
    expect(standing(story, 100)).toBe("standing");
    expect(says(story, 100)).toBe("met met-accepted");
    expect(standing(story, 101)).toBe("lapsed day");
    expect(says(story, 101)).toBe("unmet lapsed-day");
  });

  it("lapses with an edit, also one that leaves the level as it was", () => {
    expect(standing(edited(story), 30)).toBe("lapsed edited");
    expect(says(edited(story), 30)).toBe("unmet lapsed-edited");
  });

  it("lapses when more is left of the risk than was accepted: evidence withdrawn, or out on its day", () => {
    const partly = { ...controlled, impact: "VH", likelihood: "VH", controls: [{ ...lowering, to: "H" }] };
    const lowered = answered(withRisk(partly));
    expect(standing(lowered)).toBe("standing");
    expect(standing(withdrawn(lowered), 30)).toBe("lapsed raised");
    expect(standing(longer(partly), 185)).toBe("standing");
    expect(standing(longer(partly), 186)).toBe("lapsed raised");
  });

  it("lapses when the policy rates by another table", () => {
    const other = {
      ...policy.safeguards.risk,
      level: { ...policy.safeguards.risk.level, VL: ["VL", "VL", "L", "L", "L"] },
    };
    const later = { ...policy, safeguards: { ...policy.safeguards, risk: other } } as unknown as Policy;
    expect(standing(story, 21, later)).toBe("lapsed changed");
  });

  it("lapses when whoever gave it may not have: recused since, or an evaluator now", () => {
    const recused = [...story, happened("PersonRecused", { person: "anna", as: "approver" }, "anna", 25)];
    expect(standing(recused, 26)).toBe("lapsed person");
  });

  it("is ended by any approver with a reason, and by nobody twice", () => {
    const end = { type: "EndRiskAcceptance", acceptance: "r1", text: text("it happened elsewhere") } as const;
    const ended = after(story, end, factsOf("axel", 22));
    expect(standing(ended, 22)).toBe("lapsed ended");
    expect(refused(ended, end, factsOf("axel", 22))).toEqual(["AcceptanceNotStanding"]);
  });

  it("is made longer only by being given anew, and stands meanwhile", () => {
    const again = after(story, ask(story, { until: day(150) }, 90), factsOf("pia", 90));
    expect(standing(again, 100)).toBe("standing");
    expect(standing(again, 101)).toBe("asked");
    const renewed = after(again, accept(again, { until: day(150) }, 90), factsOf("anna", 90));
    expect(standing(renewed, 150)).toBe("standing");
  });

  const lowering = { control: "Second line", side: "impact", to: "M", evidence: ["e1"] } as const;
  function longer(answers: typeof bare): readonly Happened[] {
    const base = withRisk(answers);
    const waits = after(base, ask(base, { until: day(220) }, 100), factsOf("pia", 100));
    return after(waits, accept(waits, { until: day(220) }, 100), factsOf("anna", 100));
  }
});

describe.each(tiers)("the condition risk-accepted of tier %s", (tier) => {
  it("is unknown without a register, and while a statement of it is not reviewed", () => {
    const story = withRisk(controlled, tier);
    const item = itemOf(story, "risk") ?? "";
    expect(says(after(story, { type: "DropSafeguard", item, text: text("x") }, factsOf("pia")))).toBe("unknown none");
    const draft = after(story, stating(story, "risk", { ...controlled, riskName: "Other" }), factsOf("pia"));
    expect(says(draft)).toBe("unknown unreviewed");
  });

  it("is met where what is left may stand, or somebody answers for it", () => {
    expect(says(withRisk(controlled, tier))).toBe("met met");
    expect(says(answered(withRisk(bare, tier)))).toBe("met met-accepted");
    expect(found(withRisk(controlled, tier)).reason.params["levels"]).toEqual({ g1: "M" });
  });

  it("is unmet where nobody answers, and names the risk with its level", () => {
    const story = withRisk(bare, tier);
    expect(says(story)).toBe("unmet above-none");
    expect(found(story).names).toEqual([{ kind: "risk", id: expect.stringMatching(/^g1\/above\//) as string, at: 3 }]);
    expect(says(asked(story))).toBe("unmet above-asked");
  });

  it("is unmet by the day after the evidence of a control, with nothing having run", () => {
    expect(says(withRisk(controlled, tier), 185)).toBe("met met");
    expect(says(withRisk(controlled, tier), 186)).toBe("unmet above-none");
  });

  it("is unmet by a treatment that is over its day, unless the policy lets that pass", () => {
    const late = { ...controlled, treatment: "reduce", treatBy: day(25), treated: "no" };
    expect(says(withRisk(late, tier), 25)).toBe("met met");
    expect(says(withRisk(late, tier), 26)).toBe("unmet overdue");
    const lenient = { ...policy.safeguards, riskRegister: { ...policy.safeguards.riskRegister, overdueBlocks: false } };
    expect(says(withRisk(late, tier), 26, { ...policy, safeguards: lenient })).toBe("met met");
  });

  it("is waived for the risk as it was: not once it is worse, or another", () => {
    const story = withRisk({ ...controlled, likelihood: "VH", impact: "VH", controls: [{ ...stair, to: "H" }] }, tier);
    const names = found(story).names ?? [];
    const granted: readonly Happened[] = [
      ...story,
      happened(
        "WaiverRequested",
        {
          waiver: "w1",
          gate: "rollout",
          condition: "risk-accepted",
          reason: text("r"),
          control: text("c"),
          until: day(60),
          names,
        },
        "pia",
        22,
      ),
      happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"], names }, "abel", 22),
    ];
    expect(found(granted, 23).status).toBe("waived");
    expect(found(granted, 61).status).toBe("unmet");
    expect(found(withdrawn(granted), 30).status).toBe("unmet");
    expect(found(edited(granted), 30).status).toBe("unmet");
  });

  const stair = { control: "Second line", side: "impact", to: "M", evidence: ["e1"] } as const;
});

describe("the families of a register", () => {
  const whole = {
    ...policy,
    safeguards: { ...policy.safeguards, riskRegister: { ...policy.safeguards.riskRegister, families: 4 } },
  };
  const register = (story: readonly Happened[]) =>
    assessGate("rollout", stateAfter(...story), whole, { today: day(21) }).find(({ key }) => key === "risk");

  it("are all looked at, by a risk or by the statement that none was seen", () => {
    const one = withRisk(controlled);
    expect(register(one)).toMatchObject({
      status: "unknown",
      reason: { code: "conditions:risk.families", params: { families: ["management", "social", "legal"] } },
    });
    const none = (story: readonly Happened[], family: string): readonly Happened[] => {
      const answers = { seen: "none", family, noneWhy: text(`none ${family}`) };
      const stated = after(
        story,
        { type: "StateSafeguard", kind: "risk", item: null, answers, submit: true },
        factsOf("pia"),
      );
      const last = stateAfter(...stated).safeguards.at(-1);
      return after(
        stated,
        { type: "ReviewSafeguard", item: last?.item ?? "", of: last?.digest ?? "", outcome: "accepted", text: null },
        factsOf("ada"),
      );
    };
    const all = ["management", "social", "legal"].reduce(none, one);
    expect(register(all)?.status).toBe("met");
  });

  it("hold risks or none, not both, and no two risks of one name", () => {
    const story = withRisk(controlled);
    const state = (answers: typeof bare) =>
      refused(story, { type: "StateSafeguard", kind: "risk", item: null, answers, submit: true }, factsOf("pia"));
    expect(state({ seen: "none", family: "technical", noneWhy: text("w") })).toEqual(["RiskFamilyHasStatement"]);
    expect(state({ ...controlled, family: "social", part: "" })).toContain("RiskNamedTwice");
  });

  it("take no control that lowers nothing", () => {
    const story = withRisk(controlled);
    const controls = [{ control: "c", side: "impact", to: "H", evidence: ["e1"] }];
    expect(refused(story, stating(story, "risk", { ...controlled, controls }), factsOf("pia"))).toEqual([
      "ControlLowersNothing",
    ]);
  });
});

describe("the method of a rating", () => {
  const product = {
    ...policy,
    safeguards: { ...policy.safeguards, risk: { ...policy.safeguards.risk, method: "product" } },
  } as Policy;
  const later = { policy: product, policies: { 1: product } };

  it("stays with the risk while only its words change, and is the policy's once it is rated anew", () => {
    const story = withRisk(bare);
    expect(riskNow(story).method).toBe("nist");
    expect(riskNow(story, 21, product)).toMatchObject({ method: "nist", inherent: { method: "nist", level: "H" } });
    const words = after(story, stating(story, "risk", { ...bare, riskName: "Other" }), factsOf("pia", 21, later));
    expect(riskNow(words, 21, product).method).toBe("nist");
    const rated = after(story, stating(story, "risk", { ...bare, impact: "VH" }), factsOf("pia", 21, later));
    expect(riskNow(rated, 21, product)).toMatchObject({ method: "product", inherent: { product: 20, level: "VH" } });
  });

  it("is nobody's to type", () => {
    const story = withRisk({ ...bare, method: "product" });
    expect(riskNow(story).method).toBe("nist");
  });
});

describe("a decision that was told what was left", () => {
  const approved = (story: readonly Happened[]): readonly Happened[] => [
    ...story,
    happened(
      "GateDecided",
      {
        gate: "rollout",
        outcome: "approve",
        conditions: [],
        lessons: null,
        record: aRecord({ conditions: [found(story)] }),
      },
      "ada",
      22,
    ),
  ];
  const drift = (story: readonly Happened[], n: number) =>
    stateAfter(...story)
      .decisions.flatMap((decided) => driftOf(decided, stateAfter(...story), policy, day(n)))
      .flatMap(({ kind, subject }) => (kind.startsWith("risk") ? [{ kind, subject }] : []));

  it("is marked drifted once evidence ran out: the risk has risen", () => {
    const story = approved(withRisk(controlled));
    expect(drift(story, 185)).toEqual([]);
    expect(drift(story, 186)).toEqual([{ kind: "risk-raised", subject: "g1" }]);
  });

  it.each([
    ["UTC", `${day(185)}T23:59:59.000Z`, `${day(186)}T00:00:00.000Z`],
    ["Asia/Shanghai", `${day(185)}T15:59:59.000Z`, `${day(185)}T16:00:00.000Z`],
  ])(
    "a second after the last of its evidence in %s, risk, gate and decision say so, and nothing has run",
    (zone, last, next) => {
      const t = stateAfter(...approved(withRisk(controlled)));
      const at = (now: string) => {
        const moment = { now, today: dayIn(now, zone) };
        const { status } = findingOf("risk-accepted", "rollout", t, policy, moment);
        const drifted = t.decisions
          .flatMap((decided) => driftOf(decided, t, policy, moment.today))
          .map(({ kind }) => kind);
        return [...risksOf(t, policy, moment.today).map(({ residual }) => residual.rating.level), status, ...drifted];
      };
      expect(Date.parse(next) - Date.parse(last)).toBe(1000);
      expect(at(last)).toEqual(["M", "met"]);
      expect(at(next)).toEqual(["H", "unmet", "risk-raised"]);
    },
  );

  it("is marked drifted once nobody answers any longer", () => {
    const story = approved(answered(withRisk(bare)));
    expect(drift(story, 100)).toEqual([]);
    expect(drift(story, 101)).toEqual([{ kind: "risk-unanswered", subject: "g1" }]);
  });
});

describe("what waits, what comes and what warns", () => {
  const ground = (n: number) => ({
    policy,
    today: day(n),
    dayOf: (at: string) => at.slice(0, 10),
    conditions: [],
    drifted: [],
    voted: [],
  });
  const work = (story: readonly Happened[], n: number) =>
    workItems(stateAfter(...story), ground(n))
      .filter(({ kind }) => kind.endsWith("-risk"))
      .map(({ kind, person: who, due }) => [kind, who, due ?? ""].join(" ").trim());

  it("goes to the author, then to the approver who is asked, then near its end to whoever asked", () => {
    expect(work(withRisk(bare), 21)).toEqual(["ask-risk pia"]);
    expect(work(asked(withRisk(bare)), 21)).toEqual(["accept-risk anna"]);
    expect(work(answered(withRisk(bare)), 69)).toEqual([]);
    expect(work(answered(withRisk(bare)), 70)).toEqual([`ask-risk pia ${day(100)}`]);
  });

  it("goes to the owner of a treatment, from the days ahead that the policy names", () => {
    const late = { ...controlled, treatment: "reduce", treatBy: day(60), treated: "no", owner: "pete" };
    expect(work(withRisk(late), 29)).toEqual([]);
    expect(work(withRisk(late), 30)).toEqual([`treat-risk pete ${day(60)}`]);
    const t = stateAfter(...withRisk(late));
    expect(daysAhead(t, ground(55))).toEqual([{ what: "risk-treatment", on: day(60), which: "g1" }]);
  });

  it("is looked at again when a control loses what it had to show", () => {
    const t = stateAfter(...withRisk(controlled));
    expect(daysShown(t, policy, day(180))).toEqual([day(186)]);
  });

  it("warns before an acceptance or a control ends, and of what nobody answers for", () => {
    const warned = (story: readonly Happened[], n: number) =>
      warningsOf(stateAfter(...story), ground(n))
        .filter(({ kind, from, until }) => kind.startsWith("risk") && from <= day(n) && (until ?? "~") > day(n))
        .map(({ kind }) => kind);
    expect(warned(answered(withRisk(bare)), 39)).toEqual([]);
    expect(warned(answered(withRisk(bare)), 40)).toEqual(["risk-acceptance-ends"]);
    expect(warned(answered(withRisk(bare)), 101)).toEqual(["risk-unanswered"]);
    expect(warned(withRisk(controlled), 124)).toEqual([]);
    expect(warned(withRisk(controlled), 125)).toEqual(["risk-control-ends"]);
  });

  it("is unanswered since the day after the last of its acceptance, whenever one looks", () => {
    const unanswered = (n: number) =>
      warningsOf(stateAfter(...answered(withRisk(bare))), ground(n)).find(({ kind }) => kind === "risk-unanswered");
    expect(unanswered(160)).toMatchObject({ from: day(101), due: day(100), person: "pia" });
    expect(unanswered(160)).toEqual(unanswered(40));
  });
});
