import fc from "fast-check";
import { expect, it } from "vitest";
import type { ScoringPiece } from "../../../src/domain/measures/context.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import type { Verdict } from "../../../src/domain/scoring/verdict-types.ts";
import { availability, goodPieces, load, piece, pilot, scores, service, step, sus, tasks, volume } from "./pilot.ts";

const weakPieces: Record<keyof typeof goodPieces, ScoringPiece> = {
  load: piece(load({ steps: [step(10, 200), step(20, 340), step(40, 360, 0.9)] })),
  availability: piece(availability(service("portal", 20, [[100, 6000]]))),
  sus: piece(sus(14, 70, 12)),
  tasks: piece(tasks(14, 4)),
  volume: piece(volume([10_000, 11_000, 9_500, 10_800, 10_100])),
};

const kinds = Object.keys(goodPieces) as (keyof typeof goodPieces)[];
const items = pilot().rubricScores.map(({ item }) => item);

const arbitraryPilot = fc.record({
  weak: fc.subarray(kinds),
  attached: fc.subarray(kinds, { minLength: 2 }),
  low: fc.subarray(items),
});

function context({
  weak,
  attached,
  low,
}: {
  weak: readonly string[];
  attached: readonly string[];
  low: readonly string[];
}): ScoringContext {
  const pieces = kinds
    .filter((kind) => attached.includes(kind))
    .map((kind) => (weak.includes(kind) ? weakPieces : goodPieces)[kind]);
  return pilot({
    pieces,
    rubricScores: items.map((item) => (low.includes(item) ? scores(item, 1, 2, 3) : scores(item, 4, 4, 5))),
  });
}

function verdictOf(c: ScoringContext): Verdict {
  return verdict(measureIndicators(c), c.policy, { confidence: c.policy.confidence, looks: c.plan.looks.length });
}

it("losing a kind of evidence never turns another verdict into a pass and never raises the score", () => {
  fc.assert(
    fc.property(arbitraryPilot, fc.nat(), (given, pick) => {
      const full = context(given);
      const dropped = full.pieces[pick % full.pieces.length];
      const [before, after] = [
        verdictOf(full),
        verdictOf({ ...full, pieces: full.pieces.filter((one) => one !== dropped) }),
      ];
      expect(after.outcome).not.toBe("pass");
      // Fewer digests mean other random numbers: equal scores may differ by the simulation's error.
      expect(after.score.mean).toBeLessThanOrEqual(before.score.mean + 0.2);
      expect(after.reachesPassMark.lower.correlated).toBeLessThanOrEqual(before.reachesPassMark.lower.correlated);
      expect(after.reachesPassMark.upper.correlated).toBeGreaterThanOrEqual(before.reachesPassMark.upper.correlated);
    }),
    { numRuns: 25 },
  );
});

it("a pass has everything known, every floor cleared by its lower bound and both chances at c′", () => {
  fc.assert(
    fc.property(arbitraryPilot, (given) => {
      const result = verdictOf(context(given));
      const floorsCleared = [...result.indicators, ...result.criteria].every(
        ({ state }) => state === "cleared" || state === "not-applicable",
      );
      const { independent, correlated } = result.reachesPassMark.lower;
      const limit = result.lookConfidence;
      if (result.outcome === "pass") {
        expect(floorsCleared).toBe(true);
        expect(Math.min(independent, correlated)).toBeGreaterThanOrEqual(limit);
        expect(result.reasons).toEqual([]);
      } else {
        expect(result.reasons.length).toBeGreaterThan(0);
        expect(floorsCleared && correlated >= limit && independent >= limit + 0.01).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
});

it("more looks never make a pass of what one look did not pass", () => {
  fc.assert(
    fc.property(arbitraryPilot, fc.integer({ min: 2, max: 4 }), (given, looks) => {
      const c = context({ ...given, attached: kinds });
      const at = (n: number): Verdict["outcome"] =>
        verdictOf({ ...c, plan: { ...c.plan, looks: Array.from({ length: n }, (_, i) => `2026-10-0${i + 1}`) } })
          .outcome;
      if (at(1) !== "pass") expect(at(looks)).not.toBe("pass");
      if (at(1) !== "fail") expect(at(looks)).not.toBe("fail");
    }),
    { numRuns: 15 },
  );
});
