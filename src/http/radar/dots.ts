import { moveBetween } from "../../domain/radar/movement.ts";
import type { Move } from "../../domain/radar/movement.ts";
import { rings } from "../../domain/radar/rings.ts";
import type { Day } from "../../domain/words/text.ts";
import type { DatedDecision, Drawing, Evidence } from "../../projections/drawings/types.ts";
import type { PortfolioQuery, PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Views } from "../../projections/views.ts";
import type { RadarAsked, Sectoring } from "./asked.ts";
import { sectorsOf } from "./sectors.ts";
import type { Sector } from "./sectors.ts";

/** More would be a cloud; those that changed last are drawn. */
export const mostDots = 200;

/** A technology on the radar of the days that were asked for. */
export interface RadarDot {
  /** Beside its mark, and in the table. */
  readonly number: number;
  readonly row: Pick<PortfolioRow, "name" | "slug" | "department" | "kind" | "tier">;
  readonly sector: string;
  readonly move: Move;
  readonly evidence: Evidence | null;
  /** What put it there; null where a file did, or where the dot is no decision's. */
  readonly decision: DatedDecision | null;
}

export interface RadarDots {
  readonly dots: readonly RadarDot[];
  readonly sectors: readonly Sector[];
  /** How many the selection leaves that have a ring today; counted up to a thousand. */
  readonly count: number;
  readonly more: boolean;
}

/** @param nameOf a sector, in the reader's language: their order */
export function radarDots(
  { portfolio, drawings }: Pick<Views, "portfolio" | "drawings">,
  query: PortfolioQuery,
  { asked, today, nameOf }: { readonly asked: RadarAsked; readonly today: Day; readonly nameOf: SectorName },
): RadarDots {
  const { after: _after, before: _before, ...whole } = query;
  const page = portfolio.list({ ...whole, decided: true, sort: "updated", descending: true, limit: mostDots });
  const drawn = drawings.of(page.entries.map(({ key }) => key));
  const unnumbered = page.entries.flatMap(({ key }) => {
    const drawing = drawn.get(key);
    const move = drawing === undefined ? null : moveBetween(drawing.places, asked.from, asked.to);
    if (drawing === undefined || move === null) return [];
    const row = portfolio.row(key);
    return [{ row, sector: sectorOf(row, asked.by), move, ...standingAt(drawing, asked.to, today) }];
  });
  const { sectors, of } = sectorsOf(
    unnumbered.map(({ sector }) => sector),
    (key) => nameOf(asked.by, key),
  );
  const placed = unnumbered.map((dot) => ({ ...dot, sector: of(dot.sector) }));
  const order = new Map(sectors.map(({ key }, at) => [key, at]));
  const dots = placed
    .toSorted(
      (a, b) =>
        (order.get(a.sector) ?? 0) - (order.get(b.sector) ?? 0) ||
        rings.indexOf(a.move.now.ring) - rings.indexOf(b.move.now.ring) ||
        depthOf(a.evidence) - depthOf(b.evidence) ||
        (a.row.slug < b.row.slug ? -1 : 1),
    )
    .map((dot, at) => ({ ...dot, number: at + 1 }));
  return { dots, sectors, count: page.count, more: page.more };
}

export type SectorName = (by: Sectoring, key: string) => string;

/** What stood at the end of a day; of today, newer evidence before the first look among it. */
function standingAt({ looks, evidence, decisions }: Drawing, day: Day, today: Day) {
  return {
    evidence: day === today ? evidence : (looks.findLast(({ on }) => on <= day) ?? null),
    decision: decisions.findLast(({ on }) => on <= day) ?? null,
  };
}

function sectorOf(row: RadarDot["row"], by: Sectoring): string {
  switch (by) {
    case "department":
      return row.department;
    case "kind":
      return row.kind ?? "";
    case "tier":
      return row.tier;
    case "none":
      return "";
  }
}

/** Of the scale 0–100: a bound so far beyond its floor lies at the ring's inner edge, so far behind at its outer one. */
const widest = 50;

/** 0 at the inner edge of the ring, 1 at the outer; what is not known lies there. Half-way is the floor. */
export function depthOf(evidence: Evidence | null): number {
  const points = evidence?.clearance?.points ?? null;
  return points === null ? 1 : 0.5 - Math.max(-widest, Math.min(widest, points)) / (2 * widest);
}
