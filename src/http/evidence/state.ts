import { isWithheld } from "../../domain/technology/state/in-force.ts";
import { isExpired } from "../../domain/evidence/expiry.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { textShown } from "../say/text.ts";
import type { TagModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content, Html } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { Translate } from "../view/translate.ts";
import { glyph } from "../view/glyphs.ts";
import type { EvidenceFigures, EvidencePage } from "./page.ts";

export type PieceState = "in-force" | "withdrawn" | "expired" | "erased" | "withheld" | "past-plan";

/** Expiry is computed from today, whether or not the sweep has come by. */
export function stateOf({ technology, today }: EvidenceFigures, piece: Piece): PieceState {
  if (piece.state === "withdrawn") return "withdrawn";
  if (piece.state === "expired" || isExpired(piece, today)) return "expired";
  if (isWithheld(piece)) return "withheld";
  if (piece.erased) return "erased";
  return piece.plan === (technology.plan?.number ?? 0) ? "in-force" : "past-plan";
}

const glyphs = {
  "in-force": "met",
  withdrawn: "withdrawn",
  expired: "unknown",
  erased: "blind",
  withheld: "blind",
  "past-plan": "closed",
} as const;

export function stateTag(page: EvidenceFigures, piece: Piece): TagModel {
  const state = stateOf(page, piece);
  return tag(page.language.t, glyphs[state], page.language.t(`evidence:state.${state}`));
}

/** The same where a table's cell takes markup. */
export function stateMark(page: EvidenceFigures, piece: Piece): Html {
  const model = stateTag(page, piece);
  return html`<strong class="govuk-tag ts-tag ts-tag--${model.kind}">${glyph(model.glyph)}${model.text}</strong>`;
}

/** Without it a baseline's figures would read as the pilot's own. */
export function baselineMark(t: Translate): Html {
  return html`<b class="strong">${t("evidence:baseline.mark")}</b>`;
}

/** Why it no longer counts, or that a file of it is gone; nothing where it simply stands. */
export function stateReason(page: EvidencePage, piece: Piece): Content | undefined {
  const { language, words } = page;
  const state = stateOf(page, piece);
  if (state === "withdrawn" && piece.withdrawal !== null) return textShown(language, words.get(piece.withdrawal));
  if (state === "withheld") return language.t("evidence:stateWhy.withheld");
  if (isWithheld(piece)) return language.t("evidence:stateWhy.withheldToo");
  if (state === "erased") return language.t("evidence:stateWhy.erased");
  if (state === "past-plan") return language.t("evidence:stateWhy.past-plan");
  return piece.erased ? language.t("evidence:stateWhy.erasedToo") : undefined;
}
