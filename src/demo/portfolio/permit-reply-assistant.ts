import type { Plan } from "../plan.ts";
import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** At its gate with answers too close to the floor: an amendment after data, two looks, a dissent. */
const plan: Plan = {
  sites: [
    "Permit counters of Old Quay and Reed Lake, and the back office in Northgate: eleven desks, written questions only.",
    "老码头、芦湖两个许可窗口和北闸后台共十一个工位，只接书面咨询。",
  ],
  siteCount: 3,
  starts: 7,
  days: 64,
  looks: [73, 80],
  services: ["drafts", "code-search"],
  latencyMs: 800,
  restoreMinutes: 30,
  exit: [
    "Drafting is switched off the same evening; replies already sent stay in the case file, and the model's log goes to the city archive as plain text.",
    "当晚停用起草功能；已发出的答复留在案卷，模型日志以纯文本移交市档案馆。",
  ],
  rollback: [
    "The template folder on drive P stays maintained until adoption, so a clerk who loses the assistant writes the letter as in 2024.",
    "正式采用前继续维护 P 盘模板，助手一旦停用，办事员照 2024 年的办法写函。",
  ],
};

/** From week seven on: two desks more. */
const widened: Plan = {
  ...plan,
  sites: [
    "The eleven desks of Old Quay, Reed Lake and Northgate, and from week seven two desks in Weir Town.",
    "原三处十一个工位，第七周起加堰镇两个工位。",
  ],
  siteCount: 4,
  exit: [
    "Thirteen desks are switched off the same evening; letters stay in their case files, the log goes to the city archive.",
    "当晚停用十三个工位；函件留在案卷，日志移交市档案馆。",
  ],
  rollback: [
    "Weir Town gets the templates of drive P as well, printed, because its line to the folder is slow.",
    "堰镇同样配备 P 盘模板，因线路慢另备纸质一套。",
  ],
};

