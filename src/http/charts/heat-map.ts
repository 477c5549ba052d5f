import { riskSteps } from "../../domain/policy/safeguards/risk.ts";
import type { RiskStep } from "../../domain/policy/safeguards/risk.ts";
import { escapeText, Html } from "../view/html.ts";
import { round } from "./svg.ts";

/** One arrow: from where a risk is without its controls to where it is with what counts of them. */
export interface HeatMove {
  readonly name: string;
  readonly from: HeatPlace;
  readonly to: HeatPlace;
  /** Above what may stand, and nobody answers for it. */
  readonly open: boolean;
}

interface HeatPlace {
  readonly likelihood: RiskStep;
  readonly impact: RiskStep;
}

export interface HeatWords {
  readonly label: string;
  readonly likelihood: string;
  readonly impact: string;
  readonly step: (step: RiskStep) => string;
  readonly level: (likelihood: RiskStep, impact: RiskStep) => RiskStep;
}

/** Its measures: a drawing grows and shrinks as a whole, so that its arrows go on pointing at their cells. */
interface HeatShape {
  readonly name: "wide" | "narrow";
  readonly cell: { readonly width: number; readonly height: number };
  readonly left: number;
  readonly foot: number;
  /** Characters of a step that stand beneath a column without being turned: two Chinese ones do where a word does not. */
  readonly flat: number;
  /** Marks side by side in a cell, the place of the first, and how far they are apart. */
  readonly marks: { readonly inARow: number; readonly x: number; readonly y: number; readonly apart: number };
}

/** For a phone its lettering would shrink with it: there the cells are small, without their names, and stand on upright words. */
export const [wide, narrow]: readonly [HeatShape, HeatShape] = [
  {
    name: "wide",
    cell: { width: 104, height: 64 },
    left: 92,
    foot: 44,
    flat: 99,
    marks: { inARow: 6, x: 14, y: 28, apart: 15 },
  },
  {
    name: "narrow",
    cell: { width: 41, height: 46 },
    left: 78,
    foot: 90,
    flat: 2,
    marks: { inARow: 3, x: 8, y: 10, apart: 12 },
  },
];
const top = 4;
/** For a row of words and the name of the axis. */
const flatFoot = 44;

/**
 * Impact to the right, likelihood upwards; each risk is a ring where it would be and a disc where it is, with an arrow from one
 * to the other. Those of one cell stand beside each other. The table beneath says the same.
 */
export function heatMap(moves: readonly HeatMove[], words: HeatWords, shape: HeatShape): Html {
  const { cell, left } = shape;
  const isFlat = riskSteps.every((step) => words.step(step).length <= shape.flat);
  const foot = isFlat ? flatFoot : shape.foot;
  const [width, height] = [left + 5 * cell.width + 4, top + 5 * cell.height + foot];
  const rows = riskSteps.toReversed();
  const cells = rows.flatMap((likelihood) => riskSteps.map((impact) => square(likelihood, impact, words, shape)));
  const sides = rows.map(
    (step, row) =>
      `<text class="c-end" x="${left - 8}" y="${top + (row + 0.5) * cell.height + 5}">${escapeText(words.step(step))}</text>`,
  );
  const feet = riskSteps.map((step, column) => footOf(words.step(step), column, shape, isFlat));
  const axes =
    `<text class="t-strong c-mid" x="${left + 2.5 * cell.width}" y="${top + 5 * cell.height + foot - 6}">${escapeText(words.impact)}</text>` +
    `<text class="t-strong c-mid" transform="rotate(-90)" x="${-(top + 2.5 * cell.height)}" y="13">${escapeText(words.likelihood)}</text>`;
  return new Html(
    `<svg class="c c-heat c-heat--${shape.name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeText(words.label)}">` +
      `${cells.join("")}${sides.join("")}${feet.join("")}${axes}${drawn(moves, shape)}</svg>`,
  );
}

