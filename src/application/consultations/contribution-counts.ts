import type { ContributionCounts } from "../../domain/technology/state/consultations.ts";
import type { Services } from "../services.ts";

/** How the contributions of each of a technology's consultations stand. The views must have caught up. */
export const contributionCountsOf = (
  { views }: Pick<Services, "views">,
  technology: string,
): { readonly [consultation: string]: ContributionCounts } => views.consultations.counts(technology);
