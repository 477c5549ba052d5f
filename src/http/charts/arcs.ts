import type { ArcMap, MapLink, MapNode } from "../../domain/interfaces/arc-map.ts";
import { escapeText, Html } from "../view/html.ts";
import { at, percent, round } from "./svg.ts";

export type ArcNode = MapNode & {
  readonly name: string;
  /** What its group is called, above the first of it; absent where groups are not named. */
  readonly heading?: string;
};

export type ArcLink = MapLink & {
  /** Under a standard: a full line; under none: a dotted one. */
  readonly standard: boolean;
};

const rowHeight = 22;
/** Where the names end and the arcs begin, percent of the width. */
const side = 42;
/** Characters of a name where the page is wide and where it is narrow; a Chinese one counts as two. */
const [wide, narrow] = [46, 16];

/**
 * Who gives what to whom: a row a name, arcs at their side, an arrow at the end that takes. No names lie over each other, for
 * each has its row.
 *
 * @param label the finding as a sentence; the table below says the same in words
 */
export function arcs({ nodes, arcs: drawn }: ArcMap<ArcNode, ArcLink>, label: string): Html {
  const rows = placed(nodes);
  const height = (rows.at(-1)?.y ?? 0) + rowHeight;
  const middle = rows.filter(({ node }) => node !== null).map(({ y }) => y + rowHeight / 2);
  const lines = drawn.map(({ link, from, to, reach }) => {
    const [a, b] = [middle[from] ?? 0, middle[to] ?? 0];
    // The curve goes three quarters as far out as its handles.
    const out = round(12 + reach * 116);
    return `<path class="${link.standard ? "c-edge" : "c-open"}" d="M0 ${a}C${out} ${a} ${out} ${b} 0 ${b}"/>`;
  });
  const takes = [...new Set(drawn.map(({ to }) => to))].map((row) => at(side, middle[row] ?? 0, arrow));
  const names = rows.map(({ y, text, head }) => nameAt(text, y + rowHeight / 2 + 4, head));
  const leaders = rows
    .filter(({ head }) => !head)
    .map(({ y }) => `<line class="c-base" x1="0" x2="${percent(side)}" y1="${y + 20.5}" y2="${y + 20.5}"/>`);
  return new Html(
    `<svg class="c" height="${height}" role="img" aria-label="${escapeText(label)}">` +
      `${leaders.join("")}${names.join("")}<svg x="${percent(side)}" y="0" width="${percent(100 - side)}" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">${lines.join("")}</svg>` +
      `${takes.join("")}</svg>`,
  );
}

const arrow = '<path class="c-arrow" d="M-7 0L0 -4L0 4Z"/>';

interface PlacedRow {
  readonly y: number;
  readonly text: string;
  readonly head: boolean;
  readonly node: ArcNode | null;
}

function placed(nodes: readonly ArcNode[]): readonly PlacedRow[] {
  const rows: PlacedRow[] = [];
  const add = (text: string, node: ArcNode | null): void => {
    rows.push({ y: rows.length * rowHeight, text, head: node === null, node });
  };
  for (const [i, node] of nodes.entries()) {
    if (node.heading !== undefined && nodes[i - 1]?.group !== node.group) add(node.heading, null);
    add(node.name, node);
  }
  return rows;
}

function nameAt(name: string, y: number, head: boolean): string {
  const look = head ? "t-strong" : "t-ink";
  const x = head ? 0 : 8;
  return (
    `<text class="${look} c-wide" x="${x}" y="${y}">${escapeText(shortened(name, wide))}</text>` +
    `<text class="${look} c-narrow" x="${x}" y="${y}">${escapeText(shortened(name, narrow))}</text>`
  );
}

/** As much of a name as has room, with an ellipsis where that is not all. */
function shortened(name: string, most: number): string {
  let width = 0;
  let cut = "";
  for (const character of name) {
    width += /[\u1100-\uffef]/.test(character) ? 2 : 1;
    if (width > most) return `${cut.trimEnd()}…`;
    if (width < most) cut += character;
  }
  return name;
}