/** Beneath its column; upright, reading upwards, where a column is narrower than a word. */
function footOf(word: string, column: number, { cell, left }: HeatShape, isFlat: boolean): string {
  const [x, y] = [left + (column + 0.5) * cell.width, top + 5 * cell.height];
  return isFlat
    ? `<text class="c-mid" x="${x}" y="${y + 18}">${escapeText(word)}</text>`
    : `<text class="c-end" transform="rotate(-90)" x="${-(y + 6)}" y="${x + 5}">${escapeText(word)}</text>`;
}

const cornerOf = ({ likelihood, impact }: HeatPlace, { cell, left }: HeatShape): readonly [number, number] => [
  left + riskSteps.indexOf(impact) * cell.width,
  top + (4 - riskSteps.indexOf(likelihood)) * cell.height,
];

function square(likelihood: RiskStep, impact: RiskStep, { level, step }: HeatWords, shape: HeatShape): string {
  const [x, y] = cornerOf({ likelihood, impact }, shape);
  const { width, height } = shape.cell;
  const rated = level(likelihood, impact);
  return (
    `<rect class="c-heat-${rated}" x="${x + 1}" y="${y + 1}" width="${width - 2}" height="${height - 2}"/>` +
    (shape.name === "wide"
      ? `<text class="c-heat-name" x="${x + 6}" y="${y + 14}">${escapeText(step(rated))}</text>`
      : "")
  );
}

/** Every end has a place of its own in its cell, by the order of the list. */
function drawn(moves: readonly HeatMove[], shape: HeatShape): string {
  const taken = new Map<string, number>();
  const ends = moves.map((move) => ({ move, from: seat(move.from, taken, shape), to: seat(move.to, taken, shape) }));
  const lines = ends.map(({ move, from, to }) => (isMoved(move) ? line(from, to) : ""));
  const marks = ends.map(
    ({ move, from, to }) =>
      `<g class="${move.open ? "is-unmet" : ""}"><title>${escapeText(move.name)}</title>` +
      (isMoved(move) ? `<circle class="c-plan" cx="${from[0]}" cy="${from[1]}" r="5"/>` : "") +
      (move.open ? diamond(to) : `<circle class="c-dot" cx="${to[0]}" cy="${to[1]}" r="6"/>`) +
      "</g>",
  );
  return lines.join("") + marks.join("");
}

const isMoved = ({ from, to }: HeatMove): boolean => from.likelihood !== to.likelihood || from.impact !== to.impact;

const diamond = ([x, y]: readonly [number, number]): string =>
  `<path class="c-dot" d="M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z"/>`;

function seat(place: HeatPlace, taken: Map<string, number>, shape: HeatShape): readonly [number, number] {
  const { inARow, apart, ...first } = shape.marks;
  const key = `${place.likelihood}/${place.impact}`;
  const nth = taken.get(key) ?? 0;
  taken.set(key, nth + 1);
  const [x, y] = cornerOf(place, shape);
  // After three rows they lie over the first again: the table names each.
  return [x + first.x + (nth % inARow) * apart, y + first.y + (Math.floor(nth / inARow) % 3) * 13];
}

/** Up to the rim of the disc that it points at. */
function line([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const long = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / long, (y2 - y1) / long];
  const [tipX, tipY] = [x2 - ux * 7, y2 - uy * 7];
  const [baseX, baseY] = [tipX - ux * 7, tipY - uy * 7];
  const head = [
    [tipX, tipY],
    [baseX - uy * 4, baseY + ux * 4],
    [baseX + uy * 4, baseY - ux * 4],
  ].map(([x = 0, y = 0]) => `${round(x)} ${round(y)}`);
  return (
    `<line class="c-mark" x1="${round(x1 + ux * 5)}" y1="${round(y1 + uy * 5)}" x2="${round(baseX)}" y2="${round(baseY)}"/>` +
    `<path class="c-heat-tip" d="M${head.join("L")}Z"/>`
  );
}
