import { expect, it } from "vitest";
import { leaveOneOut, verdictOf } from "../../../src/domain/scoring/sensitivity-evidence.ts";
import { goodPieces, load, LONG, piece, pilot, scores, step, sus } from "./pilot.ts";

const found = (context: Parameters<typeof leaveOneOut>[0], id: string) =>
  leaveOneOut(context).find((one) => one.id === id);

it("each piece is left out alone: the only one of its kind leaves not enough evidence, one of two does not", () => {
  const context = pilot({ pieces: [...Object.values(goodPieces), piece(sus(60, 82, 9), { digest: "sus-2" })] });
  expect(verdictOf(context).outcome).toBe("pass");
  expect(found(context, "sus-2")).toMatchObject({ kind: "piece", outcome: "pass" });
  expect(found(context, "load-1")).toMatchObject({ kind: "piece", outcome: "not-enough-evidence", unknown: true });
  expect(found(context, "sus-2")?.unknown).toBeUndefined();
  expect(leaveOneOut(context)).toHaveLength(6 + 3);
});

it("a fail that hangs on one bad piece is no fail without it", () => {
  const bad = piece(load({ steps: [step(10, 200, 0.5, 0, LONG), step(20, 390, 0.5, 0, LONG)] }), {
    digest: "bad-load",
  });
  const context = pilot({ pieces: [...Object.values(goodPieces), bad] });
  expect(verdictOf(context).outcome).toBe("fail");
  expect(found(context, "bad-load")?.outcome).toBe("pass");
  expect(found(context, "load-1")?.outcome).toBe("fail");
});

it("an evaluator's sheet is left out of every item", () => {
  const items = pilot().rubricScores.map(({ item }) => scores(item, 4, 4, 1));
  const context = pilot({ rubricScores: items });
  expect(verdictOf(context).outcome).not.toBe("pass");
  expect(found(context, "evaluator-2")).toMatchObject({ kind: "sheet", outcome: "pass" });
  expect(found(context, "evaluator-0")?.outcome).not.toBe("pass");
});

it("the order of the pieces changes nothing", () => {
  const context = pilot();
  expect(leaveOneOut({ ...context, pieces: context.pieces.toReversed() })).toEqual(leaveOneOut(context));
});
