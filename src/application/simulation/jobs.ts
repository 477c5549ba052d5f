import { nothingYet, roughPoint, tallyPilot } from "../../domain/simulation/tally.ts";
import type { Design, RoughPoint, Tallies } from "../../domain/simulation/tally.ts";
import { truthOf } from "../../domain/simulation/profiles.ts";
import type { SimulatedMeasure } from "../../domain/simulation/profiles.ts";

/** What the thread for simulations can be asked. */
export type Job =
  | { readonly kind: "pilots"; readonly design: Design; readonly pilots: number }
  | {
      readonly kind: "curve";
      readonly design: Design;
      readonly indicator: string;
      readonly measure: SimulatedMeasure;
      readonly qualities: readonly number[];
      readonly pilots: number;
    };

export type Answer =
  | { readonly kind: "pilots"; readonly tallies: Tallies }
  | { readonly kind: "curve"; readonly points: readonly RoughPoint[] };

/** What is there so far, of how much. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly answer: Answer;
}

/** One pilot, or one point of a curve, after the other; the last progress is the answer. */
export function* steps(job: Job): Generator<Progress> {
  if (job.kind === "pilots") {
    let tallies: Tallies = { calm: nothingYet, rough: nothingYet };
    for (let number = 0; number < job.pilots; number += 1) {
      tallies = tallyPilot(tallies, job.design, number);
      yield { done: number + 1, of: job.pilots, answer: { kind: "pilots", tallies } };
    }
    return;
  }
  const points: RoughPoint[] = [];
  for (const quality of job.qualities) {
    const truth = { ...job.design.truth, [truthOf[job.measure]]: quality };
    points.push(roughPoint(job.indicator, quality, { ...job.design, truth }, job.pilots));
    yield { done: points.length, of: job.qualities.length, answer: { kind: "curve", points: [...points] } };
  }
}
