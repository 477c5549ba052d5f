import { step } from "../deeds/consultations.ts";
import type { Step } from "../steps.ts";

/** Sixty cards, nineteen answers: counted, and what it comes to still has to be answered. */
export const schoolMealPoll: readonly Step[] = [
  step(27, {
    do: "open-consultation",
    asks: {
      kind: "poll",
      title: ["Until when can a meal be ordered?", "订餐截止到什么时候？"],
      question: [
        "Orders for the next week close on Thursday evening. When should they close?",
        "下周的餐现在周四晚截止。您觉得什么时候截止好？",
      ],
      stillOpen: ["The hour at which orders close.", "截止时间。"],
      settled: [
        "Nobody goes without a meal: who forgets to order gets rice and vegetables.",
        "忘了订也不会饿着：有米饭和蔬菜。",
      ],
      audience: [
        "Sixty families of the three trial schools, drawn by class list; each got one card.",
        "三所试点学校按班级名册抽出的六十户家庭，每户一张卡。",
      ],
      days: 21,
      respond: 50,
      channels: ["page"],
      how: null,
      shorter: [
        "The kitchens sign for the new term in three weeks and have to know the hour by then.",
        "食堂三周后签新学期合同，届时必须定下时间。",
      ],
      options: [
        ["Thursday evening, as it is", "周四晚，维持不变"],
        ["Friday at noon", "周五中午"],
        ["The day before each meal", "每餐前一天"],
      ],
      codes: 60,
    },
  }),
  step(25, { do: "choose", counts: [2, 1, 5] }),
  step(18, { do: "choose", counts: [1, 2, 4] }),
  step(9, { do: "choose", counts: [1, 0, 3] }),
  step(5, {
    do: "make-point",
    origin: "poll",
    text: [
      "Most of the few who answered want to order a day ahead instead of a week.",
      "作答的人不多，其中多数希望提前一天订，而不是提前一周。",
    ],
  }),
];
