import type { ScaleMeasurement, ScaleRespondent } from "../../domain/evidence/measurement.ts";
import { rates } from "../../domain/evidence/rates.ts";
import type { Row } from "../table.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";

type Person = Pick<ScaleRespondent, "id" | "identified" | "group">;

/** Who a row speaks of; a row without an id is a person of its own. The reason where the person is known already. */
export function personOf(row: Row, known: ReadonlySet<string>): Person | Unreadable {
  const named = row.cell("respondent");
  if (named !== "" && known.has(named)) return new Unreadable(`respondent “${shorten(named)}” has answered before`);
  const id = named === "" ? `row ${String(known.size + 1).padStart(6, "0")}` : named;
  return { id, identified: named !== "", ...groupOf(row) };
}

export function groupOf(row: Row): { readonly group?: string } {
  return row.cell("group") === "" ? {} : { group: row.cell("group") };
}

/** Mean and sd over respondents, in the order of their ids; null where nobody can be scored. */
export function scaleFigures(
  respondents: readonly ScaleRespondent[],
  dropped: ScaleMeasurement["dropped"],
): ScaleMeasurement | null {
  if (respondents.length === 0) return null;
  const sorted = respondents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { n, mean, sd } = rates(sorted.map((respondent) => respondent.score));
  return { respondents: sorted, dropped, n, mean, ...(sd === undefined ? {} : { sd }) };
}
