import { forTier } from "../../domain/policy/for-tier.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { leastSamples } from "../../domain/simulation/assumed-truths.ts";
import { atFloor, decentTruth, goodTruth, isSimulated } from "../../domain/simulation/profiles.ts";
import type { SimulatedMeasure } from "../../domain/simulation/profiles.ts";
import type { Tallies } from "../../domain/simulation/tally.ts";
import type { Truth } from "../../domain/simulation/pilot.ts";
import type { Views } from "../../projections/views.ts";
import type { Answer, Job } from "./jobs.ts";
import { keyOf } from "./key.ts";
import type { Simulations } from "./simulations.ts";

/** What the technology is like: good, decent, or good with one measure exactly at its floor. */
type QualityTruth = "good" | "decent" | SimulatedMeasure;

export interface QualityRow {
  readonly tier: Tier;
  readonly truth: QualityTruth;
  /** Null: not simulated yet. */
  readonly tallies: Tallies | null;
}

export interface GateQuality {
  readonly rows: readonly QualityRow[];
  readonly done: number;
  /** Something of it is under way or waits. */
  readonly making: boolean;
}

export interface GateQualities {
  of(policy: Policy): GateQuality;
  /** Simulates in the background what is not there yet. */
  make(policy: Policy): void;
  /** Soon, and from then on, the policy in force is kept simulated. */
  begin(): void;
  close(): void;
  /** Another version may be in force. */
  follow(): void;
}

/** Of each row, calm and rough: a chance of 5 % is known to ± 1.3 %. */
export const QUALITY_PILOTS = 300;

/** Whoever comes first when a server starts has it for themselves. */
const afterMs = 20_000;

/** How well a policy's gate decides at its own least samples: outcomes by what is true, simulated once and kept. */
export function openGateQualities(
  views: Pick<Views, "simulated" | "policies">,
  simulations: Simulations,
  onProblem: (error: unknown) => void,
): GateQualities {
  let [begun, start]: [boolean, NodeJS.Timeout | undefined] = [false, undefined];

  function jobsOf(policy: Policy): readonly { readonly tier: Tier; readonly truth: QualityTruth; readonly job: Job }[] {
    const rows = tiers.flatMap((tier) => {
      const judged = forTier(policy, tier);
      const samples = leastSamples(policy, tier);
      return truthsOf(judged).map(({ name, truth }) => ({
        ...{ tier, truth: name },
        job: {
          kind: "pilots",
          design: { policy: judged, samples, truth, looks: policy.looks.default },
          pilots: QUALITY_PILOTS,
        } as const,
      }));
    });
    // What most readers ask first is there first.
    const first = (truth: QualityTruth): number => (truth === "good" ? 0 : truth === "decent" ? 1 : 2);
    return rows.sort((a, b) => first(a.truth) - first(b.truth));
  }

  function make(policy: Policy): void {
    for (const { job } of jobsOf(policy)) {
      const key = keyOf(job);
      if (views.simulated.find(key) !== null) continue;
      simulations.ask(key, job, {
        background: true,
        done: (answer) => views.simulated.keep(key, JSON.stringify(answer)),
      });
    }
  }

  const follow = (): void => {
    if (!begun) return;
    try {
      make(views.policies.current());
    } catch (error) {
      // Read models that are being made again: whoever opens the page next asks again.
      onProblem(error);
    }
  };

  return {
    of(policy) {
      const jobs = jobsOf(policy).map(({ job, ...row }) => ({ ...row, key: keyOf(job) }));
      const rows = jobs.map(({ key, ...row }) => ({ ...row, tallies: talliesIn(views.simulated.find(key)) }));
      const waits = ({ key }: { readonly key: string }): boolean =>
        ["waiting", "running"].includes(simulations.standing(key).kind);
      return { rows, done: rows.filter(({ tallies }) => tallies !== null).length, making: jobs.some(waits) };
    },
    make,
    begin() {
      start = setTimeout(() => {
        begun = true;
        follow();
      }, afterMs).unref();
    },
    close() {
      begun = false;
      clearTimeout(start);
    },
    follow,
  };
}

function truthsOf(policy: Policy): readonly { readonly name: QualityTruth; readonly truth: Truth }[] {
  const measures = policy.criteria.flatMap(({ indicators }) =>
    indicators.flatMap(({ measure, optional, floor }) =>
      // Evaluators' scores are a judgement and no estimate: none of them is true or false.
      optional !== true && floor !== undefined && isSimulated(measure) && measure !== "rubric" ? [measure] : [],
    ),
  );
  return [
    { name: "good", truth: goodTruth },
    { name: "decent", truth: decentTruth },
    ...[...new Set(measures)].map((name) => ({ name, truth: atFloor(policy, name) })),
  ];
}

function talliesIn(stored: string | null): Tallies | null {
  const answer = stored === null ? null : (JSON.parse(stored) as Answer);
  return answer?.kind === "pilots" ? answer.tallies : null;
}
