import { assertedStage } from "../technology/state/asserted-stage.ts";
import type { PastEvent } from "../technology/state/envelope.ts";
import type { DayOf } from "../technology/state/gate-ahead.ts";
import type { AssertedStage, ImportedRow } from "../technology/state/imports.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Day, Instant } from "../words/text.ts";
import { placeOf } from "./rings.ts";
import type { Place } from "./rings.ts";

/** What moves a technology on the radar without moving it to another stage, as its entries say it. */
export type Turn = { readonly position: number; readonly at: Instant } & (
  { readonly is: "held" | "resumed" } | { readonly is: "imported"; readonly stage: AssertedStage | null }
);

/** The turn that an entry is; null for most. */
export function turnIn(event: PastEvent): Turn | null {
  const when = { position: event.position, at: event.time };
  switch (event.type) {
    case "RolloutHeld":
      return { ...when, is: "held" };
    case "RolloutResumed":
      return { ...when, is: "resumed" };
    case "TechnologyImported":
      return { ...when, is: "imported", stage: event.payload.stage };
    default:
      return null;
  }
}

/** From the end of a day on, until the end of the next one in the list. */
export interface DatedPlace {
  readonly on: Day;
  readonly place: Place | null;
}

/** Every day after which it stood elsewhere than the day before, oldest first. */
export function placesOf(
  { passages }: Pick<Technology, "passages">,
  turns: readonly Turn[],
  dayOf: DayOf,
): readonly DatedPlace[] {
  const steps: readonly Step[] = [...passages.map((passage) => ({ ...passage, is: "passage" as const })), ...turns];
  let standing: Standing = { passages: [], held: false, imported: null };
  const days = new Map<Day, Place | null>();
  for (const step of steps.toSorted((a, b) => a.position - b.position)) {
    standing = after(standing, step);
    days.set(dayOf(step.at), placeIn(standing));
  }
  const dated = [...days].map(([on, place]) => ({ on, place }));
  return dated.filter(({ place }, at) => !isSame(place, dated[at - 1]?.place ?? null));
}

/** Where it stood at the end of a day. */
export const placeAt = (places: readonly DatedPlace[], day: Day): Place | null =>
  places.findLast(({ on }) => on <= day)?.place ?? null;

type Passage = Technology["passages"][number];
type Step = Turn | (Passage & { readonly is: "passage" });

interface Standing {
  readonly passages: readonly Passage[];
  readonly held: boolean;
  readonly imported: Pick<ImportedRow, "stage"> | null;
}

function after(standing: Standing, step: Step): Standing {
  switch (step.is) {
    case "passage":
      // Whatever stood still before, another stage begins without a hold.
      return { ...standing, passages: [...standing.passages, step], held: false };
    case "held":
    case "resumed":
      return { ...standing, held: step.is === "held" };
    case "imported":
      return { ...standing, imported: { stage: step.stage } };
    default:
      return step satisfies never;
  }
}

function placeIn({ passages, held, imported }: Standing): Place | null {
  const stage = passages.at(-1)?.stage;
  if (stage === undefined) return null;
  const asserted = assertedStage({ stage, passages, imported: imported as Technology["imported"] });
  return placeOf({ stage, held, asserted });
}

const isSame = (a: Place | null, b: Place | null): boolean => a?.ring === b?.ring && a?.asserted === b?.asserted;
