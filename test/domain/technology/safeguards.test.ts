import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { digestOfAnswers } from "../../../src/domain/safeguards/answers.ts";
import { standingOf } from "../../../src/domain/safeguards/standing.ts";
import { safeguardKind } from "../../../src/domain/safeguard-kinds/kinds.ts";
import { lapses, lapsesShown } from "../../../src/domain/technology/safeguards/dates.ts";
import { toReview, toState } from "../../../src/domain/technology/safeguards/work.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import type { Happened } from "../../support/technology.ts";
import {
  admitted,
  aPolicy,
  by,
  day,
  given,
  happened,
  noText,
  piloting,
  proposed,
  stateAfter,
  text,
} from "../../support/technology.ts";

const kind = "personal-impact";
const triggers = { sensitive: "no", automated: "no", passedOn: "no", abroad: "no", majorEffect: "no" };
/** Complete for tier I: nothing has to be assessed. */
const complete: SafeguardAnswers = triggers;
const assessed: SafeguardAnswers = {
  ...{ ...triggers, sensitive: "yes" },
  ...{ purpose: text("purpose"), effects: text("effects"), measures: text("measures"), madeOn: day(1) },
};
const digest = digestOfAnswers(kind, complete);

const personal = (): readonly Happened[] => proposed({ personalInformation: "general", tier: "I" });
const stated = (answers = complete, actor = "pia", n = 1, item = "g1"): Happened =>
  happened("SafeguardStated", { kind, item, answers, cleared: [] }, actor, n);
const submitted = (answers = complete, n = 1, item = "g1"): Happened =>
  happened("SafeguardSubmitted", { kind, item, of: digestOfAnswers(kind, answers) }, "pia", n);
const accepted = (
  over: { n?: number; until?: string | null; answers?: SafeguardAnswers; item?: string } = {},
): Happened =>
  happened(
    "SafeguardReviewed",
    {
      ...{ kind, item: over.item ?? "g1", outcome: "accepted", of: digestOfAnswers(kind, over.answers ?? complete) },
      ...{
        text: null,
        until: over.until ?? null,
        ground: { personalInformation: "general", dataRecord: null },
        fixes: {},
      },
    },
    "ada",
    over.n ?? 2,
  );
const inForce = (): readonly Happened[] => [...personal(), stated(), submitted(), accepted()];

const state = (answers: SafeguardAnswers, submit = true, item: string | null = null) =>
  ({ type: "StateSafeguard", kind, item, answers, submit }) as const;
const review = (over: { of?: string; outcome?: "accepted" | "returned"; words?: string } = {}) =>
  ({
    type: "ReviewSafeguard",
    ...{ item: "g1", of: over.of ?? digest, outcome: over.outcome ?? "accepted" },
    text: over.words === undefined ? null : text(over.words),
  }) as const;

const asking: Policy = aPolicy();
const gates: Policy["gates"] = {
  ...asking.gates,
  admission: {
    ...asking.gates.admission,
    conditions: [...asking.gates.admission.conditions, { key: kind, waivable: true, deferrable: false }],
  },
};
const policy: Policy = { ...asking, gates };

const standing = (story: readonly Happened[], n: number) => {
  const t = stateAfter(...story);
  return standingOf(safeguardKind(kind)!, t.safeguards[0]!, t, policy, day(n));
};
const finding = (story: readonly Happened[], n: number) =>
  findingOf(kind, "admission", stateAfter(...story), policy, { today: day(n) });

