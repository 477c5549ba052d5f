import { setImmediate } from "node:timers/promises";
import { labelGap } from "../../domain/radar/dot.ts";
import { layOut } from "../../domain/radar/layout.ts";
import type { Layout } from "../../domain/radar/layout.ts";
import { rings } from "../../domain/radar/rings.ts";
import { round } from "../charts/svg.ts";
import { escapeText, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { depthOf } from "./dots.ts";
import type { RadarDot, RadarDots } from "./dots.ts";
import { shapeOf } from "./marks.ts";
import { radiusOf } from "./sizes.ts";

/** Beyond the outer ring, for the letters of the sectors. */
const rim = 30;

/** Pixels that a text of 13 takes: a Chinese character is as wide as it is high. */
const widthOf = (text: string): number =>
  10 + Array.from(text, (c) => (c > "\u2e80" ? 13 : 7)).reduce((a, b) => a + b, 0);

/**
 * For the eye and the pointer; whoever reads with the ear, or by the keyboard, has the table beside it, which says the
 * same and leads to the same pages. It has a size of its own, and scrolls where it finds less room.
 */
export async function drawRadar(
  { t }: Language,
  { dots, sectors }: Pick<RadarDots, "dots" | "sectors">,
): Promise<Html> {
  const names = rings.map((ring) => t(`radar:ring.${ring}`));
  const layout = await inTurns(
    layOut(
      dots.map(({ number, sector, move, evidence }) => ({
        ring: move.now.ring,
        sector,
        depth: depthOf(evidence),
        radius: radiusOf(evidence?.pieces ?? 0),
        label: String(number),
      })),
      sectors.map(({ key }) => key),
      names.map(widthOf),
    ),
  );
  const size = Math.ceil(2 * ((layout.radii.at(-1) ?? 0) + rim));
  const middle = size / 2;
  return new Html(
    `<svg class="c c-radar" width="${size}" height="${size}" aria-hidden="true" focusable="false">` +
      `<svg x="${middle}" y="${middle}" overflow="visible">` +
      `${circles(layout)}${sides(layout, sectors)}${ringNames(layout, names)}${marks(layout, dots)}</svg></svg>`,
  );
}

async function inTurns<T>(work: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

/** Each ring's edge, and dashed between the edges where a bound lies that just meets its floor. */
const circles = ({ radii }: Layout): string =>
  radii
    .toReversed()
    .map((radius, back) => {
      const inner = radii[radii.length - 2 - back];
      const floor = inner === undefined ? "" : circle("c-radar-floor", (radius + inner) / 2);
      return (radius === 0 ? "" : circle(back % 2 === 0 ? "c-radar-ring" : "c-radar-ring c-zone", radius)) + floor;
    })
    .join("");

const circle = (name: string, radius: number): string => `<circle class="${name}" r="${round(radius)}"/>`;

function sides({ radii, sectors: parted }: Layout, sectors: RadarDots["sectors"]): string {
  const [inner, outer] = [radii[0] ?? 0, radii.at(-1) ?? 0];
  if (parted.length < 2) return "";
  return parted
    .map(({ from, to }, at) => {
      const [sx, sy] = [Math.sin(from), -Math.cos(from)];
      const middle = (from + to) / 2;
      const [lx, ly] = [Math.sin(middle) * (outer + 15), -Math.cos(middle) * (outer + 15) + 5];
      return (
        `<line class="c-radar-ring" x1="${round(sx * inner)}" y1="${round(sy * inner)}" x2="${round(sx * outer)}" y2="${round(sy * outer)}"/>` +
        `<text class="t-strong c-mid" x="${round(lx)}" y="${round(ly)}">${sectors[at]?.letter ?? ""}</text>`
      );
    })
    .join("");
}

const ringNames = ({ radii }: Layout, names: readonly string[]): string =>
  names
    .map(
      (name, at) =>
        `<text class="c-mid c-radar-name" y="${round(-(radii[at + 1] ?? 0) + 15)}">${escapeText(name)}</text>`,
    )
    .join("");

const marks = ({ placed }: Layout, dots: readonly RadarDot[]): string =>
  placed
    .map(({ x, y }, at) => {
      const dot = dots[at];
      if (dot === undefined) return "";
      const radius = radiusOf(dot.evidence?.pieces ?? 0);
      return (
        `<a href="${escapeText(addressOf(dot))}" tabindex="-1"><title>${escapeText(dot.row.name)}</title>` +
        `<g transform="translate(${round(x)} ${round(y)})">${shapeOf(dot.move, radius)}` +
        `<text x="${radius + labelGap}" y="4">${dot.number}</text></g></a>`
      );
    })
    .join("");

/** The decision that put it there; what no decision put anywhere leads to the technology. */
export const addressOf = ({ decision, row }: Pick<RadarDot, "decision" | "row">): string =>
  decision === null ? `/technologies/${row.slug}` : `/decisions/${decision.position}`;
