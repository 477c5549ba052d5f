import type { Measurement, Warning } from "../../domain/evidence/measurement.ts";
import { inAvailability } from "./availability.ts";
import type { Reporting } from "./littles-law.ts";
import { inLoad } from "./load.ts";
import { inOutcomes, inSatisfaction, inTasks } from "./people.ts";

/**
 * Where a measurement contradicts itself: nothing is corrected and no figure changes, but it is said. What a reader
 * has warned of under the same code already is not said twice; the same answer to all items of a questionnaire is the
 * reader's to see, since a measurement holds scores only.
 */
export function contradictions(measurement: Measurement, reporting?: Reporting): Warning[] {
  const warned = new Set(measurement.warnings.map(({ code }) => code));
  return contradictionsIn(measurement, reporting).filter(({ code }) => !warned.has(code));
}

function contradictionsIn(measurement: Measurement, reporting?: Reporting): Warning[] {
  switch (measurement.kind) {
    case "load":
      return inLoad(measurement, reporting);
    case "availability":
      return inAvailability(measurement);
    case "tasks":
      return inTasks(measurement);
    case "outcomes":
      return inOutcomes(measurement);
    case "satisfaction":
      return inSatisfaction(measurement);
    case "volume":
    case "sus":
    case "umux-lite":
    case "seq":
    case "accessibility":
    case "components":
    case "interface":
      return [];
    default:
      return measurement satisfies never;
  }
}
