import { firstUntold } from "../../domain/technology/state/publication.ts";
import type { PublicationSlice } from "../../domain/technology/state/publication.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Services } from "../../application/services.ts";

/** A technology as people outside may know it. */
export type PublicView = {
  /** As it stood before the first decision that is not told. */
  readonly state: Technology;
  /** What was written for the public and what is withheld, as it stands now. */
  readonly publication: PublicationSlice;
  /** Oldest first. */
  readonly decisions: readonly Decided[];
};

/** Null while nothing of it was told. @param all a preview: as if everything were told */
export async function toldOf({ views }: Services, id: string, all = false): Promise<PublicView | null> {
  const newest = await views.technologyState(id);
  if (newest === null || (newest.published.length === 0 && !all)) return null;
  const untold = all ? null : firstUntold(newest);
  if (untold === null) return { state: newest, publication: newest, decisions: newest.decisions };
  const state = await views.technologyState(id, { asOf: untold.position - 1 });
  if (state === null) return null;
  return { state, publication: newest, decisions: state.decisions };
}
