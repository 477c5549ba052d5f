import type { FeedbackDeed } from "./deeds/feedback-deed.ts";
import type { Step } from "./steps.ts";
import type { Words } from "./words.ts";

const step = (day: number, does: FeedbackDeed): Step => ({ day, by: null, does });

const north: Words = ["North pier", "北码头"];
const south: Words = ["South pier", "南码头"];
const island: Words = ["Island pier", "岛上码头"];
const older: Words = ["Older passengers", "老年乘客"];
const commuters: Words = ["Commuters", "通勤乘客"];

/**
 * What passengers write about a service that is in use: one answer is overdue, one message was opened again, the writer of one
 * was called back; by English names of technologies.
 */
export const feedback: { readonly [technology: string]: readonly Step[] } = {
  "Ferry ticket machines": [
    step(17, {
      do: "set-feedback-form",
      places: [north, south, island],
      groups: [older, commuters, ["Visitors", "游客"]],
    }),
    step(16, {
      do: "hear",
      message: "glare",
      channel: "letter",
      category: "access",
      severity: "hindering",
      place: south,
      group: older,
      lay: 8,
      text: [
        "In the afternoon the sun stands on the glass of the machine. I cannot read the prices and have to ask strangers to buy my ticket.",
        "下午太阳正照在机器玻璃上，票价看不清，我只好请陌生人帮我买票。",
      ],
    }),
    step(15, {
      do: "hear",
      message: "coins",
      channel: "page",
      category: "fault",
      severity: "severe",
      place: north,
      group: commuters,
      contact: "commuter@example.invalid",
      text: [
        "The machine took my ten yuan and gave no ticket. The boat left. Nobody at the pier could give the money back.",
        "机器收了我十元却没有出票，船开走了，码头上没有人能退钱。",
      ],
    }),
    step(13, {
      do: "hear",
      message: "bikes",
      channel: "counter",
      category: "idea",
      severity: "minor",
      place: island,
      group: null,
      text: ["Please sell tickets for bicycles too.", "希望也能买自行车票。"],
    }),
    step(12, {
      do: "answer-message",
      message: "coins",
      outcome: "answered",
      text: [
        "The coin tray was full. Money is paid back at the counter of North pier with the number of the machine.",
        "硬币箱满了。凭机器编号可到北码头窗口退款。",
      ],
    }),
    step(11, { do: "rate-answer", message: "coins", rating: 1 }),
    step(10, {
      do: "answer-message",
      message: "bikes",
      outcome: "out-of-scope",
      text: [
        "Whether bicycles may board is for the harbour office to say; the machines sell what it lets on board. We passed your wish on to it.",
        "自行车能否上船由港务处决定，售票机只能卖准许上船的票种。您的建议已转港务处。",
      ],
    }),
    step(9, {
      do: "call-writer-back",
      message: "coins",
      text: [
        "The counter closes before the last boat. The money was sent by post, and the tray is emptied at noon from now on.",
        "窗口在末班船之前就关了。票款已邮寄，今后中午清一次硬币箱。",
      ],
    }),
    step(8, {
      do: "hear",
      message: "card",
      channel: "page",
      category: "use",
      severity: "hindering",
      place: north,
      group: older,
      text: ["The senior card works only at the third try.", "老年卡要刷三次才行。"],
    }),
    step(6, {
      do: "answer-message",
      message: "card",
      outcome: "answered",
      text: ["The reader was cleaned.", "已清洁读卡器。"],
    }),
    step(4, {
      do: "hear",
      message: "voice",
      channel: "phone",
      category: "access",
      severity: "hindering",
      place: island,
      group: null,
      text: [
        "My neighbour is blind. The machine says nothing when the last step is done.",
        "我的邻居看不见，最后一步做完时机器没有声音提示。",
      ],
    }),
    step(3, {
      do: "ask-writer",
      message: "voice",
      text: ["Was the sound on at the other steps?", "前面几步有声音吗？"],
    }),
    step(2, {
      do: "reopen-message",
      message: "card",
      text: ["Cleaned or not, today it was the same again.", "清洁没清洁都一样，今天还是刷了三次。"],
    }),
  ],
};
