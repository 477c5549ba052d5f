import { describe, expect, it } from "vitest";
import { ofPilot, ofProposal } from "../../../src/domain/technology/state/in-force.ts";
import { needsAreFixed } from "../../../src/domain/technology/state/needs.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  admitted,
  assigned,
  by,
  day,
  digest,
  evaluating,
  given,
  happened,
  noText,
  noon,
  piloting,
  planLocked,
  proposed,
  rollingOut,
  someEvidence,
  stateAfter,
  text,
  withEvidence,
} from "../../support/technology.ts";

const withdraw = (evidence = "e1", reason = text("wrong file")) =>
  ({ type: "WithdrawEvidence", evidence, reason }) as const;

describe("attaching evidence", () => {
  it("records the piece under plan and policy", () => {
    given(...piloting())
      .when(someEvidence("load 1"), by("pia", 6))
      .then({ type: "EvidenceAttached", payload: aPiece(1) });
    given(...withEvidence())
      .when(someEvidence("load 2"), by("eva", 7))
      .then({ type: "EvidenceAttached", payload: aPiece(2) });
  });

  it("waits for the open pilot", () => {
    given(...admitted())
      .when(someEvidence(), by("pia", 6))
      .thenRefused("PlanMissing");
    given(...planLocked())
      .when(someEvidence(), by("pia", 6))
      .thenRefused("PilotNotOpen");
    given(...evaluating())
      .when(someEvidence("late"), by("pia", 33))
      .thenAccepted();
  });

  it("comes once: neither the piece nor one of its files counts twice", () => {
    const file = { digest: digest("file load 1"), bytes: 1000 };
    const twice = someEvidence("other", { files: [file, { digest: digest("new"), bytes: 1 }] });
    given(...withEvidence())
      .when(someEvidence("load 1"), by("pia", 7))
      .thenRefused("EvidenceAlreadyAttached@files");
    given(...withEvidence())
      .when(twice, by("pia", 7))
      .thenRefused("EvidenceAlreadyAttached@files");
    given(...withEvidence(), happened("EvidenceWithdrawn", { evidence: "e1", reason: text("r") }))
      .when(someEvidence("load 1"), by("pia", 7))
      .thenAccepted();
  });

  it("speaks of a time after the lock, within the pilot, not in the future", () => {
    const from = (instant: string, to = `${day(5)}T10:00:00Z`) => someEvidence("x", { from: instant, to });
    given(...piloting())
      .when(from(`${day(2)}T11:00:00Z`), by("pia", 6))
      .thenRefused("EvidenceBeforeLock@from", "EvidenceBeforeStart@from");
    given(...piloting())
      .when(from(`${day(2)}T13:00:00Z`), by("pia", 6))
      .thenRefused("EvidenceBeforeStart@from");
    given(...piloting())
      .when(from(`${day(3)}T00:00:00Z`), by("pia", 6))
      .thenAccepted();
    given(...piloting())
      .when(from(noon(5), noon(4)), by("pia", 6))
      .thenRefused("PeriodReversed@to");
    given(...piloting())
      .when(from(noon(5), noon(7)), by("pia", 6))
      .thenRefused("EvidenceInFuture@to");
    given(...piloting())
      .when(from("yesterday"), by("pia", 6))
      .thenRefused("InstantMalformed@from");
  });

  it("reads the start day in the time zone of the file", () => {
    const evening = { from: `${day(2)}T17:00:00Z`, to: `${day(5)}T10:00:00Z` };
    given(...piloting())
      .when(someEvidence("x", { ...evening, timeZone: "Asia/Shanghai" }), by("pia", 6))
      .thenAccepted();
    given(...piloting())
      .when(someEvidence("x", { ...evening, timeZone: "Europe/Berlin" }), by("pia", 6))
      .thenRefused("EvidenceBeforeStart@from");
  });

  it("takes documents from the proposal on, which are no data of any pilot", () => {
    const document = { kind: "document", statistics: { kind: "document" }, withinMs: null } as const;
    const report = someEvidence("report", { ...document, from: noon(0), to: noon(0) });
    for (const story of [proposed(), admitted(), planLocked()])
      given(...story)
        .when(report, by("pia", 6))
        .thenAccepted();
    const attached = happened("EvidenceAttached", { ...aPiece(1), kind: "document", plan: 0 }, "pia", 6);
    expect(ofProposal(stateAfter(...planLocked(), attached))).toHaveLength(1);
    expect(ofPilot(stateAfter(...planLocked(), attached))).toEqual([]);
    expect(needsAreFixed(stateAfter(...planLocked(), attached))).toBe(false);
  });

  it("lets a document be older than the pilot, unless it has expired", () => {
    const document = { kind: "document", statistics: { kind: "document" }, withinMs: null } as const;
    const of = (n: number) => someEvidence("report", { ...document, from: noon(n), to: noon(n) });
    given(...piloting())
      .when(of(-40), by("pia", 6))
      .thenAccepted();
    given(...piloting())
      .when(of(-800), by("pia", 6))
      .thenRefused("EvidenceTooOld@to");
  });

  it("says everything that is wrong at once", () => {
    const bad = someEvidence("x", {
      digest: "abc",
      files: [],
      kind: "sus",
      rows: 1,
      rejectedRows: 2,
      countedIn: ["e9"],
      title: noText,
      to: noon(9),
    });
    given(...piloting())
      .when(bad, by("pia", 6))
      .thenRefused(
        "FileMissing@files",
        "DigestMalformed@files",
        "EvidenceKindMismatch@kind",
        "RowsInconsistent@files",
        "EvidenceUnknown@files",
        "TextMissing@title",
        "EvidenceInFuture@to",
      );
  });

  it("belongs to the open wave if it began on its first day or later", () => {
    const wave = { name: text("w"), reach: 10, startsOn: day(42) };
    const story: readonly Happened[] = [
      ...rollingOut(),
      happened("RolloutPlanned", { waves: [wave], guards: [] }, "pia", 41),
      happened("WaveOpened", { wave: 1 }, "pia", 42),
    ];
    const attach = (n: number) => {
      const result = given(...story).when(
        someEvidence("w", { from: `${day(n)}T01:00:00Z`, to: noon(43) }),
        by("pia", 44),
      );
      return result.decision.kind === "accepted" ? result.decision.events[0]?.payload : result.decision;
    };
    expect(attach(42)).toMatchObject({ wave: 1 });
    expect(attach(41)).toMatchObject({ wave: null });
  });
});

