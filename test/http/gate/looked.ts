import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { ScoringPiece } from "../../../src/domain/measures/context.ts";
import { takeDueLooks } from "../../../src/domain/technology/pilot/looks.ts";
import { rubricItems } from "../../../src/domain/measures/rubric-items.ts";
import { goodPieces, load, LONG, piece, step, sus, tasks } from "../../domain/scoring/pilot.ts";
import {
  aPiece,
  aPlan,
  by,
  day,
  decided,
  digest,
  happened,
  piloting,
  stateAfter,
  text,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** Long enough at one and a half times the demand of the technology looked at. */
export const goodLoad = piece(load({ steps: [step(10, 30), step(20, 60, 0.99, 0, LONG)] }));

/** Everything is good but usability, which is well known to lie a little under the pass mark. */
export const middlingUsability: readonly ScoringPiece[] = [
  goodLoad,
  goodPieces.availability,
  goodPieces.volume,
  piece(sus(4000, 69, 9)),
  piece(tasks(400, 4)),
];

/** A pilot with these pieces as e1, e2 …, scored by eva and emil: 3 for everything. */
export function scoredPilot(pieces: readonly ScoringPiece[], score = 3): readonly Happened[] {
  const sheet = (evaluator: string) => ({
    evaluator,
    items: rubricItems(aPlan(), plainPolicy).map(({ key }) => ({
      item: key,
      score,
      evidence: ["e1"],
      comment: text(`comment ${key}`),
    })),
  });
  return [
    ...piloting(),
    // How long a failure lasts is shown by three of them; else a day is assumed.
    ...[3, 4, 5].map((on) => happened("DrillRecorded", { on: day(on), minutes: 8, text: text("drill") }, "pia", on)),
    ...pieces.map((one, i) => attached(i + 1, one)),
    decided("completion", "approve", 10),
    happened("EvaluatorsAssigned", { round: 1, evaluators: ["eva", "emil"], dueOn: day(30) }, "ada", 11),
    happened(
      "ScoresRevealed",
      {
        round: 1,
        sheets: [sheet("eva"), sheet("emil")],
        agreement: { alpha: null, raw: 1, level: "undefined" },
        moderate: [],
      },
      "system",
      13,
    ),
  ];
}

export const attached = (n: number, { kind, statistics, digest: name }: ScoringPiece, on = 6): Happened =>
  happened("EvidenceAttached", aPiece(n, { kind, statistics, digest: digest(`${name} ${n}`) }), "pia", on);

/** The looks that are due by a day, taken as the sweep takes them. */
export function looked(story: readonly Happened[], on: number): readonly Happened[] {
  const events = takeDueLooks(stateAfter(...story), by("system", on));
  return [...story, ...events.map((event) => ({ event, actor: "system", time: `${day(on)}T12:00:00.000Z` }))];
}
