import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riskDefault, riskSteps } from "../../../src/domain/policy/safeguards/risk.ts";
import type { RiskStep } from "../../../src/domain/policy/safeguards/risk.ts";
import { rankOf, residualOf, riskSides } from "../../../src/domain/safeguards/risk-residual.ts";
import type { Piece } from "../../../src/domain/technology/state/evidence.ts";
import type { SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import type { Day } from "../../../src/domain/words/text.ts";
import { aPiece, day, happened, stateAfter, admitted } from "../../support/technology.ts";

/** A piece that stands through a day. */
function piece(n: number, expiresOn: Day = day(185), over: Partial<Piece> = {}): Piece {
  const [attached] = stateAfter(
    ...admitted(),
    happened("EvidenceAttached", aPiece(n, { expiresOn }), "pia", 6),
  ).evidence;
  if (attached === undefined) throw new Error("Nothing was attached");
  return { ...attached, ...over };
}

const control = (side: string, to: RiskStep, ...evidence: readonly string[]): SafeguardRow => ({
  control: `${side} to ${to}`,
  side,
  to,
  ...(evidence.length > 0 && { evidence }),
});

const high = { likelihood: "VH", impact: "H" } as const;

function left(rows: readonly SafeguardRow[], pieces: readonly Piece[], on: Day = day(10)): string {
  const { likelihood, impact, rating } = residualOf(high, rows, pieces, riskDefault, on);
  return `${likelihood} ${impact} ${rating.level}`;
}

describe("what is left of a risk", () => {
  it("is all of it without controls, and with those that nobody can show to work", () => {
    expect(left([], [])).toBe("VH H H");
    expect(left([control("impact", "L")], [piece(1)])).toBe("VH H H");
    expect(left([control("impact", "L", "e9")], [piece(1)])).toBe("VH H H");
  });

  it("is lowered on its side by a control whose evidence stands", () => {
    expect(left([control("impact", "L", "e1")], [piece(1)])).toBe("VH L L");
    expect(left([control("likelihood", "L", "e1")], [piece(1)])).toBe("L H L");
  });

  it("needs every piece that a control names: the weakest decides", () => {
    const rows = [control("impact", "L", "e1", "e2")];
    expect(left(rows, [piece(1), piece(2)])).toBe("VH L L");
    expect(left(rows, [piece(1), piece(2, day(9))])).toBe("VH H H");
  });

  it("goes down the stair as far as each step of it stands", () => {
    const rows = [
      control("likelihood", "VL", "e3"),
      control("likelihood", "H", "e1"),
      control("likelihood", "M", "e2"),
    ];
    const all = [piece(1), piece(2), piece(3)];
    const without = (n: number) => all.map((one, i) => (i === n - 1 ? { ...one, state: "withdrawn" as const } : one));
    expect(left(rows, all)).toBe("VL H L");
    expect(left(rows, without(3))).toBe("M H M");
    expect(left(rows, without(2))).toBe("H H H");
    // What stands on the first step stands on nothing now, though its own evidence does.
    expect(left(rows, without(1))).toBe("VH H H");
  });

  it("needs controls of one step together, and loses nothing by one at the foot that is only planned", () => {
    const both = [control("impact", "L", "e1"), control("impact", "L", "e2")];
    expect(left(both, [piece(1), piece(2, day(9))])).toBe("VH H H");
    expect(left([control("impact", "L", "e1"), control("impact", "VL")], [piece(1)])).toBe("VH L L");
  });

  it.each([
    ["withdrawn", { state: "withdrawn" }],
    ["erased", { erased: true }],
    ["withheld", { statistics: { kind: "withheld" } }],
  ] as const)("rises where a piece is %s", (_, over) => {
    expect(left([control("impact", "L", "e1")], [piece(1, day(185), over as Partial<Piece>)])).toBe("VH H H");
  });

  it("rises by itself on the day after the last one of its evidence, with nothing having run", () => {
    const rows = [control("impact", "L", "e1")];
    const until = day(40);
    expect(left(rows, [piece(1, until)], until)).toBe("VH L L");
    expect(left(rows, [piece(1, until)], addDays(until, 1))).toBe("VH H H");
  });

  it("names until when each control has something to show, and which count", () => {
    const rows = [control("impact", "M", "e1", "e2"), control("impact", "L"), control("impact", "VL", "e1")];
    const { controls } = residualOf(high, rows, [piece(1, day(50)), piece(2, day(30))], riskDefault, day(10));
    expect(controls.map(({ until }) => until)).toEqual([day(30), null, day(50)]);
    expect(controls.map(({ counts }) => counts)).toEqual([true, false, false]);
  });
});

const ids = ["e1", "e2", "e3", "e4"];
const step = fc.constantFrom(...riskSteps);
const rows = fc.array(
  fc
    .record({ side: fc.constantFrom(...riskSides), to: step, evidence: fc.uniqueArray(fc.constantFrom(...ids)) })
    .map((row): SafeguardRow => ({ control: "c", ...row })),
  { maxLength: 6 },
);
const rank = (steps: { readonly likelihood: RiskStep; readonly impact: RiskStep }): readonly number[] =>
  riskSides.map((side) => rankOf(steps[side]));

describe("whatever the controls and their evidence", () => {
  const all = ids.map((_, index) => piece(index + 1));

  it("a piece that falls never lowers what is left, on no side, and it is never above what was stated", () => {
    fc.assert(
      fc.property(rows, step, step, fc.subarray(all), fc.nat(3), (controls, likelihood, impact, some, gone) => {
        const stated = { likelihood, impact };
        const before = residualOf(stated, controls, some, riskDefault, day(10));
        const fewer = some.filter(({ evidence }) => evidence !== ids[gone]);
        const after = residualOf(stated, controls, fewer, riskDefault, day(10));
        const [b, a, s] = [rank(before), rank(after), rank(stated)];
        expect(a.every((one, i) => one >= (b[i] ?? 0) && one <= (s[i] ?? 0))).toBe(true);
        expect(rankOf(after.rating.level)).toBeGreaterThanOrEqual(rankOf(before.rating.level));
      }),
      { numRuns: 500 },
    );
  });

  it("time alone never lowers it", () => {
    const dated = fc.array(fc.nat(60), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(rows, dated, fc.nat(60), fc.nat(30), (controls, ends, on, later) => {
        const pieces = ends.map((end, index) => piece(index + 1, day(end)));
        const at = (n: number) => residualOf(high, controls, pieces, riskDefault, day(n)).rating.level;
        expect(rankOf(at(on + later))).toBeGreaterThanOrEqual(rankOf(at(on)));
      }),
      { numRuns: 200 },
    );
  });
});