export const permitReplyAssistant: Scene = {
  name: { en: "Permit reply assistant", zh: "许可答复助手" },
  summary: [
    "Drafts replies to building permit questions for counter staff, with the legal basis quoted beside each sentence.",
    "为窗口人员起草建设许可咨询的答复，每句话旁附所引法规。",
  ],
  need: [
    "Answers to permit questions take more than one working day in 62 of 100 cases; builders phone twice before a letter arrives.",
    "每一百件许可咨询有六十二件超过一个工作日才答复，施工方往往要打两通电话才等来回函。",
  ],
  needOf: [
    "Fourteen permit clerks, and some 9,000 home owners and small builders a year who write to them.",
    "十四名许可办事员，以及每年约九千名来函的业主和小型施工队。",
  ],
  risks: [
    "A wrong clause in a letter binds the city in court; clerks under pressure may sign drafts unread; the supplier may end the model version within eighteen months.",
    "函中引错条款，诉讼时对政府有约束力；办事员忙时可能不看就签；供应商可能在十八个月内停止该模型版本。",
  ],
  department: "housing",
  planner: "planner",
  sponsor: "sponsor2",
  tier: "III",
  kind: "algorithm",
  dataClass: "general",
  personal: "general",
  standards: ["GB/T 25000.51"],
  users: 420,
  demand: 0.2,
  recordsPerHour: 1900,
  cost: { pilot: 360_000, annual: 1_800_000 },
  ago: 2,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      ["A resident has a correct reply within one working day.", "居民一个工作日内拿到正确答复。"],
      ["The clerk sees where each sentence comes from.", "办事员能看到每句话的出处。"],
    ),
    does.vote(3, "approver2", "admission", "approve", [
      "Backlog letters cost us 40,000 yuan of overtime last quarter; a sixty-day trial at three desks is cheap to stop.",
      "上季度积压函件花了四万元加班费；三处试六十天，随时可停，代价不大。",
    ]),
    does.vote(3, "approver4", "admission", "approve", [
      "Written questions only, no phone and no decisions: I can live with that fence around it.",
      "只接书面咨询，不接电话、不作决定，这道围栏我能接受。",
    ]),
    does.lock(5, plan),
    does.openPilot(7),
    does.drill(20, 9, [
      "Pulled the plug on the drafting server at 10:40; Northgate clerks were back on it before the next letter was due.",
      "十点四十分拔掉起草服务器电源，北闸办事员在下一封函到期前已恢复使用。",
    ]),
    does.drill(36, 11, [
      "Restored the clause index from last night's copy while two clerks kept working from templates.",
      "用前一夜备份恢复条款索引，其间两名办事员改用模板继续办件。",
    ]),
    does.attach(45, ["Clerks' SUS, weeks 1 to 5", "办事员 SUS 问卷（第一至五周）"], {
      kind: "sus",
      file: "permit-clerks-sus.csv",
      shape: "wide",
      people: 64,
      mean: 71,
      sd: 14,
    }),
    does.attach(45, ["Six letters each, timed", "每人六封函计时任务"], {
      kind: "tasks",
      file: "letters-timed.csv",
      people: 38,
      success: 0.93,
      tasks: ["Find the clause", "Answer a fence question", "Spot a wrong citation", "Send for a second signature"],
    }),
    does.amend(49, widened, [
      "Weir Town asked to join after seeing the Reed Lake letters; its two desks use the same templates, so nothing else in the plan moves.",
      "堰镇看到芦湖的函件后申请加入，两个工位用同一套模板，方案其余各项不变。",
    ]),
    does.wentWrong(52, 4, [
      "A draft quoted the repealed 2019 setback rule; the clerk noticed before signing, the letter never left.",
      "一份草稿引用了已废止的 2019 年退界规定，办事员签发前发现，函件未寄出。",
    ]),
    does.putRight(55, 1, [
      "Repealed clauses are now struck from the index each Monday, and the check is part of the release list.",
      "每周一从索引中剔除废止条款，并列入发布检查单。",
    ]),
    does.drill(61, 8, [
      "Switched the Old Quay desks to templates for an hour without warning; no letter missed its day.",
      "未预告把老码头窗口切回模板一小时，当日函件无一逾期。",
    ]),
    does.attach(72, ["Two-day letter load, JMeter", "两天函件负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "drafts-load.jtl",
      asks: ["Draft", "Quote clause", "Save", "Print"],
      levels: [
        [5, 0.55, 960, 170],
        [10, 0.8, 15, 190],
        [20, 1, 15, 230],
        [40, 1.38, 1490, 290],
        [60, 1.7, 15, 360],
      ],
    }),
    does.attach(72, ["Monitoring of both services", "两项服务监测记录"], {
      kind: "outages",
      tool: "outages",
      file: "permit-uptime.csv",
      down: [
        [0, 21, 14.2, 7],
        [1, 44, 9.5, 5],
      ],
      planned: [
        [0, 9, 1, 120],
        [1, 9, 1, 120],
      ],
    }),
    does.attach(72, ["Nightly indexing of new rulings", "新裁定夜间入库记录"], {
      kind: "volume",
      file: "indexing-runs.csv",
      runs: 24,
      share: 1.6,
      minutes: 30,
    }),
    does.vote(73, "approver2", "completion", "approve", [
      "Sixty-four days ran, four offices took part, the one misquote was caught at the desk.",
      "试满六十四天，四处参加，唯一一次引错在窗口就被拦下。",
    ]),
    does.vote(73, "approver5", "completion", "approve", [
      "Files are complete; whether the clerks like it enough is for the evaluators to say.",
      "材料齐了；办事员是否用得惯，由评估人来说。",
    ]),
    does.assign(74, "approver", "evaluator", "evaluator2", "evaluator3"),
    does.noInterest(74, "evaluator"),
    does.noInterest(74, "evaluator2", [
      "I once shared an office with a Reed Lake clerk; no more than that.",
      "曾与芦湖一名办事员同室办公，别无往来。",
    ]),
    does.noInterest(74, "evaluator3"),
    does.score(
      76,
      "evaluator",
      [4, "Both outages under ten minutes; unsent drafts were still there.", "两次中断均不到十分钟，未发草稿都还在。"],
      [
        4,
        "Case numbers, clauses and replies come out as JSON; the clerk retypes nothing.",
        "案号、条款、答复以 JSON 导出，办事员无须重录。",
      ],
      [
        4,
        "A wrong citation is flagged in red beside the line and replaced with one click.",
        "引错处在行旁标红，点一下即可替换。",
      ],
      [4, "Half a morning with the card, said nine of eleven clerks.", "十一人中九人说，看着说明卡半上午就会。"],
    ),
    does.score(
      76,
      "evaluator2",
      [
        4,
        "The index came back from the nightly copy in eleven minutes with people at work.",
        "有人在办公的情况下，十一分钟由夜间备份恢复索引。",
      ],
      [
        4,
        "Field list is published; dates carry their zone, which the old folder never did.",
        "字段清单公开，日期带时区，旧文件夹从未做到。",
      ],
      [5, "I could not send a letter with a missing signature, whatever I tried.", "我怎么试都发不出缺签字的函。"],
      [
        4,
        "The Weir Town desks joined in week seven and wrote alone on the second day.",
        "堰镇第七周加入，第二天便独立写函。",
      ],
    ),
    does.score(
      78,
      "evaluator3",
      [
        4,
        "Staff knew the template folder and used it within minutes when we switched off.",
        "停用后几分钟内，大家就熟练地改用模板。",
      ],
      [
        5,
        "Legal Affairs pulled the clause log through the interface without asking anybody.",
        "法制科未经协助就从接口取走了条款日志。",
      ],
      [
        4,
        "People argue with the draft in the margin, which is what one wants.",
        "大家会在旁批中与草稿较真，这正是想看到的。",
      ],
      [
        4,
        "Older clerks needed the afternoon too; the guide has no example with two owners.",
        "年长的办事员下午还在练；手册缺少共有产权的例子。",
      ],
    ),
    does.judgeNeed(79, "evaluator", 1, "partly", [
      "Eight in ten letters now leave the same day; garage extensions still wait for Planning.",
      "十封有八封当日发出；车库扩建仍要等规划科。",
    ]),
    does.judgeNeed(79, "evaluator3", 2, "met", [
      "Every sentence I sampled, 120 of them, carried its clause and the link opened.",
      "抽查一百二十句，句句有条款，链接都能打开。",
    ]),
    does.dissent(79, "evaluator2", [
      "Recovery works because Ms Bao in Northgate knows the index by heart. She retires in spring, and nobody else has restored it alone.",
      "恢复之所以快，全靠北闸的鲍姐熟悉索引。她开春退休，还没有第二个人独立恢复过。",
    ]),
    does.planRollout(
      80,
      [
        [["Old town permit counters", "老城区许可窗口"], 6, 96],
        [["Remaining districts and the telephone desk", "其余各区及电话咨询台"], 31, 111],
      ],
      [
        ["within-share", 0.95, 4320],
        ["failed-share", 0.02, 4320],
      ],
    ),
    does.wait(81),
  ],
};
