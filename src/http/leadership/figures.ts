import { gates } from "../../domain/policy/policy.ts";
import type { ScorecardRules } from "../../domain/policy/safeguards/scorecard.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import {
  endingStandings,
  fates,
  lessonStandings,
  sharingStandings,
} from "../../domain/technology/manifest/countable.ts";
import type { CountableKind, Fate } from "../../domain/technology/manifest/countable.ts";
import type { CountQuery } from "../../projections/counts/types.ts";
import type { Asked } from "./address.ts";

/** A number of these pages: what it counts. Its key stands in the address of its list and names its words. */
export interface Figure {
  readonly key: string;
  readonly kind: CountableKind;
  readonly standings: readonly string[];
  /** Of what is due and not done: what is overdue, or what is still to come. */
  readonly due?: "past" | "ahead";
}

export const outcomes = ["approve", "approve-with-conditions", "return", "reject"] as const;
/** How an approval turned out: whoever waived or spoke against was right or wrong, or it is not known yet. */
export const turns = ["right", "wrong", "open"] as const;
export const bands = ["missed", "thin", "middle", "wide", "unknown"] as const;
export type Band = (typeof bands)[number];

/** The most points that a margin is told by, see rollout/counts.ts. */
const mostPoints = 100;

export const dueFigures: readonly Figure[] = [
  { key: "deadline.met", kind: "deadline", standings: ["met"] },
  { key: "deadline.late", kind: "deadline", standings: ["late"] },
  { key: "deadline.overdue", kind: "deadline", standings: ["open"], due: "past" },
  { key: "deadline.ahead", kind: "deadline", standings: ["open"], due: "ahead" },
];

export const promiseFigures: readonly Figure[] = [
  { key: "promise.kept", kind: "promise", standings: ["kept"] },
  { key: "promise.kept-late", kind: "promise", standings: ["kept-late"] },
  { key: "promise.overdue", kind: "promise", standings: ["open"], due: "past" },
  { key: "promise.ahead", kind: "promise", standings: ["open"], due: "ahead" },
  { key: "promise.withdrawn", kind: "promise", standings: ["withdrawn"] },
];

export const trainingFigures: readonly Figure[] = [
  { key: "training.met", kind: "training", standings: ["met"] },
  { key: "training.late", kind: "training", standings: ["late"] },
  { key: "training.overdue", kind: "training", standings: ["open"], due: "past" },
  { key: "training.ahead", kind: "training", standings: ["open"], due: "ahead" },
];

export const interfaceFigures: readonly Figure[] = [
  { key: "interface.standard", kind: "interface", standings: ["standard"] },
  { key: "interface.none", kind: "interface", standings: ["none"] },
];

export const endingFigures: readonly Figure[] = endingStandings.map((standing) => ({
  key: `ending.${standing}`,
  kind: "ending",
  standings: [standing],
}));

export const sharingFigures: readonly Figure[] = sharingStandings.map((standing) => ({
  key: `sharing.${standing}`,
  kind: "sharing",
  standings: [standing],
}));

export const lessonFigures: readonly Figure[] = [{ key: "lesson.given", kind: "lesson", standings: lessonStandings }];

export const decisionFigure = (gate: string, outcome: string): Figure => ({
  key: `decision.${gate}.${outcome}`,
  kind: "decision",
  standings: [`${gate}.${outcome}`],
});

export const rolloutFigures: readonly Figure[] = fates.map((fate) => ({
  key: `rollout.${fate}`,
  kind: "rollout",
  standings: [fate],
}));

const went = { well: ["adopted"], badly: ["breached", "taken-back"], open: ["held", "open"] } as const;

/** Who waived was right where it went well; who spoke against, where it did not. */
export function turnFigures(kind: "waiver" | "voice"): readonly Figure[] {
  const by = kind === "waiver" ? { right: went.well, wrong: went.badly } : { right: went.badly, wrong: went.well };
  return turns.map((turn) => ({
    key: `${kind}.${turn}`,
    kind,
    standings: turn === "open" ? went.open : by[turn],
  }));
}

/** Approvals of the rollout whose smallest margin lies in a band, and what became of them. */
export const marginFigure = (band: Band, fate: Fate, rules: ScorecardRules): Figure => ({
  key: `margin.${band}.${fate}`,
  kind: "margin",
  standings: pointsIn(band, rules).map((points) => `${points}.${fate}`),
});

function pointsIn(band: Band, { thinMargin, wideMargin }: ScorecardRules): readonly (number | string)[] {
  const [from, to] = {
    missed: [-1, 0],
    thin: [0, thinMargin],
    middle: [thinMargin, wideMargin],
    wide: [wideMargin, mostPoints + 1],
    unknown: [0, 0],
  }[band] as [number, number];
  return band === "unknown" ? ["unknown"] : Array.from({ length: to - from }, (_, n) => from + n);
}

export const figureOf = (key: string, rules: ScorecardRules): Figure | null =>
  everyFigure(rules).find((figure) => figure.key === key) ?? null;

/** Every figure there is. */
export const everyFigure = (rules: ScorecardRules): readonly Figure[] => [
  ...dueFigures,
  ...promiseFigures,
  ...trainingFigures,
  ...interfaceFigures,
  ...endingFigures,
  ...sharingFigures,
  ...lessonFigures,
  ...gates.flatMap((gate) => outcomes.map((outcome) => decisionFigure(gate, outcome))),
  ...rolloutFigures,
  ...turnFigures("waiver"),
  ...turnFigures("voice"),
  ...bands.flatMap((band) => fates.map((fate) => marginFigure(band, fate, rules))),
];

/** What it asks the read model; null: of these days none can count, since they are on the other side of today. */
export function countQuery(
  { kind, standings, due }: Figure,
  { period, department }: Asked,
  today: Day,
): CountQuery | null {
  const from = due === "ahead" && period.from < today ? today : period.from;
  const to = due === "past" && period.to >= today ? addDays(today, -1) : period.to;
  return from > to ? null : { kind, standings, department, from, to };
}
