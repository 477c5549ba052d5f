import { planCosts, reportCosts } from "../deeds/costs.ts";
import type { Step } from "../steps.ts";

/** As planned, to a few days and a few thousand yuan. */
export const dataSharingCosts: readonly Step[] = [
  planCosts(
    84,
    "typical",
    [["Four registers connected", "四个登记库接入"], "pilot", 88, 68, 150_000],
    [["Trial with four offices", "四个部门试用"], "pilot", 68, 51, 110_000],
    [["Nine offices join", "九个部门接入"], "rollout", 40, 19, 240_000],
    [["Fourteen more join", "再接入十四个部门"], "rollout", 19, 2, 330_000],
    [["Handover to the data office", "移交数据管理部门"], "rollout", 1, -21, 60_000],
  ),
  reportCosts(
    50,
    [
      "Pilot done. The second site was cheaper because the tax office lent its room.",
      "试点完成。税务借了机房，第二机房省了钱。",
    ],
    [1, 152_000],
    [1, 101_000],
    [0, 0],
    [0, 0],
    [0, 0],
  ),
  reportCosts(18, null, [1, 152_000], [1, 101_000], [1, 246_500], [0.02, 4000], [0, 0]),
  reportCosts(
    2,
    [
      "All twenty-three are in. One office needed two more days for its own key.",
      "二十三个部门全部接入，有一个部门配密钥多用了两天。",
    ],
    [1, 152_000],
    [1, 101_000],
    [1, 246_500],
    [0.97, 318_000],
    [0, 0],
  ),
];
