import { availabilityGuides } from "./guides-availability.ts";
import { capacityGuides } from "./guides-capacity.ts";
import { comparisonGuides } from "./guides-comparison.ts";
import { fairnessGuides } from "./guides-fairness.ts";
import { governanceGuides } from "./guides-governance.ts";
import { planningGuides } from "./guides-planning.ts";
import { proportionGuides } from "./guides-proportions.ts";
import { raterGuides } from "./guides-raters.ts";
import { scoringGuides } from "./guides-scoring.ts";
import { usabilityGuides } from "./guides-usability.ts";
import type { MethodGuides } from "./guide.ts";

/** What each method of the registry takes, its formula and a worked example, in the order its page list shows them. */
export const methodGuides: MethodGuides = {
  ...planningGuides,
  ...proportionGuides,
  ...availabilityGuides,
  ...capacityGuides,
  ...usabilityGuides,
  ...comparisonGuides,
  ...raterGuides,
  ...scoringGuides,
  ...fairnessGuides,
  ...governanceGuides,
};