describe("a statement", () => {
  it("is written and handed in in one breath, under the next name", () => {
    given(...personal())
      .when(state(complete), by("pia", 1))
      .then(
        { type: "SafeguardStated", payload: { kind, item: "g1", answers: complete, cleared: [] } },
        { type: "SafeguardSubmitted", payload: { kind, item: "g1", of: digest } },
      );
  });

  it("may be put on record with questions open, and is not handed in before they are answered", () => {
    given(...personal())
      .when(state({ sensitive: "no" }, false), by("pia", 1))
      .then({ type: "SafeguardStated", payload: { kind, item: "g1", answers: { sensitive: "no" }, cleared: [] } });
    given(...personal())
      .when(state({ ...complete, abroad: "" }), by("pia", 1))
      .thenRefused("AnswerMissing@abroad");
  });

  it("loses what its answers do not ask for, and says so", () => {
    given(...personal())
      .when(state({ ...complete, purpose: text("left over") }), by("pia", 1))
      .then(
        { type: "SafeguardStated", payload: { kind, item: "g1", answers: complete, cleared: ["purpose"] } },
        { type: "SafeguardSubmitted", payload: { kind, item: "g1", of: digest } },
      );
  });

  it("is refused with every answer that is none, each at its question", () => {
    given(...personal())
      .when(
        state({ ...assessed, automated: "perhaps", purpose: "plain words", madeOn: "2026-02-30", invented: "x" }),
        by("pia", 1),
      )
      .thenRefused(
        ...["ChoiceUnknown@automated", "AnswerMalformed@purpose", "DayMalformed@madeOn"],
        "SafeguardQuestionUnknown@invented",
      );
  });

  it("is one of its kind, of a kind that is known, and says something new", () => {
    given(...personal(), stated())
      .when(state(complete), by("pia", 2))
      .thenRefused("SafeguardThereAlready");
    given(...personal())
      .when({ ...state(complete), kind: "horoscope" }, by("pia", 1))
      .thenRefused("SafeguardKindUnknown@kind");
    given(...personal(), stated())
      .when(state(complete, false, "g1"), by("pia", 2))
      .thenRefused("NothingChanged");
    given(...personal(), stated(), submitted())
      .when(state(complete, true, "g1"), by("pia", 2))
      .thenRefused("SafeguardSubmittedAlready");
    given(...personal(), stated())
      .when(state(complete, true, "g7"), by("pia", 2))
      .thenRefused("SafeguardUnknown@item");
  });

  it("that stands on record is handed in as it is", () => {
    given(...personal(), stated())
      .when(state(complete, true, "g1"), by("pia", 2))
      .then({ type: "SafeguardSubmitted", payload: { kind, item: "g1", of: digest } });
  });

  it("is its proposal's side to write, and makes whoever writes it an author of it", () => {
    given(...personal())
      .when(state(complete), by("ada", 1))
      .thenRefused("RoleMissing");
    expect(stateAfter(...personal(), stated(), stated(assessed, "pete", 2)).safeguards[0]?.authors).toEqual([
      "pia",
      "pete",
    ]);
  });
});

describe("its review", () => {
  it("accepts exactly what was shown, with the days the policy gives and what it rests on", () => {
    const days = { ...policy.safeguards.days, [kind]: 100 };
    const facts = by("ada", 2, { policy: { ...policy, safeguards: { ...policy.safeguards, days } } });
    given(...personal(), stated(), submitted())
      .when(review(), facts)
      .then({
        type: "SafeguardReviewed",
        payload: {
          ...{ kind, item: "g1", outcome: "accepted", of: digest, text: null, until: day(102) },
          ...{ ground: { personalInformation: "general", dataRecord: null }, fixes: {} },
        },
      });
    given(...personal(), stated(), submitted(), stated(assessed, "pia", 2), submitted(assessed, 2))
      .when(review(), by("ada", 3))
      .thenRefused("SafeguardChangedMeanwhile");
  });

  it("is never by whoever wrote a part of it or of the technology", () => {
    const both = by("pia", 2, { people: peopleWith("pia", ["planner", "approver"]) });
    given(...personal(), stated(), submitted())
      .when(review(), both)
      .thenRefused("AuthorMayNotReview");
    given(...personal(), stated(complete, "pete"), submitted())
      .when(review(), by("pete", 2, { people: peopleWith("pete", ["planner", "approver"]) }))
      .thenRefused("AuthorMayNotReview");
    given(...personal(), stated(), submitted())
      .when(review(), by("otto", 2))
      .thenRefused("RoleMissing");
  });

  it("returns with a reason, and is of something handed in", () => {
    given(...personal(), stated(), submitted())
      .when(review({ outcome: "returned" }), by("ada", 2))
      .thenRefused("TextMissing@text");
    given(...personal(), stated())
      .when(review(), by("ada", 2))
      .thenRefused("SafeguardNotSubmitted");
    given(...inForce())
      .when(review(), by("abel", 3))
      .thenRefused("SafeguardNotSubmitted");
  });

  it("asks again what kept it from being handed in", () => {
    const late = { ...assessed, madeOn: day(9) };
    given(...admitted({ personalInformation: "sensitive", tier: "I" }), stated(late), submitted(late))
      .when(review({ of: digestOfAnswers(kind, late) }), by("ada", 10))
      .thenAccepted();
    const [, ...rest] = piloting();
    given(...personal(), stated(late), submitted(late), ...rest)
      .when(review({ of: digestOfAnswers(kind, late) }), by("ada", 10))
      .thenRefused("AssessmentAfterData@madeOn");
  });
});

