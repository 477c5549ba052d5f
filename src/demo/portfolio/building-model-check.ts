import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** One evaluator's scores are outstanding; task success is compared with the time before. */
export const buildingModelCheck: Scene = {
  name: { en: "Building model check", zh: "建筑模型审查" },
  summary: [
    "Checks building models against the code for escape routes, areas and fire doors before a person does.",
    "人工审查前，先按规范核查模型中的疏散、面积和防火门。",
  ],
  need: [
    "Reviews take seven weeks, most of it waiting for sheets that were missing on the first day.",
    "审查要七周，大半时间在等第一天就缺的图纸。",
  ],
  needOf: [
    "Nineteen plan reviewers and the architects of some 1,400 applications a year.",
    "十九名审图员，以及每年约一千四百个报建项目的设计单位。",
  ],
  risks: [
    "Reviewers trust a green tick; small firms have no model software; the rule set ages with each change of the code.",
    "审图员可能轻信绿勾；小事务所没有建模软件；规范每改一次，规则库就旧一次。",
  ],
  department: "housing",
  planner: "planner",
  sponsor: "sponsor",
  tier: "II",
  dataClass: "general",
  personal: "general",
  standards: ["IFC 4", "GB 50016"],
  users: 140,
  demand: 0.35,
  recordsPerHour: 900,
  cost: { pilot: 175_000, annual: 880_000 },
  ago: 2,
  course: [
    does.propose(),
    does.vote(3, "approver", "admission", "approve", [
      "Seven weeks is what builders complain about most; a month of checks beside the reviewers harms nobody.",
      "施工单位最大的抱怨就是七周；让系统在旁边核一个月，谁也不受影响。",
    ]),
    does.lock(5, {
      sites: ["Review rooms 2 and 5 in the Northgate building hall.", "北闸建设大厅二号、五号审图室。"],
      siteCount: 2,
      starts: 7,
      days: 32,
      looks: [62],
      services: ["model-check", "reviewer-desk"],
      latencyMs: 2500,
      restoreMinutes: 90,
      exit: [
        "Findings are printed into the case file, the rule set goes back to the chamber of architects.",
        "核查结果打印归卷，规则库交还建筑师协会。",
      ],
      rollback: [
        "Reviewers keep reading plans from sheet one; the check is an extra column they may cover.",
        "审图员仍从第一张图看起，核查结果只是多一列，可以遮住。",
      ],
      choices: { "task-success": { margin: 0.05 } },
      assisted: ["60+"],
    }),
    does.openPilot(7),
    does.attachBaseline(8, ["Reviewers before the pilot, same plans", "试点前审图员任务（同一批图）"], {
      kind: "tasks",
      file: "before-plans.csv",
      people: 40,
      success: 0.84,
      tasks: ["Missing stair width", "Fire door on the wrong side", "Area above the limit"],
    }),
    does.drill(13, 52, ["Rule engine reinstalled from the delivery medium.", "用交付介质重装规则引擎。"]),
    does.drill(21, 40, ["Reviewer's desk restored on a borrowed laptop.", "在借来的笔记本上恢复审图工位。"]),
    does.wentWrong(26, 4, [
      "A model of a swimming hall stopped the queue for half an afternoon.",
      "一个游泳馆模型让队列停了半个下午。",
    ]),
    does.putRight(29, 1, ["Models above 400 MB run in a lane of their own.", "四百兆以上的模型单独排队。"]),
    does.drill(34, 47, ["Spare licence server took over during lunch.", "午休时切换到备用许可服务器。"]),
    does.attach(40, ["Deadline-week load, JMeter", "截止周负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "deadline-week.jtl",
      asks: ["Upload model", "Check", "Open finding"],
      levels: [
        [4, 0.4, 365, 900],
        [8, 0.82, 15, 910],
        [12, 1.2, 15, 930],
        [16, 1.64, 565, 940],
        [20, 2.05, 15, 950],
      ],
      spread: 0.4,
      wobble: 0.45,
    }),
    does.attach(40, ["Outages, model check and desk", "核查与工位中断记录"], {
      kind: "outages",
      tool: "outages",
      file: "model-check-outages.csv",
      down: [
        [0, 19, 13.5, 55],
        [1, 25, 9, 20],
      ],
    }),
    does.attach(40, ["Elements checked per run", "每批核查构件数"], {
      kind: "volume",
      file: "elements-per-run.csv",
      runs: 26,
      share: 1.52,
      minutes: 40,
    }),
    does.attach(40, ["Reviewers and architects, SUS", "审图员与建筑师 SUS"], {
      kind: "sus",
      file: "reviewers-sus.csv",
      first: ["60+", 2],
      shape: "wide",
      people: 54,
      mean: 79,
      sd: 10,
    }),
    does.attach(40, ["The same plans with the check", "使用核查后的同批图任务"], {
      kind: "tasks",
      file: "with-check.csv",
      people: 34,
      success: 0.95,
      tasks: ["Missing stair width", "Fire door on the wrong side", "Area above the limit"],
    }),
    does.vote(41, "approver2", "completion", "approve", [
      "The same forty plans before and after: this is how a comparison should be set up.",
      "前后用同一批四十套图比较，就该这样设计。",
    ]),
    does.assign(42, "approver", "evaluator", "evaluator4"),
    does.noInterest(42, "evaluator4", [
      "My brother is an architect in Weir Town; he sent no model.",
      "我弟弟在堰镇做建筑师，没有报送模型。",
    ]),
    does.score(
      44,
      "evaluator4",
      [
        3,
        "Fifty-two minutes to reinstall, and the swimming hall had to be sent again.",
        "重装五十二分钟，游泳馆模型须重新上传。",
      ],
      [
        5,
        "IFC in, BCF out; the fire brigade opened the findings in its own viewer.",
        "进 IFC、出 BCF，消防支队用自己的软件就能打开结果。",
      ],
      [4, "A false alarm is dismissed with a reason and stays visible.", "误报可注明理由驳回，记录保留可见。"],
      [
        4,
        "Reviewers were fluent after half a day; architects got a two-page sheet.",
        "审图员半天熟练，建筑师看两页说明即可。",
      ],
    ),
  ],
};
