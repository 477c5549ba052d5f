import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Rejected at admission, with lessons. */
export const crowdCountingCameras: Scene = {
  name: { en: "Crowd counting cameras", zh: "客流计数摄像" },
  summary: ["Counts people on squares and at festivals by camera.", "用摄像头统计广场和节庆活动人数。"],
  need: ["Stewards estimate by eye; at the lantern fair they were wrong by half.", "安保靠目测，元宵灯会估少了一半。"],
  needOf: ["Thirty stewards and the festival desk.", "三十名安保和活动办。"],
  risks: [
    "Faces on a city server; counters become watchers at the next demand.",
    "市级服务器存有人脸；下一次需求来了，计数就成了监控。",
  ],
  department: "urban",
  planner: "planner",
  sponsor: "sponsor2",
  tier: "IV",
  kind: "algorithm",
  dataClass: "important",
  personal: "sensitive",
  users: 30,
  demand: 4,
  recordsPerHour: 12_000,
  cost: { pilot: 180_000, annual: 890_000 },
  ago: 33,
  course: [
    does.propose(),
    does.vote(
      4,
      "approver",
      "admission",
      "reject",
      ["Mats that count steps cost a tenth and see nobody.", "踏步计数垫只要十分之一的钱，还不拍任何人。"],
      {
        lessons: [
          "Ask first whether counting needs images at all; the festival desk had offers for mats and never opened them.",
          "先问统计是否必须用影像；活动办收到过计数垫报价却没拆封。",
        ],
      },
    ),
    does.vote(
      4,
      "approver3",
      "admission",
      "reject",
      [
        "Nobody could tell me when the pictures are deleted. That is an answer too.",
        "没人说得清影像何时删除，这本身就是答案。",
      ],
      {
        lessons: [
          "A proposal with faces in it needs its deletion rule on page one, before any price.",
          "涉及人脸的申请，第一页就要写清删除规则，再谈价钱。",
        ],
      },
    ),
  ],
};