describe("its life", () => {
  it("goes from a draft over the review into force", () => {
    expect(standing([...personal(), stated({ sensitive: "no" })], 1)).toMatchObject({
      state: "drafted",
      edited: false,
    });
    expect(standing([...personal(), stated(), submitted()], 1).state).toBe("submitted");
    expect(standing(inForce(), 2).state).toBe("in-force");
    const returned = happened(
      "SafeguardReviewed",
      { kind, item: "g1", outcome: "returned", of: digest, text: text("why"), until: null, ground: {}, fixes: {} },
      "ada",
      2,
    );
    expect(standing([...personal(), stated(), submitted(), returned], 2).state).toBe("returned");
    expect(standing([...personal(), stated(), submitted(), returned, stated(assessed, "pia", 3)], 3).state).toBe(
      "drafted",
    );
  });

  it("lapses on the day after its last, without anything having run", () => {
    const story = [...personal(), stated(), submitted(), accepted({ until: day(50) })];
    expect(standing(story, 50).state).toBe("in-force");
    expect(standing(story, 51)).toMatchObject({ state: "lapsed", until: day(50) });
  });

  it("ends with an edit: nobody has accepted what stands there now", () => {
    const story = [...inForce(), stated(assessed, "pia", 3)];
    expect(standing(story, 3)).toMatchObject({ state: "drafted", edited: true });
    expect(finding(story, 3)).toMatchObject({ status: "unknown", reason: { code: "conditions:safeguard.edited" } });
  });

  it("is reopened where what it rests on has changed, and where somebody reopens it", () => {
    const revised = happened(
      "ProposalRevised",
      {
        proposal: stateAfter(...proposed({ personalInformation: "sensitive" })).proposal,
        changed: ["personalInformation"],
      },
      "pia",
      3,
    );
    expect(standing([...inForce(), revised], 3)).toMatchObject({
      state: "reopened",
      reopenedBy: { why: "ground", changed: ["personalInformation"] },
    });
    given(...inForce())
      .when({ type: "ReopenSafeguard", item: "g1", text: text("another register") }, by("eva", 3))
      .then({ type: "SafeguardReopened", payload: { kind, item: "g1", text: text("another register") } });
    const reopened = happened("SafeguardReopened", { kind, item: "g1", text: text("another register") }, "eva", 3);
    expect(standing([...inForce(), reopened], 3)).toMatchObject({ state: "reopened", reopenedBy: { why: "person" } });
    given(...inForce(), reopened)
      .when({ type: "ReopenSafeguard", item: "g1", text: text("again") }, by("eva", 4))
      .thenRefused("SafeguardNotAccepted");
    given(...inForce())
      .when({ type: "ReopenSafeguard", item: "g1", text: noText }, by("eva", 3))
      .thenRefused("TextMissing@text");
  });

  it("is reopened where a higher tier asks more of it", () => {
    const t = { ...stateAfter(...inForce()), tier: "III" as const };
    const { state: then, reopenedBy } = standingOf(safeguardKind(kind)!, t.safeguards[0]!, t, policy, day(3));
    expect(then).toBe("reopened");
    expect(reopenedBy?.why === "questions" ? reopenedBy.open : []).toContain("sensitiveWhy");
  });

  it("does not count any more once it is dropped", () => {
    const dropped = happened("SafeguardDropped", { kind, item: "g1", text: text("mistake") }, "pia", 3);
    expect(finding([...inForce(), dropped], 3)).toMatchObject({ status: "unknown" });
    given(...inForce(), dropped)
      .when(state(complete), by("pia", 4))
      .then(
        { type: "SafeguardStated", payload: { kind, item: "g2", answers: complete, cleared: [] } },
        { type: "SafeguardSubmitted", payload: { kind, item: "g2", of: digest } },
      );
  });
});

