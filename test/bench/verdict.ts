import { earlyPolicy } from "../support/early-policy.ts";
import type { ScoringContext } from "../../src/domain/scoring/context.ts";
import { verdictOf } from "../../src/domain/scoring/sensitivity-evidence.ts";
import { availability, goodPieces, load, piece, pilot, service, step, sus, tasks } from "../domain/scoring/pilot.ts";
import { atMost, median, noted, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";

/** A verdict from statistics to reasons, the median over technologies of realistic size: the first ones of a process, and warm. */
export async function verdictBench(): Promise<Figure[]> {
  const contexts = technologies();
  const cold = await medianOf(contexts, 1);
  const warm = await medianOf(contexts, 5);
  return [atMost("verdict of one technology, 10,000 draws, cold", cold, 60, "ms"), noted("the same, warm", warm, "ms")];
}

async function medianOf(contexts: readonly ScoringContext[], runs: number): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) for (const context of contexts) times.push(await timed(() => verdictOf(context)));
  return median(times);
}

/** Three pilots: one of each kind of evidence; several services with outages and two load tests; a small one that is open. */
function technologies(): ScoringContext[] {
  const outages = (every: number): [number, number][] =>
    Array.from({ length: 12 }, (_, i) => [24 + i * every, 120 + 60 * (i % 5)]);
  const many = [
    ...Object.values(goodPieces),
    piece(load({ steps: [step(10, 190), step(20, 380), step(40, 600), step(80, 640, 0.8)] }), { digest: "load-2" }),
    piece(availability(service("portal", 120, outages(200)), service("records", 120, outages(220))), {
      digest: "availability-2",
    }),
    piece(sus(140, 78, 12), { digest: "sus-2" }),
  ];
  const small = [goodPieces.load, goodPieces.availability, piece(sus(14, 70, 12)), piece(tasks(14, 4))];
  return [pilot({ policy: earlyPolicy }), pilot({ pieces: many }), pilot({ pieces: small })];
}
