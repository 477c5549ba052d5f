import type { AuditRules } from "../policy/safeguards/audit.ts";
import type { SafeguardAnswers, SafeguardsSlice } from "../technology/state/safeguards.ts";
import { textOf } from "./answers.ts";
import { statedAnswers } from "./stated.ts";
import { tiePath, tiesOf } from "./ties.ts";
import type { TiePath } from "./ties.ts";

export const tiesKey = "supplier-ties";

/**
 * How the auditor of these answers is tied to the technology, by the ties that are stated now; null: not at all, or no
 * auditor is named. Days of the audit that are not answered make every tie count.
 */
export function auditorPath(t: SafeguardsSlice, answers: SafeguardAnswers, { tieMonths }: AuditRules): TiePath | null {
  const [auditor, ties] = [textOf(answers, "auditor"), statedAnswers(t, tiesKey)];
  if (auditor === null || ties === null) return null;
  const window = { from: textOf(answers, "begunOn"), until: textOf(answers, "reportedOn"), months: tieMonths };
  return tiePath(tiesOf(ties), auditor, window);
}
