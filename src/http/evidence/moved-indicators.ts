import { measureOf } from "../../domain/measures/measures.ts";
import { measureIndicators } from "../../domain/scoring/measure-indicators.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import { isWithheld } from "../../domain/technology/state/in-force.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { fullName, unknownText } from "../say/indicator.ts";
import { boundsText, figureText } from "../say/figure.ts";
import { heldTo } from "../say/limit.ts";
import type { TableModel } from "../view/components.ts";
import type { EvidencePage } from "./page.ts";
import { stateOf } from "./state.ts";

export type MovedModel = { readonly title: string; readonly text: string | null; readonly table: TableModel | null };

/** The indicators as they are with this piece and as they would be without it; null for a piece that counts for none. */
export function movedModel(page: EvidencePage, piece: Piece): MovedModel | null {
  const { context, indicators, language } = page;
  const { t } = language;
  if (context === null || piece.kind === "document") return null;
  if (piece.wave !== null)
    return { title: t("evidence:moved.wave", { wave: piece.wave }), text: t("evidence:moved.waveText"), table: null };
  if (!["in-force", "erased", "withheld"].includes(stateOf(page, piece))) return null;
  const others = context.pieces.filter(({ digest }) => digest !== piece.digest);
  const before = new Map(
    measureIndicators({ ...context, pieces: others }).map((indicator) => [indicator.id, indicator]),
  );
  const moved = indicators.filter((result) => differs(result, before.get(result.id)));
  if (moved.length === 0 && isWithheld(piece)) return null;
  if (moved.length === 0) return { title: t("evidence:moved.none"), text: whyNone(page, piece, others), table: null };
  const title = t("evidence:moved.title", { count: moved.length });
  return { title, text: null, table: tableOf(page, title, moved, before) };
}

/** The likeliest reason first: nothing is asked of its kind, nothing of it is the plan's, it is not enough, another is worse. */
function whyNone(page: EvidencePage, piece: Piece, others: readonly { readonly kind: string }[]): string {
  const { language, policy } = page;
  const { kind, statistics } = piece;
  const { t, format } = language;
  const asked = page.indicators.filter(
    ({ measure, state }) => measureOf(measure).kind === kind && state !== "not-applicable",
  );
  if (asked.length === 0) return t("evidence:moved.noneAsked");
  if (statistics.kind === "availability" && statistics.services.length === 0) return t("evidence:moved.noneService");
  if (others.some((other) => other.kind === kind))
    return t(kind === "load" || kind === "volume" ? "evidence:moved.noneWorst" : "evidence:moved.noneText");
  const lacking = asked.map((indicator) =>
    t("evidence:moved.lacks", { name: fullName(language, policy, indicator), why: unknownText(language, indicator) }),
  );
  return t("evidence:moved.noneEnough", { lacking: format.list(lacking) });
}

function differs(now: IndicatorResult, before: IndicatorResult | undefined): boolean {
  if (before === undefined || now.state !== before.state) return true;
  const [a, b] = [now.measured, before.measured];
  return a?.estimate !== b?.estimate || a?.lower !== b?.lower || a?.upper !== b?.upper || now.n !== before.n;
}

function tableOf(
  { language, policy }: EvidencePage,
  caption: string,
  moved: readonly IndicatorResult[],
  before: ReadonlyMap<string, IndicatorResult>,
): TableModel {
  const { t } = language;
  return {
    caption,
    columns: [
      { label: t("charts:interval.name") },
      { label: t("evidence:moved.without"), num: true },
      { label: t("evidence:moved.with"), num: true },
      { label: t("charts:interval.floor"), num: true },
      { label: t("charts:interval.state") },
    ],
    rows: moved.map((indicator) => {
      const old = before.get(indicator.id);
      return {
        cells: [
          { content: fullName(language, policy, indicator), header: true },
          old === undefined ? { content: "–", num: true } : figureOf(indicator, old),
          figureOf(indicator, indicator),
          {
            content: indicator.floor === undefined ? "–" : heldTo(language, indicator, indicator.floor),
            num: true,
          },
          { content: t(`words:indicatorState.${indicator.state}`) },
        ],
      };
    }),
  };

  function figureOf({ measure, floor }: IndicatorResult, result: IndicatorResult) {
    const { measured } = result;
    if (measured === undefined) return { content: unknownText(language, result), num: true };
    const { estimate, lower = estimate, upper = estimate } = measured;
    return {
      content: figureText(language, measure, estimate, { beside: floor }),
      num: true,
      sub: boundsText(language, measure, [lower, upper], { beside: floor }),
    };
  }
}
