import { riskSteps } from "../policy/safeguards/risk.ts";
import type { RiskRules, RiskStep } from "../policy/safeguards/risk.ts";
import { isExpired } from "../evidence/expiry.ts";
import { isWithheld } from "../technology/state/in-force.ts";
import type { Piece } from "../technology/state/evidence.ts";
import type { SafeguardRow } from "../technology/state/safeguards.ts";
import type { Day } from "../words/text.ts";
import { listOf, textOf } from "./answers.ts";
import { rateRisk } from "./risk.ts";
import type { RiskRating } from "./risk.ts";

export const riskSides = ["likelihood", "impact"] as const;
type RiskSide = (typeof riskSides)[number];

/** Something that lowers a risk, as long as evidence shows that it works. */
export interface Control {
  readonly index: number;
  readonly name: string;
  readonly side: RiskSide;
  /** The step to which it brings its side. */
  readonly to: RiskStep;
  readonly evidence: readonly string[];
  /** Every piece it names shows something as of the day, and it names one at least. */
  readonly inForce: boolean;
  /** Its step is reached: it is in force, and so is every weaker one of its side. */
  readonly counts: boolean;
  /** The last day on which all of its pieces stand; null where it is not in force. */
  readonly until: Day | null;
}

/** Both sides as they are stated, and as they are with what of the controls counts. */
export interface RiskSteps {
  readonly likelihood: RiskStep;
  readonly impact: RiskStep;
}

export interface Residual extends RiskSteps {
  readonly rating: RiskRating;
  readonly controls: readonly Control[];
}

export const rankOf = (step: RiskStep): number => riskSteps.indexOf(step);

/**
 * What is left of a risk on a day, never typed: as low as the weakest evidence of its controls allows.
 *
 * A control is in force while it names at least one piece and *every* piece it names stands: not expired, not withdrawn, not
 * erased, not withheld. On each side the controls are a stair from the stated step down, the weakest (highest step) first;
 * it is gone down as far as every control on the way is in force, and no further: what stands on a control that nobody can
 * show works is not shown to work either. Controls of one step are one tread, and need to be in force together. A control
 * that is only planned, at the foot of the stair, takes nothing away.
 *
 * So a piece that falls never lowers a residual, and one more that stands never raises it (held by a property test). The
 * level is then rated as the inherent one is, by the method the risk was rated by.
 *
 * @param day in the house's time zone; a piece stands through its last day
 */
export function residualOf(
  stated: RiskSteps,
  rows: readonly SafeguardRow[],
  pieces: readonly Piece[],
  rules: RiskRules,
  day: Day,
): Residual {
  const controls = rows.flatMap((row, index) => controlIn(row, index, pieces, day));
  const [likelihood, impact] = riskSides.map((side) => descend(stated[side], controlsOn(controls, side))) as [
    Descent,
    Descent,
  ];
  const counted = new Set([...likelihood.counted, ...impact.counted]);
  return {
    likelihood: likelihood.step,
    impact: impact.step,
    rating: rateRisk(rules, likelihood.step, impact.step),
    controls: controls.map((control) => ({ ...control, counts: counted.has(control.index) })),
  };
}

/** Half-written rows of a draft are no controls yet. */
function controlIn(row: SafeguardRow, index: number, pieces: readonly Piece[], day: Day): readonly Control[] {
  const [name, side, to] = [textOf(row, "control"), textOf(row, "side"), textOf(row, "to")];
  if (name === null || !isSide(side) || !isStep(to)) return [];
  const evidence = listOf(row, "evidence");
  const named = evidence.map((id) => pieces.find((piece) => piece.evidence === id));
  const standing = named.flatMap((piece) => (piece !== undefined && shows(piece, day) ? [piece] : []));
  const inForce = evidence.length > 0 && standing.length === evidence.length;
  const until = inForce ? (standing.map(({ expiresOn }) => expiresOn).toSorted()[0] ?? null) : null;
  return [{ index, name, side, to, evidence, inForce, counts: false, until }];
}

const shows = (piece: Piece, day: Day): boolean =>
  piece.state === "in-force" && !isExpired(piece, day) && !piece.erased && !isWithheld(piece);

export const isStep = (step: unknown): step is RiskStep => riskSteps.some((known) => known === step);
const isSide = (side: unknown): side is RiskSide => riskSides.some((known) => known === side);

const controlsOn = (controls: readonly Control[], side: RiskSide): readonly Control[] =>
  controls.filter((control) => control.side === side).toSorted((a, b) => rankOf(b.to) - rankOf(a.to));

interface Descent {
  readonly step: RiskStep;
  readonly counted: readonly number[];
}

/** @param controls of one side, the weakest first */
function descend(from: RiskStep, controls: readonly Control[]): Descent {
  const stair = controls.filter(({ to }) => rankOf(to) < rankOf(from));
  const broken = stair.find(({ inForce }) => !inForce);
  const reached = broken === undefined ? stair : stair.filter(({ to }) => rankOf(to) > rankOf(broken.to));
  return { step: reached.at(-1)?.to ?? from, counted: reached.map(({ index }) => index) };
}
