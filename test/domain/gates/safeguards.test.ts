import { describe, expect, it } from "vitest";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import type { ConditionResult } from "../../../src/domain/technology/state/condition-result.ts";
import { knownConditions } from "../../../src/domain/policy/conditions.ts";
import type { Gate, Policy } from "../../../src/domain/policy/policy.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { lapses } from "../../../src/domain/technology/safeguards/dates.ts";
import { nextFiling } from "../../../src/domain/safeguards/filing.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import { safeguardKinds } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import { tiers } from "../../../src/domain/words/tier.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import {
  accepted,
  after,
  allAccepted,
  asking,
  attachedOutcomes,
  careful,
  carefully,
  fairPlan,
  itemOf,
  piloted,
  reviewing,
  stating,
} from "../../support/safeguards.ts";
import { by, day, happened, proposed, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { fairnessBy } from "../scoring/optional.ts";

const gateOf = (kind: string): Gate =>
  knownConditions.find(({ key }) => key === kind)?.gates.find((gate) => gate !== "admission") ?? "rollout";

/** What the gate says of a kind on a day. */
function found(kind: string, story: readonly Happened[], n = 22, policy?: Policy): ConditionResult {
  const t = stateAfter(...story);
  const gate = gateOf(kind);
  const asked = forTier(policy ?? asking(gate), t.tier);
  const result = assessGate(gate, t, asked, { today: day(n) }).find(({ key }) => key === kind);
  if (result === undefined) throw new Error(`${gate} does not ask for ${kind}`);
  return result;
}

const says = (kind: string, story: readonly Happened[], n?: number): string => {
  const { status, reason } = found(kind, story, n);
  return `${status} ${reason.code.replace("conditions:", "")}`;
};

const waived = (kind: string, story: readonly Happened[], until = day(60)): readonly Happened[] => {
  const gate = gateOf(kind);
  const names = found(kind, story).names ?? [];
  const asked = { waiver: "w1", gate, condition: kind, reason: text("r"), control: text("c"), until, names };
  return [
    ...story,
    happened("WaiverRequested", asked, "pia", 22),
    happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"], names }, "abel", 22),
  ];
};

/** Everything that the kind rests on, without itself. */
const before = (kind: SafeguardKey, tier: Tier): readonly Happened[] => {
  const others = safeguardKinds
    .map(({ key }) => key)
    .filter((key) => key !== kind && key !== "independent-audit" && key !== "impact-assessment" && key in careful);
  return allAccepted(
    piloted(tier),
    others.filter((key) => key !== "bias" || kind === "independent-audit"),
  );
};

const kinds = safeguardKinds.map(({ key }) => key).filter((key) => key in careful);
const each = tiers.flatMap((tier) => kinds.map((kind) => [kind, tier] as const));

/** Conformance is held against the register of standards, in tests of its own. */
const triedElsewhere: readonly string[] = ["conformance"];

it("every kind has a statement that somebody careful writes, by which its condition is tried", () => {
  expect(safeguardKinds.map(({ key }) => key).filter((key) => !(key in careful))).toEqual(triedElsewhere);
});

describe.each(each)("the condition %s of tier %s", (kind, tier) => {
  const nothing = before(kind, tier);
  const drafted = after(nothing, stating(nothing, kind, undefined, false), by("pia", 21));
  const handedIn = after(nothing, stating(nothing, kind), by("pia", 21));
  const returned = after(handedIn, reviewing(handedIn, kind, "returned"), by("ada", 21));
  const stands = after(handedIn, reviewing(handedIn, kind), by("ada", 21));

  it("is unknown while nobody independent has looked", () => {
    expect(says(kind, nothing)).toBe("unknown safeguard.not-begun");
    expect(says(kind, drafted)).toMatch(/^unknown safeguard\.(drafted|unanswered)$/);
    expect(says(kind, handedIn)).toBe("unknown safeguard.submitted");
  });

  it("is unmet where whoever looked returned it", () => {
    expect(says(kind, returned)).toBe("unmet safeguard.returned");
  });

  it("is met once it is accepted, and names nothing then", () => {
    expect(says(kind, stands)).toBe("met safeguard.met");
    expect(found(kind, stands).names ?? []).toEqual([]);
    expect(found(kind, stands).remedy).toBeNull();
  });

  it("is unmet as soon as it was reopened, and unknown once it was edited or dropped", () => {
    const item = itemOf(stands, kind) ?? "";
    const reopened = after(stands, { type: "ReopenSafeguard", item, text: text("why") }, by("ada", 22));
    expect(says(kind, reopened)).toBe("unmet safeguard.reopened-person");
    const dropped = after(stands, { type: "DropSafeguard", item, text: text("why") }, by("pia", 22));
    expect(says(kind, dropped)).toBe("unknown safeguard.not-begun");
  });

  it("lapses by itself on the day after its last, and stands until then", () => {
    const review = stateAfter(...stands).safeguards.find(({ kind: own }) => own === kind)?.review;
    const policy = asking(gateOf(kind), {});
    const short = { ...policy, safeguards: { ...policy.safeguards, days: { [kind]: 30 } } };
    const facts = by("ada", 21, { policy: short, policies: { 1: short } });
    const brief = after(handedIn, reviewing(handedIn, kind), facts);
    expect(review?.until ?? day(999) > day(51)).toBeTruthy();
    expect(found(kind, brief, 51).status).toBe("met");
    expect(says(kind, brief, 52)).toBe("unmet safeguard.lapsed");
  });

  it("is waived for what stood open, and open again where it got worse", () => {
    expect(found(kind, waived(kind, handedIn)).status).toBe("waived");
    expect(found(kind, waived(kind, nothing)).status).toBe("waived");
    const since = waived(kind, handedIn);
    const worse = after(since, reviewing(since, kind, "returned"), by("ada", 23));
    expect(found(kind, worse).status).toBe("unmet");
  });

  it("is open again once the waiver's last day is over", () => {
    const story = waived(kind, handedIn, day(30));
    expect(found(kind, story, 30).status).toBe("waived");
    expect(found(kind, story, 31).status).toBe("unknown");
  });
});

describe("what rests on another statement is reopened by it", () => {
  const all = allAccepted(piloted());
  const edited = (kind: SafeguardKey, over: SafeguardAnswers, submit = true): readonly Happened[] =>
    after(all, stating(all, kind, { ...carefully(kind), ...over }, submit), by("pia", 22));

  it("by a new model version: dossier, audit and comparison, whether or not it is handed in", () => {
    const next = { version: "4.0", explainedVersion: "4.0" };
    for (const submit of [true, false]) {
      const story = edited("algorithm-dossier", next, submit);
      expect(says("algorithm-dossier", story)).toBe(`unknown safeguard.${submit ? "submitted" : "edited"}`);
      for (const kind of ["independent-audit", "bias"] as const) {
        expect(says(kind, story)).toBe("unmet safeguard.reopened-ground");
        expect(found(kind, story).reason.params["changed"]).toEqual([`${kind}.version`]);
      }
    }
  });

  it("not by the same version in another spelling", () => {
    const story = edited("algorithm-dossier", { version: " ３.1", limits: text("others") });
    expect(says("independent-audit", story)).toBe("met safeguard.met");
  });

  it("by a tie that comes out: the audit", () => {
    const ties = [{ organisation: "Audit House", relation: "ownedBy", other: "Beta Systems" }];
    const known = [...(careful["supplier-ties"]["ties"] as never[]), ...ties] as never;
    expect(says("independent-audit", edited("supplier-ties", { ties: known }))).toBe("unmet safeguard.reopened-ground");
    for (const relation of ["supplied", "built", "paid", "evaluated"]) {
      const direct = [...(careful["supplier-ties"]["ties"] as never[]), { organisation: "AUDIT  house", relation }];
      expect(says("independent-audit", edited("supplier-ties", { ties: direct }))).toBe(
        "unmet safeguard.reopened-ground",
      );
    }
    const other = [{ organisation: "Gamma", relation: "built" }];
    expect(says("independent-audit", edited("supplier-ties", { ties: other }))).toBe("met safeguard.met");
  });

  it("by other classes of personal information: their assessment", () => {
    const [row] = careful["data-record"]["sets"] as readonly object[];
    const sensitive = { ...row, personal: "sensitive" };
    expect(says("personal-impact", edited("data-record", { sets: [sensitive] as never }))).toBe(
      "unmet safeguard.reopened-ground",
    );
    const renamed = { ...row, setName: "Tickets" };
    expect(says("personal-impact", edited("data-record", { sets: [renamed] as never }))).toBe("met safeguard.met");
  });

  it("by another plan or choice: the comparison", () => {
    const plan = happened(
      "PilotPlanAmended",
      {
        plan: { ...stateAfter(...all).plan!.plan, fairness: fairnessBy("ppv", "younger", "older") },
        changed: ["fairness"],
        reason: text("r"),
        afterData: true,
      },
      "pia",
      22,
    );
    expect(says("bias", [...all, plan])).toBe("unmet safeguard.reopened-ground");
  });

  it("and a waiver of that does not cover the next version", () => {
    const next = waived("independent-audit", edited("algorithm-dossier", { version: "4.0", explainedVersion: "4.0" }));
    expect(found("independent-audit", next).status).toBe("waived");
    const answers = { ...careful["algorithm-dossier"], version: "5.0", explainedVersion: "5.0" };
    const another = after(next, stating(next, "algorithm-dossier", answers), by("pia", 23));
    expect(found("independent-audit", another).status).toBe("unmet");
  });
});

describe("what is not needed", () => {
  it("is an audit or a comparison where it is accepted that nobody is decided about, and not before", () => {
    const only = { decides: "no" };
    const story = piloted();
    const handedIn = after(story, stating(story, "algorithm-dossier", only), by("pia", 21));
    for (const kind of ["independent-audit", "bias"] as const) {
      expect(says(kind, handedIn)).toBe("unknown safeguard.undecided");
      expect(says(kind, accepted(story, "algorithm-dossier", 21, only))).toBe("met safeguard.not-needed");
    }
  });

  it("is an assessment where neither proposal nor data record says that there is personal information", () => {
    const none = proposed({ personalInformation: "none" });
    const rest = piloted().slice(none.length);
    expect(says("personal-impact", [...none, ...rest])).toBe("met safeguard.not-needed");
    const recorded = [...none, ...rest];
    const story = after(recorded, stating(recorded, "data-record"), by("pia", 21));
    expect(says("personal-impact", story)).toBe("unknown safeguard.not-begun");
  });
});

describe("what is in force and falls short", () => {
  const documented = (over: SafeguardAnswers = {}): readonly Happened[] =>
    accepted(piloted(), "algorithm-dossier", 20, { ...careful["algorithm-dossier"], ...over });

  it("is a promise to share from the day after it was due", () => {
    const promises = [
      { promisedSet: "Queue tickets", promisedTo: "transport", promisedBy: day(30), promiseKept: "no" },
    ];
    const story = accepted(piloted(), "data-record", 21, { ...careful["data-record"], promised: "yes", promises });
    expect(says("data-record", story, 30)).toBe("met safeguard.met");
    expect(says("data-record", story, 31)).toBe("unmet data-record.overdue");
    expect(found("data-record", story, 31)).toMatchObject({
      due: day(30),
      reason: { params: { set: "Queue tickets" } },
      names: [{ kind: "safeguard", id: `data-record/queue tickets/transport/${day(30)}` }],
    });
  });

  it("is a remedy of an audit from the day after it was due, the graver the worse", () => {
    const findings = [{ severity: "major", finding: text("f1"), remedyBy: day(30), remedied: "no" }];
    const with_ = accepted(documented(), "supplier-ties", 20);
    const audit = { ...careful["independent-audit"], found: "yes", findings };
    const story = accepted(with_, "independent-audit", 21, audit);
    expect(says("independent-audit", story, 30)).toBe("met safeguard.met");
    expect(says("independent-audit", story, 31)).toBe("unmet independent-audit.overdue");
    expect(found("independent-audit", story, 31).names).toMatchObject([{ at: 2 }]);
  });

  it("is an audit whose opinion is adverse", () => {
    const story = accepted(documented(), "supplier-ties", 20);
    const adverse = accepted(story, "independent-audit", 21, { ...careful["independent-audit"], opinion: "adverse" });
    expect(says("independent-audit", adverse)).toBe("unmet independent-audit.adverse");
  });

  it("is a filing that nobody knows of, that is overdue, or whose day no calendar knows", () => {
    expect(says("algorithm-dossier", documented({ filing: "unknown" }))).toBe(
      "unknown algorithm-dossier.filing-unknown",
    );
    const due = documented({ filing: "yes", isFiled: "no", servedFrom: day(0) });
    expect(found("algorithm-dossier", due, 14).status).toBe("met");
    expect(says("algorithm-dossier", due, 15)).toBe("unmet algorithm-dossier.filing-overdue");
    const far = documented({ filing: "yes", isFiled: "no", servedFrom: "2040-01-04" });
    expect(says("algorithm-dossier", far)).toBe("unknown algorithm-dossier.filing-uncovered");
  });

  it("has the last day of a filing among the dates while it lies ahead", () => {
    const t = stateAfter(...documented({ filing: "yes", isFiled: "no", servedFrom: day(20) }));
    const policy = asking("adoption");
    const due = nextFiling({ filing: "yes", isFiled: "no", servedFrom: day(20) }, policy.safeguards)?.due ?? "";
    const on = (today: string) => lapses(t, { policy, today, dayOf: () => day(0) }).map((upcoming) => upcoming.on);
    expect(on(due)).toContain(due);
    expect(on(addDays(due, 1))).not.toContain(due);
  });

  it("is a filing without the day since which it is served, once it is rolled out", () => {
    const story = documented({ filing: "yes", isFiled: "no" });
    expect(says("algorithm-dossier", story)).toBe("met safeguard.met");
    const rollingOut = { ...stateAfter(...story), stage: "rolling-out" as const };
    const policy = forTier(asking("adoption"), "II");
    const [result] = assessGate("adoption", rollingOut, policy, { today: day(22) }).filter(
      ({ key }) => key === "algorithm-dossier",
    );
    expect(result?.reason.code).toBe("conditions:algorithm-dossier.filing-unstated");
  });

  const compared = (cells: Parameters<typeof attachedOutcomes>[0]): readonly Happened[] => {
    const story = accepted([...piloted().slice(0, -1), attachedOutcomes(cells)], "algorithm-dossier", 20);
    return accepted(story, "bias", 21);
  };

  it("is a group that fares worse, that may, or of which too few are known: by the bound, never the point", () => {
    const younger = [250, 250, 250, 250] as const;
    const [equal, open, worse] = [
      [250, 250, 250, 250],
      [23, 22, 27, 28],
      [60, 60, 440, 440],
    ] as const;
    expect(says("bias", compared({ younger, older: equal }))).toBe("met safeguard.met");
    expect(says("bias", compared({ younger, older: open }))).toBe("unknown bias.open");
    expect(says("bias", compared({ younger, older: worse }))).toBe("unmet bias.beyond");
    const few = compared({ younger, older: [10, 10, 10, 10] });
    expect(says("bias", few)).toBe("unknown bias.unknown");
    expect(found("bias", few).reason.params["group"]).toBe("older");
  });

  it("names every group that is open, and leaves none out for being small", () => {
    const plan = { ...fairPlan, fairness: fairnessBy("selection", "younger", "older", "rural", "abroad") };
    const cells = { younger: [250, 250, 250, 250], older: [250, 250, 250, 250], rural: [5, 5, 5, 5] } as const;
    const base = [...piloted("II", plan).slice(0, -1), attachedOutcomes(cells)];
    const story = accepted(accepted(base, "algorithm-dossier", 20), "bias", 21);
    expect(found("bias", story).names?.map(({ id }) => id.split("/").at(-1))).toEqual(["rural", "abroad"]);
  });
});
