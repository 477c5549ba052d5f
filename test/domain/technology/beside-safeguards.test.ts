import { describe, expect, it } from "vitest";
import { answerReasons } from "../../../src/domain/safeguards/check.ts";
import { fallenEvidence } from "../../../src/domain/safeguards/named-evidence.ts";
import type { SafeguardQuestion } from "../../../src/domain/safeguards/question.ts";
import { standingOf } from "../../../src/domain/safeguards/standing.ts";
import { safeguardKind } from "../../../src/domain/safeguard-kinds/kinds.ts";
import { digestOfAnswers } from "../../../src/domain/safeguards/answers.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import { aPolicy, by, day, happened, stateAfter, text, withEvidence } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { everyEvent } from "./every-event.ts";

const report: SafeguardQuestion = { key: "report", type: "evidence", beside: true };
const measured: SafeguardQuestion = { key: "report", type: "evidence" };

const taken = (over: Partial<(typeof everyEvent)["EvidenceBorrowed"]> = {}): Happened =>
  happened("EvidenceBorrowed", { ...everyEvent.EvidenceBorrowed, ...over }, "pia", 10);
const moved = happened("BorrowedMoved", { borrowed: "b1", because: "withdrawn" }, "system", 20);
const putAway = happened("BorrowedPutAway", everyEvent.BorrowedPutAway, "pia", 20);
const borrower = [...withEvidence(), taken()];

const codes = (question: SafeguardQuestion, pieces: readonly string[], story: readonly Happened[] = borrower) =>
  answerReasons([question], { report: pieces }, { technology: stateAfter(...story), facts: by("pia", 11) }).map(
    ({ code }) => code,
  );

describe("a piece that was taken over", () => {
  it("stands beside own evidence where a question reads it, never alone, and nowhere where something is measured", () => {
    expect(codes(report, ["e1", "b1"])).toEqual([]);
    expect(codes(report, ["e1"])).toEqual([]);
    expect(codes(report, ["b1"])).toEqual(["BorrowedAlone"]);
    expect(codes(report, ["e1", "b7"])).toEqual(["EvidenceUnknown"]);
    expect(codes(measured, ["e1", "b1"])).toEqual(["EvidenceUnknown"]);
  });

  it("counts once, whether another copy or an own piece is the same", () => {
    const again = taken({ borrowed: "b2" });
    expect(codes(report, ["e1", "b1", "b2"], [...borrower, again])).toEqual(["EvidenceCountsOnce"]);
    const own = stateAfter(...withEvidence()).evidence[0]?.digest ?? "";
    const same = [...withEvidence(), taken({ digest: own })];
    expect(codes(report, ["e1", "b1"], same)).toEqual(["EvidenceCountsOnce"]);
  });

  it.each([
    ["withdrawn at its origin", moved, 20],
    ["put away", putAway, 20],
  ] as const)("shows nothing once it is %s", (_, event, n) => {
    const fallen = (story: readonly Happened[]) =>
      fallenEvidence([report], { report: ["e1", "b1"] }, stateAfter(...story), day(n)).map(({ evidence }) => evidence);
    expect(fallen(borrower)).toEqual([]);
    expect(fallen([...borrower, event])).toEqual(["b1"]);
  });

  it("lapses what rests on it the day after its last, and when it moves at its origin", () => {
    const key = "personal-impact";
    const answers: SafeguardAnswers = {
      ...{ sensitive: "yes", automated: "no", passedOn: "no", abroad: "no", majorEffect: "no" },
      ...{ purpose: text("purpose"), effects: text("effects"), measures: text("measures"), madeOn: day(1) },
      ...{ sensitiveWhy: text("why"), automatedWhy: text("why"), passedOnWhy: text("why"), abroadWhy: text("why") },
      majorEffectWhy: text("why"),
      report: ["e1", "b1"],
    };
    const of = digestOfAnswers(key, answers);
    const groundOf = () => safeguardKind(key)!.ground!(stateAfter(...withEvidence()), answers, aPolicy());
    const accepted = [
      ...withEvidence(),
      taken({ expiresOn: day(40) }),
      happened("SafeguardStated", { kind: key, item: "g1", answers, cleared: [] }, "pia", 11),
      happened("SafeguardSubmitted", { kind: key, item: "g1", of }, "pia", 11),
      happened(
        "SafeguardReviewed",
        {
          ...{ kind: key, item: "g1", outcome: "accepted" as const, of, text: null, until: null },
          ...{ ground: groundOf(), fixes: {} },
        },
        "ada",
        12,
      ),
    ];
    const standing = (story: readonly Happened[], n: number) => {
      const t = stateAfter(...story);
      return standingOf(safeguardKind(key)!, t.safeguards[0]!, t, aPolicy(), day(n));
    };
    expect(standing(accepted, 40)).toMatchObject({ state: "in-force" });
    expect(standing(accepted, 41)).toMatchObject({
      state: "reopened",
      reopenedBy: { why: "evidence", pieces: ["b1"] },
    });
    expect(standing([...accepted, moved], 20)).toMatchObject({ state: "reopened", reopenedBy: { pieces: ["b1"] } });
  });
});
