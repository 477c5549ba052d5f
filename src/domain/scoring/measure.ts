import type { Indicator } from "../measures/indicator.ts";
import type { Found } from "../measures/finding.ts";
import type { MeasureContext } from "../measures/context.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import { accessibility } from "../measures/accessibility.ts";
import { availability } from "../measures/availability.ts";
import { fairness } from "../measures/fairness.ts";
import { headroom } from "../measures/headroom.ts";
import { failedShare, withinShare } from "../measures/load.ts";
import { rubric, taskSuccess } from "../measures/task-success.ts";
import { satisfaction } from "../measures/satisfaction.ts";
import { scale } from "../measures/questionnaire.ts";
import { volume } from "../measures/volume.ts";

/** One indicator, or one group of it, by its measure. */
export function measure(indicator: Indicator, context: MeasureContext, yardstick: Yardstick, group?: string): Found {
  switch (indicator.measure) {
    case "availability":
      return availability(context, yardstick);
    case "failed-share":
      return failedShare(context, yardstick);
    case "within-share":
      return withinShare(context, yardstick);
    case "headroom":
      return headroom(context, yardstick);
    case "volume":
      return volume(context, yardstick);
    case "sus":
    case "umux-lite":
    case "seq":
      return scale(indicator.measure, context, yardstick, group);
    case "task-success":
      return taskSuccess(context, yardstick, indicator.key, group);
    case "satisfaction":
      return satisfaction(context, yardstick, group);
    case "accessibility":
      return accessibility(context, yardstick);
    case "fairness":
      return fairness(context, yardstick);
    case "rubric":
      return rubric(context, yardstick, indicator.key);
    default:
      return indicator.measure satisfies never;
  }
}
