import { makePoint, place, step } from "../deeds/consultations.ts";
import type { Step } from "../steps.ts";

/** The answer was due days ago: one of its points has none, and one letter is in no point. */
export const digitalIdConsultation: readonly Step[] = [
  step(58, {
    do: "open-consultation",
    asks: {
      kind: "written",
      title: ["Kiosks in the next twelve halls", "接下来十二个大厅的自助终端"],
      question: [
        "In which order should the other halls get their kiosks, and at which hours should they stand open without a counter behind them?",
        "其余大厅按什么顺序装终端？窗口下班后终端开到几点？",
      ],
      stillOpen: ["The order of the halls and the hours of the kiosks.", "安装顺序和开放时间。"],
      settled: [
        "A counter with a person stays in every hall. The kiosk comes beside it and not in its place.",
        "每个大厅都保留人工窗口，终端是加装，不是替换。",
      ],
      audience: [
        "Everybody who needs certified copies, and the people at the counters.",
        "需要证照副本的群众和窗口人员。",
      ],
      days: 30,
      respond: 25,
      channels: ["page", "letter", "counter"],
      how: [
        "Boxes stand in the halls of Salt Market and Plum Ferry. Letters: Government Services, 1 Bell Tower Square.",
        "盐市、梅渡大厅设有意见箱；来信请寄钟楼广场 1 号政务服务局。",
      ],
    },
  }),
  step(52, {
    do: "contribute",
    contribution: "ferryman",
    channel: "counter",
    text: [
      "My boat comes in after six. Put one where the hall is closed by then, outside, under the roof.",
      "我的船六点以后才靠岸。请装一台在门外屋檐下，大厅关了也能用。",
    ],
  }),
  step(47, {
    do: "contribute",
    contribution: "villager",
    channel: "letter",
    lay: 3,
    text: [
      "From Weir Town it is two hours to the nearest hall with a kiosk. Start with us and not where there are three counters already.",
      "从堰镇到最近有终端的大厅要两个小时。先装我们这里，别先装已有三个窗口的地方。",
    ],
  }),
  step(40, {
    do: "contribute",
    contribution: "shopkeeper",
    channel: "page",
    text: [
      "Market days are on Tuesday and Saturday. If the kiosk is shut on Saturdays it is of no use to half of us.",
      "逢周二、周六赶集。周六不开，一半人用不上。",
    ],
  }),
  step(33, {
    do: "contribute",
    contribution: "clerk",
    channel: "letter",
    lay: 2,
    text: [
      "I have worked at the counter for nineteen years. When the machine jams, they come to me. Who is there when I am not?",
      "我在窗口干了十九年，机器一卡，人就来找我。我下班了找谁？",
    ],
  }),
  makePoint(27, [
    "Kiosks stay open when the hall has closed, evenings and Saturdays.",
    "大厅关门后，晚上和周六终端照开。",
  ]),
  makePoint(27, ["Halls far from any kiosk come first.", "离现有终端最远的大厅先装。"]),
  place(26, "ferryman", "p1"),
  place(26, "shopkeeper", "p1"),
  place(26, "villager", "p2"),
  step(18, {
    do: "answer-point",
    point: "p2",
    outcome: "adopted",
    reason: [
      "The way to the next kiosk was no part of our order. It says more about the need than the number of counters does.",
      "原排序没考虑路程。比起窗口数，路程更能说明需要。",
    ],
    change: [
      "Weir Town, Reed Lake and the islands moved to the front of the second wave.",
      "堰镇、芦湖和海岛调到第二批最前面。",
    ],
  }),
];
