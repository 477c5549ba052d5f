import type { MeasureContext } from "../measures/context.ts";
import type { Policy } from "../policy/policy.ts";

/** What indicators are measured against, with the whole policy: criteria are scored by it too. */
export interface ScoringContext extends MeasureContext {
  readonly policy: Policy;
}
