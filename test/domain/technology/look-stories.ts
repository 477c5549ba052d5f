import { earlyPolicy } from "../../support/early-policy.ts";
import type { Statistics } from "../../../src/domain/evidence/statistics.ts";
import type { EvidencePiece } from "../../../src/domain/technology/state/evidence.ts";
import type { PilotPlan } from "../../../src/domain/technology/state/pilot.ts";
import type { Happened } from "../../support/technology.ts";
import { aPiece, day, decided, digest, happened, piloting, text } from "../../support/technology.ts";
import { availability, load, LONG, service, step, sus, tasks, volume } from "../scoring/pilot.ts";

/** Statistics that clear every floor, without a restore drill too, at the demand of a test's proposal: 40 requests a second, 9,000 records an hour. */
const good = {
  load: load({ steps: [step(10, 40), step(20, 80, 0.99, 0, LONG), step(40, 120)] }),
  availability: availability(service("portal", 500, [[100, 600]])),
  volume: volume([15_000, 15_300, 14_800, 15_100, 15_200, 14_900]),
  sus: sus(60, 82, 9),
  tasks: tasks(60, 5),
} as const;

export const measured = (id: number, statistics: Statistics, over: Partial<EvidencePiece> = {}): EvidencePiece =>
  aPiece(id, {
    kind: statistics.kind as EvidencePiece["kind"],
    statistics,
    digest: digest(`good ${id}`),
    files: [{ digest: digest(`good file ${id}`), bytes: 100 }],
    rows: 1000,
    rejectedRows: 0,
    expiresOn: day(185),
    ...over,
  });

export const attached = (piece: EvidencePiece, n: number): Happened => happened("EvidenceAttached", piece, "pia", n);

/** Five good pieces, attached on day 10. */
export const goodEvidence = (): readonly Happened[] =>
  Object.values(good).map((statistics, i) => attached(measured(i + 1, statistics), 10));

export const pilotWith = (evidence: readonly Happened[], over: Partial<PilotPlan> = {}): readonly Happened[] => [
  ...piloting(over),
  ...evidence,
];

const rubricItems = earlyPolicy.criteria
  .flatMap(({ indicators }) => indicators)
  .filter(({ measure }) => measure === "rubric")
  .map(({ key }) => key);

/** Through completion and a blind evaluation that ends, revealed, on day `n`. */
export const evaluatedOn = (story: readonly Happened[], n: number, score = 4): readonly Happened[] => [
  ...story,
  decided("completion", "approve", 32),
  happened("EvaluatorsAssigned", { round: 1, evaluators: ["eva", "emil"], dueOn: day(47) }, "ada", 33),
  ...["eva", "emil"].map((one) =>
    happened("ScoresSubmitted", { evaluator: one, sheet: text(`sheet ${one}`) }, one, 35),
  ),
  happened(
    "ScoresRevealed",
    {
      round: 1,
      sheets: ["eva", "emil"].map((evaluator) => ({
        evaluator,
        items: rubricItems.map((item) => ({ item, score, evidence: ["e1"], comment: text("comment") })),
      })),
      agreement: { alpha: 0.9, raw: 0.95, level: "reliable" },
      moderate: [],
    },
    "system",
    n,
  ),
];
