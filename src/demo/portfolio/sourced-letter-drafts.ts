import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Takes up the stopped tax letters with what was learnt there; its pilot has begun. */
export const sourcedLetterDrafts: Scene = {
  name: { en: "Sourced letter drafts", zh: "带出处的函件起草" },
  summary: [
    "Drafts a letter from a decision already taken, the paragraph of the law beside every sentence.",
    "根据已作出的决定起草函件，每句话旁列出法条。",
  ],
  need: [
    "Benefit notices take thirty-five minutes each; the tax office's attempt failed because nobody saw where a sentence came from.",
    "待遇通知每份要写三十五分钟；税务那次失败，正是因为看不到句子的出处。",
  ],
  needOf: [
    "Fifty-two benefit officers of Tile Kiln and Plum Ferry, and those who have to understand their letters.",
    "瓦窑、梅渡五十二名待遇经办人员，以及要读懂通知的群众。",
  ],
  risks: [
    "Sources age with every amendment; officers may read the margin and not the letter; a stopped predecessor has left doubt.",
    "法条一修订出处就旧；有人只看旁注不看正文；前一项目停掉留下了疑虑。",
  ],
  department: "social",
  planner: "planner6",
  sponsor: "sponsor",
  tier: "III",
  kind: "algorithm",
  dataClass: "general",
  personal: "sensitive",
  users: 180,
  demand: 0.25,
  recordsPerHour: 520,
  cost: { pilot: 120_000, annual: 460_000 },
  after: "Tax letter drafts",
  ago: 3,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      ["An officer finishes a notice in under twenty minutes from week one.", "从第一周起，一份通知二十分钟内办完。"],
      [
        "Every sentence shows its paragraph, as the tax officers asked in vain.",
        "每句话都能看到法条，这正是税务人员当初没有得到的。",
      ],
    ),
    does.vote(3, "approver2", "admission", "return", [
      "The lessons of the tax letters ask for minutes from the first week. Say in the plan who holds the stopwatch.",
      "税务函件的教训要求从第一周计时，请在方案里写明由谁计时。",
    ]),
    does.vote(4, "approver", "admission", "return", [
      "I agree with Mr Zhong: name the person who times the letters, then come back.",
      "同意钟主任意见：写明计时人再报。",
    ]),
    does.vote(9, "approver2", "admission", "approve", [
      "The registry of Plum Ferry keeps the times now. That was all I missed.",
      "现由梅渡档案员计时，我要的就是这一条。",
    ]),
    does.vote(9, "approver4", "admission", "approve", [
      "A second attempt that begins with what the first one learnt deserves its month.",
      "从上次教训起步的第二次尝试，值得给它时间。",
    ]),
    does.lock(11, {
      sites: [
        "Benefit offices of Tile Kiln and Plum Ferry; the registry times every tenth letter.",
        "瓦窑、梅渡待遇经办所，档案员每十封计时一封。",
      ],
      siteCount: 2,
      starts: 13,
      days: 63,
      looks: [50, 86],
      services: ["notices", "law-index"],
      latencyMs: 1800,
      restoreMinutes: 45,
      exit: [
        "The index of paragraphs is given to the legal library; nothing else remains.",
        "法条索引移交法律图书室，其余不留。",
      ],
      rollback: ["The notice template of last year lies ready in both offices.", "两所都备有去年的通知模板。"],
      choices: { "task-success": { anytime: true } },
    }),
    does.openPilot(13),
    does.drill(16, 33, [
      "Law index taken away for an hour: drafts refused to start, as they should.",
      "撤掉法条索引一小时，系统如设计拒绝起草。",
    ]),
    does.attach(27, ["Timed notices of the first fortnight", "前两周计时通知"], {
      kind: "tasks",
      file: "timed-notices.csv",
      people: 41,
      success: 0.95,
      tasks: ["One notice in under twenty minutes"],
    }),
  ],
};
