import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Stopped early; what was learnt is taken up by "Sourced letter drafts". */
export const taxLetterDrafts: Scene = {
  name: { en: "Tax letter drafts", zh: "税务函件起草" },
  summary: ["Drafted tax letters from an officer's case notes.", "根据税务人员的案件记录起草函件。"],
  need: [
    "A letter takes an officer forty minutes, and 11,000 leave each spring.",
    "一封函要写四十分钟，每年春天要发一万一千封。",
  ],
  needOf: ["260 tax officers in four districts.", "四个区二百六十名税务人员。"],
  risks: [
    "A friendly tone may promise what the law does not; notes hold names of third persons.",
    "语气太客气会许下法律没有的承诺；案件记录含第三人姓名。",
  ],
  department: "finance",
  planner: "planner6",
  sponsor: "sponsor",
  tier: "III",
  kind: "algorithm",
  dataClass: "important",
  personal: "sensitive",
  users: 260,
  demand: 0.2,
  recordsPerHour: 400,
  cost: { pilot: 140_000, annual: 700_000 },
  ago: 95,
  course: [
    does.propose(),
    does.vote(3, "approver", "admission", "approve", [
      "Forty minutes a letter is the number; let them try to halve it.",
      "四十分钟一封就是那个数，让他们试着减半。",
    ]),
    does.vote(4, "approver5", "admission", "approve", [
      "Letters are signed by people, so a bad draft stays a draft.",
      "函由人签发，写坏了也只是草稿。",
    ]),
    does.lock(6, {
      sites: [
        "District tax offices of Reed Lake and East Fields, reminders only.",
        "芦湖、东畈两个税务所，仅限催报函。",
      ],
      siteCount: 2,
      starts: 8,
      days: 62,
      looks: [80],
      services: ["letters"],
      latencyMs: 3000,
      restoreMinutes: 60,
      exit: ["Drafts are deleted; letters sent stay in the tax file.", "删除草稿，已发函留在税务档案。"],
      rollback: ["Officers open the old letter template from the first day on.", "税务人员随时可用旧模板。"],
    }),
    does.openPilot(8),
    does.drill(20, 20, ["Drafting off for a morning; templates used.", "停用一上午，改用模板。"]),
    does.attach(40, ["Officers at two offices, SUS", "两所人员 SUS"], {
      kind: "sus",
      file: "officers-sus.csv",
      shape: "wide",
      people: 36,
      mean: 58,
      sd: 15,
    }),
    does.attach(40, ["Ten letters each, half drafted", "每人十封函（半数用草稿）"], {
      kind: "tasks",
      file: "ten-letters.csv",
      people: 32,
      success: 0.66,
      tasks: ["Use the draft as it is", "Find the paragraph of the law", "Sign in time"],
    }),
    does.stopPilot(
      52,
      null,
      [
        "Every third draft was written anew, so a letter took fifty-one minutes instead of forty. We stop ten days early rather than ask officers for more patience.",
        "三份草稿就有一份要重写，一封函反倒用了五十一分钟。与其再耗大家的耐心，不如提前十天停止。",
      ],
      [
        "Officers distrust a sentence whose source they cannot see. Show the paragraph of the law beside each sentence, draft only what was decided, and measure minutes from the first week.",
        "看不到出处的句子没人敢信。应在每句话旁列出法条，只起草已决定的内容，并从第一周起就计时。",
      ],
    ),
  ],
};
