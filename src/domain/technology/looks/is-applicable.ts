import type { Indicator } from "../../measures/measures.ts";
import { isApplicable as applies } from "../../measures/yardstick.ts";
import type { PilotPlan } from "../state/pilot.ts";

export const isApplicable = (plan: PilotPlan, indicator: Indicator): boolean => applies(indicator, { plan });
