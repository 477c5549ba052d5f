import { earlyPolicy } from "../support/early-policy.ts";
import type { ScoringContext } from "../../src/domain/scoring/context.ts";
import { verdictOf } from "../../src/domain/scoring/sensitivity-evidence.ts";
import { availability, goodPieces, load, piece, pilot, service, step, sus, tasks } from "../domain/scoring/pilot.ts";
import { atMost, median, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";

const runs = 5;

/** A verdict from statistics to reasons, the median over technologies of realistic size, warm; and what is asked of it. */
export async function verdictBench(): Promise<Figure[]> {
  const contexts = technologies();
  contexts.forEach((context) => verdictOf(context));
  const verdicts = await medianOf(contexts, (context) => verdictOf(context));
  return [atMost("verdict of one technology, 10,000 draws", verdicts, 100, "ms")];
}

async function medianOf(contexts: readonly ScoringContext[], run: (context: ScoringContext) => unknown) {
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) for (const context of contexts) times.push(await timed(() => run(context)));
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
