import { movements } from "../../domain/radar/movement.ts";
import type { Move, Movement } from "../../domain/radar/movement.ts";
import { round } from "../charts/svg.ts";
import { html, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { sizes } from "./sizes.ts";

/** Movement is told by the shape, whether a decision stands behind it by being filled: neither by colour alone. */
export function shapeOf({ movement, now }: Pick<Move, "movement" | "now">, radius: number): string {
  const name = now.asserted ? "c-radar-asserted" : "c-dot";
  return outlines[movement](round(radius), name);
}

const outlines: { readonly [M in Movement]: (radius: number, name: string) => string } = {
  unmoved: (r, name) => `<circle class="${name}" r="${r}"/>`,
  in: (r, name) => `<path class="${name}" d="M0 -${r}L${r} ${round(r * 0.85)}L-${r} ${round(r * 0.85)}Z"/>`,
  out: (r, name) => `<path class="${name}" d="M0 ${r}L${r} -${round(r * 0.85)}L-${r} -${round(r * 0.85)}Z"/>`,
  new: (r, name) =>
    `<circle class="c-radar-new" r="${r}"/><circle class="${name}" r="${Math.max(2, round(r - 3.5))}"/>`,
};

/** The same mark beside words. */
export const markBeside = (move: Pick<Move, "movement" | "now">): Html =>
  new Html(
    `<svg class="c-radar-key" width="16" height="16" aria-hidden="true"><svg x="8" y="8" overflow="visible">${shapeOf(move, 6)}</svg></svg>`,
  );

export function radarLegend({ t }: Language): Html {
  const decided = { ring: "trial", asserted: false } as const;
  const key = (mark: Html, text: string): Html => html`<span>${mark}${text}</span>`;
  const disc = (radius: number): Html =>
    new Html(
      `<svg width="24" height="22" aria-hidden="true"><svg x="12" y="11" overflow="visible"><circle class="c-dot" r="${radius}"/></svg></svg>`,
    );
  const dashed = new Html(
    '<svg width="26" height="14" aria-hidden="true"><line class="c-radar-floor" x1="0" x2="26" y1="7" y2="7"/></svg>',
  );
  return html`<div class="ts-legend">
    ${movements.map((movement) => key(markBeside({ movement, now: decided }), t(`radar:movement.${movement}`)))}
    ${key(markBeside({ movement: "unmoved", now: { ...decided, asserted: true } }), t("radar:legend.asserted"))}
    ${sizes.map(([least, radius], at) => key(disc(radius), piecesText(t, least, sizes[at + 1]?.[0])))}
    ${key(dashed, t("radar:legend.floor"))}
  </div>`;
}

function piecesText(t: Language["t"], least: number, next: number | undefined): string {
  if (next === undefined) return t("radar:legend.most", { count: least });
  return next === least + 1 ? t("radar:legend.none") : t("radar:legend.pieces", { from: least, to: next - 1 });
}
