import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Withdrawn by its planner. */
export const chatCounterForResidents: Scene = {
  name: { en: "Chat counter for residents", zh: "居民咨询聊天窗口" },
  summary: ["Answers residents' questions in a chat window day and night.", "聊天窗口全天回答居民提问。"],
  need: ["The hotline is engaged at noon: one caller in three gives up.", "午间热线占线，三个来电就有一个放弃。"],
  needOf: ["400,000 residents with a telephone and no patience at lunchtime.", "四十万午休时间才有空打电话的居民。"],
  risks: ["An invented opening hour sends people across the city for nothing.", "编出来的办公时间会让人白跑一趟。"],
  department: "hotline",
  planner: "planner5",
  sponsor: "sponsor",
  tier: "III",
  kind: "service",
  dataClass: "general",
  personal: "general",
  users: 400_000,
  demand: 6,
  recordsPerHour: 5000,
  cost: { pilot: 240_000, annual: 1_200_000 },
  ago: 40,
  course: [
    does.propose(),
    does.withdraw(4, [
      "A count of last month's noon calls shows that nine more lines end the queue for a fifth of the price. We take the lines.",
      "清点上月午间来电后发现，加九条线就能解决，费用只有五分之一，改为加线。",
    ]),
    does.lessons(5, null, [
      "Count the calls before proposing a machine to answer them.",
      "先数清来电，再谈用机器来答。",
    ]),
  ],
};