describe("what gates and people see of it", () => {
  it("is met only while it is in force; what nobody has reviewed is unknown", () => {
    const cases: readonly (readonly [readonly Happened[], number, string, string])[] = [
      [proposed(), 1, "met", "not-needed"],
      [proposed({ personalInformation: "unstated" }), 1, "unknown", "undecided"],
      [personal(), 1, "unknown", "not-begun"],
      [[...personal(), stated({})], 1, "unknown", "unanswered"],
      [[...personal(), stated()], 1, "unknown", "drafted"],
      [[...personal(), stated(), submitted()], 1, "unknown", "submitted"],
      [inForce(), 2, "met", "met"],
      [[...personal(), stated(), submitted(), accepted({ until: day(5) })], 6, "unmet", "lapsed"],
    ];
    for (const [story, n, status, variant] of cases)
      expect(finding(story, n), variant).toMatchObject({ status, reason: { code: `conditions:safeguard.${variant}` } });
  });

  it("names itself with how far it is from standing, so that a waiver of a draft does not cover a return", () => {
    expect(finding([...personal(), stated(), submitted()], 1).names).toEqual([
      { kind: "safeguard", id: `${kind}/g1`, at: 1 },
    ]);
    expect(finding(personal(), 1).names).toEqual([{ kind: "safeguard", id: kind, at: 3 }]);
  });

  it("waits for its authors while a gate ahead asks for it, then for whoever may review it", () => {
    const ground = { policy, today: day(2), dayOf: () => day(0), conditions: [], drifted: [], voted: [] };
    expect(toState(stateAfter(...personal()), ground)).toEqual([
      { kind: "state-safeguard", person: "pia", subject: kind },
    ]);
    expect(toState(stateAfter(...proposed()), ground)).toEqual([]);
    expect(toState(stateAfter(...inForce()), ground)).toEqual([]);
    expect(toState(stateAfter(...personal()), { ...ground, policy: asking })).toEqual([]);
    const waiting = toReview(stateAfter(...personal(), stated(complete, "pete"), submitted()));
    expect(waiting.map(({ kind: what, role, subject }) => [what, role, subject])).toEqual([
      ["review-safeguard", "approver", `${kind}/g1`],
      ["review-safeguard", "evaluator", `${kind}/g1`],
    ]);
    for (const { excluded } of waiting) expect(excluded).toEqual(["pia", "sven", "pete"]);
    expect(toReview(stateAfter(...inForce()))).toEqual([]);
  });

  it("has the day on which it ends among the dates, and changes on the day after", () => {
    const t = stateAfter(...personal(), stated(), submitted(), accepted({ until: day(50) }));
    const ground = { policy, today: day(3), dayOf: () => day(0) };
    expect(lapses(t, ground)).toMatchObject([{ what: "safeguard", on: day(50) }]);
    expect(lapsesShown(t, policy, day(3))).toEqual([day(51)]);
    expect(lapses(t, { ...ground, today: day(51) })).toEqual([]);
  });
});

function peopleWith(id: string, roles: readonly ("planner" | "approver")[]) {
  return by("ada").people.map((person) => (person.id === id ? { ...person, roles } : person));
}