describe("withdrawing evidence", () => {
  it("is for who attached it, the authors and the assigned evaluators, with a reason", () => {
    for (const actor of ["pia", "eva"])
      given(...assigned())
        .when(withdraw(), by(actor, 34))
        .then({ type: "EvidenceWithdrawn", payload: { evidence: "e1", reason: text("wrong file") } });
    for (const actor of ["pete", "enno"])
      given(...assigned())
        .when(withdraw(), by(actor, 34))
        .thenRefused("NotYourEvidence@evidence");
    given(...withEvidence())
      .when(withdraw("e1", noText), by("pia", 7))
      .thenRefused("TextMissing@reason");
  });

  it("takes only what is in force", () => {
    given(...withEvidence())
      .when(withdraw("e7"), by("pete", 7))
      .thenRefused("EvidenceUnknown@evidence", "NotYourEvidence@evidence");
    given(...withEvidence(), happened("EvidenceExpired", { evidence: "e1" }, "system", 190))
      .when(withdraw(), by("pia", 191))
      .thenRefused("EvidenceNotInForce@evidence");
    given(...withEvidence())
      .when(withdraw(), by("pia", 190))
      .thenRefused("EvidenceNotInForce@evidence");
  });

  it("leaves the piece on record", () => {
    const t = stateAfter(...withEvidence(), happened("EvidenceWithdrawn", { evidence: "e1", reason: text("r") }));
    expect(t.evidence).toMatchObject([{ evidence: "e1", state: "withdrawn", withdrawal: text("r") }]);
  });
});
