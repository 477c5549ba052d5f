import { isJudged } from "../../domain/measures/measures.ts";
import { fullName } from "../say/indicator.ts";
import type { Content } from "../view/html.ts";
import type { EvidenceFigures } from "./page.ts";
import { stateOf } from "./state.ts";

/** How much there is, and the news: what lies beyond its floor, else what is not settled, else that all is. */
export function leadOf(page: EvidenceFigures): Content {
  const { technology, indicators, language, policy } = page;
  const { t, format } = language;
  if (technology.plan === null) return t("evidence:lead.noPlan");
  if (technology.evidence.length === 0) return t("evidence:lead.none");
  const main = indicators.filter(({ measure, state }) => !isJudged(measure) && state !== "not-applicable");
  const own = main.filter(({ group }) => group === undefined);
  const figures = {
    pieces: t("evidence:lead.pieces", {
      count: technology.evidence.filter((piece) => stateOf(page, piece) === "in-force").length,
    }),
    measured: own.filter(({ state }) => state !== "unknown").length,
    count: own.length,
  };
  const beyond = main.filter(({ state }) => state === "beyond");
  if (beyond.length > 0) {
    const names = format.list(beyond.slice(0, 3).map((indicator) => fullName(language, policy, indicator)));
    return t.html("evidence:lead.beyond", { ...figures, names });
  }
  const unsettled = main.filter(({ state }) => state === "unknown" || state === "straddles").length;
  return unsettled > 0
    ? t.html("evidence:lead.unsettled", { ...figures, unsettled })
    : t.html("evidence:lead.clear", figures);
}
