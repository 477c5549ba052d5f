import type { Policy } from "../../domain/policy/policy.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import { intervalList, intervalTable } from "../charts/interval-list.ts";
import { criterionRow } from "../say/criterion-row.ts";
import { plainVerdict } from "../say/verdict-plain.ts";
import type { FigureModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import type { PublicView } from "./told.ts";

/** How the evidence stood when the newest decision that rests on it was taken: one sentence, one drawing; null: none did. */
export function evidenceModel(
  language: Language,
  policyOf: (version: number) => Policy,
  { decisions }: PublicView,
): { readonly says: string; readonly sure: string | null; readonly figure: FigureModel } | null {
  const record = decisions.findLast((decision) => decision.record.verdict !== null)?.record;
  if (record?.verdict == null) return null;
  const { verdict, policyVersion } = record;
  return { ...plainVerdict(language, policyOf(policyVersion), verdict), figure: criteriaFigure(language, verdict) };
}

/** The criteria alone: what stands behind them is for whoever reads statistics. */
function criteriaFigure(language: Language, verdict: Verdict): FigureModel {
  const { t } = language;
  const model = {
    headings: { value: t("publication:figure.value"), floor: t("publication:figure.floor") },
    rows: verdict.criteria.map((criterion) => criterionRow(language, criterion, "plain")),
  };
  return {
    chart: intervalList(model),
    notes: [t("publication:figure.note")],
    table: intervalTable(t, t("publication:figure.caption"), model),
  };
}
