import type { Indicator } from "../policy/policy.ts";
import type { Found, MeasureContext, Yardstick } from "./found.ts";
import { accessibility } from "./measure-accessibility.ts";
import { availability } from "./measure-availability.ts";
import { fairness } from "./measure-fairness.ts";
import { headroom } from "./measure-headroom.ts";
import { failedShare, withinShare } from "./measure-load.ts";
import { rubric, taskSuccess } from "./measure-people.ts";
import { satisfaction } from "./measure-satisfaction.ts";
import { scale } from "./measure-scales.ts";
import { volume } from "./measure-volume.ts";

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
