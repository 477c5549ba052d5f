import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import { countablesOf } from "../../../src/domain/technology/countables.ts";
import { borrowedState, supporting } from "../../../src/domain/technology/state/borrowed.ts";
import type { Audience } from "../../../src/domain/technology/state/sharing.ts";
import { isOn, warningsOf } from "../../../src/domain/technology/warnings.ts";
import type { Happened } from "../../support/technology.ts";
import {
  by,
  day,
  digest,
  given,
  happened,
  noon,
  noText,
  proposed,
  stateAfter,
  text,
  withEvidence,
} from "../../support/technology.ts";
import { everyEvent } from "./every-event.ts";

const taken = (n = 10, over: Partial<(typeof everyEvent)["EvidenceBorrowed"]> = {}): Happened =>
  happened("EvidenceBorrowed", { ...everyEvent.EvidenceBorrowed, ...over }, "pia", n);
const moved = happened("BorrowedMoved", { borrowed: "b1", because: "withdrawn" }, "system", 12);
const away = (n = 14, borrowed = "b1"): Happened =>
  happened("BorrowedPutAway", { borrowed, reason: text("newer here") }, "pia", n);
const put = (borrowed = "b1", reason = text("newer here")) => ({ type: "PutBorrowedAway", borrowed, reason }) as const;

describe("a copy is put away", () => {
  it("by people of the department, with a reason, once", () => {
    given(...proposed(), taken())
      .when(put(), by("pia", 13))
      .then({ type: "BorrowedPutAway", payload: { borrowed: "b1", reason: text("newer here") } });
    given(...proposed(), taken())
      .when(put("b1", noText), by("pia", 13))
      .thenRefused("TextMissing@reason");
    given(...proposed(), taken())
      .when(put("b9"), by("pia", 13))
      .thenRefused("BorrowedUnknown@borrowed");
    given(...proposed(), taken(), away())
      .when(put(), by("pia", 15))
      .thenRefused("BorrowedPutAwayAlready@borrowed");
    given(...proposed(), taken())
      .when(put(), by("eva", 13))
      .thenRefused("RoleMissing");
  });

  it("supports nothing from then on, drifted before or not, and nobody is told of its origin any more", () => {
    for (const story of [
      [taken(), away()],
      [taken(), moved, away()],
    ]) {
      const t = stateAfter(...proposed(), ...story);
      expect([supporting(t, day(15)), borrowedState(t.borrowed[0]!, day(15))]).toEqual([[], "put-away"]);
      const f = by("pia", 15, { lending: { here: "here", origins: { other: stateAfter(...withEvidence()) } } });
      given(...proposed(), ...story)
        .when({ type: "NoteBorrowed" }, { ...f, actor: { id: "system", roles: ["system"] as never } })
        .then();
    }
  });
});

describe("what a copy warns of", () => {
  const policy = forTier(plainPolicy, "II");
  const there = (story: readonly Happened[], on: number) =>
    warningsOf(stateAfter(...proposed(), ...story), {
      policy,
      today: day(on),
      dayOf: (at) => at.slice(0, 10),
      drifted: [],
    })
      .filter((warning) => isOn(warning, { now: noon(on), today: day(on) }))
      .filter(({ kind }) => kind.startsWith("borrowed"))
      .map(({ kind, subject, person }) => [kind, subject, person]);

  it("is its drift, until it is put away", () => {
    expect(there([taken()], 12)).toEqual([]);
    expect(there([taken(), moved], 12)).toEqual([["borrowed-drifted", "b1", "pia"]]);
    // What has expired since has still drifted: the copy stands in the way of nothing, and nobody has looked at it.
    expect(there([taken(), moved], 300)).toEqual([["borrowed-drifted", "b1", "pia"]]);
    expect(there([taken(), moved, away()], 14)).toEqual([]);
  });

  it("is its end, from the policy's days before it to its last day", () => {
    const { lapseDays } = policy.safeguards.warnings;
    const kinds = [180 - lapseDays - 1, 180 - lapseDays, 180, 181].map((on) => there([taken()], on).length);
    expect(kinds).toEqual([0, 1, 1, 0]);
    expect(there([taken(), away()], 180)).toEqual([]);
  });
});

describe("shared evidence counts", () => {
  const counted = (...story: readonly Happened[]) =>
    countablesOf(stateAfter(...story), { policy: plainPolicy, dayOf: (at) => at.slice(0, 10) })
      .filter(({ kind }) => kind === "sharing")
      .map(({ standing, subject, on }) => [standing, subject, on]);
  const departments = (...story: readonly Happened[]) =>
    countablesOf(stateAfter(...story), { policy: plainPolicy, dayOf: (at) => at.slice(0, 10) })
      .filter(({ kind }) => kind === "sharing")
      .map(({ standing, department }) => [standing, department]);
  const offered = (to: Audience, n = 8): Happened =>
    happened("EvidenceOffered", { evidence: "e1", digest: digest("piece load 1"), to }, "pia", n);

  it("as offered while the offer and the piece stand", () => {
    expect(counted(...withEvidence(), offered("all"))).toEqual([["offered", "e1", day(8)]]);
    expect(counted(...withEvidence(), offered(["transport"]))).toEqual([["offered", "e1", day(8)]]);
    expect(counted(...withEvidence(), offered("all"), offered([], 9))).toEqual([]);
    const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 9);
    expect(counted(...withEvidence(), offered("all"), withdrawn)).toEqual([]);
  });

  it("as taken over by others, for the department that gave it", () => {
    expect(departments(...proposed(), taken())).toEqual([
      ["reused", undefined],
      ["taken", "transport"],
    ]);
  });

  it("as reused once, on the day of the first copy, and never within a department", () => {
    const again = taken(20, { borrowed: "b2" });
    expect(counted(...proposed(), taken(), away(), again)).toEqual([
      ["reused", "other/e2", day(10)],
      ["taken", "taken/other/e2", day(10)],
    ]);
    const within = { technology: "other", department: "transport", evidence: "e2" };
    expect(counted(...proposed({ department: "transport" }), taken(10, { origin: within }))).toEqual([]);
  });
});
