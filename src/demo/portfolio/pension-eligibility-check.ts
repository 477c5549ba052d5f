import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** One of two admission votes is in. */
export const pensionEligibilityCheck: Scene = {
  name: { en: "Pension eligibility check", zh: "养老待遇资格核验" },
  summary: [
    "Checks pension eligibility against registers the city already holds, so that nobody has to appear.",
    "用市级已有登记数据核验养老待遇资格，群众不必到场。",
  ],
  need: [
    "80,000 pensioners appear in person each year to prove they are alive; two collapsed in the queue last August.",
    "每年八万名退休人员要到场证明健在，去年八月有两人在队伍里晕倒。",
  ],
  needOf: [
    "Pensioners above all, and thirty-eight clerks who photograph them.",
    "首先是退休人员，还有三十八名给他们拍照的经办人员。",
  ],
  risks: [
    "A pension stopped by a wrong match; a dead man paid for years; registers of other provinces are closed.",
    "比对出错会停发待遇；也可能多年冒领；外省登记数据不开放。",
  ],
  department: "social",
  planner: "planner6",
  sponsor: "sponsor2",
  tier: "IV",
  kind: "algorithm",
  dataClass: "important",
  personal: "sensitive",
  users: 80_000,
  demand: 5,
  recordsPerHour: 15_000,
  cost: { pilot: 110_000, annual: 540_000 },
  ago: 3,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      ["Nobody over eighty has to come in person.", "八十岁以上的人不必到场。"],
      ["No pension stops without a letter and thirty days.", "停发前须致函并留三十天。"],
    ),
    does.vote(2, "approver2", "admission", "approve", [
      "A match never stops a payment here, a letter does. That sentence in the proposal decided it for me.",
      "比对不直接停发，先发函再说——申请里这句话让我投了赞成。",
    ]),
  ],
};
