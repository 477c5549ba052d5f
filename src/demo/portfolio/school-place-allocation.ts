import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Fails at its gate: too slow on the day of results, and families in the villages are refused too often. */
export const schoolPlaceAllocation: Scene = {
  name: { en: "School place allocation", zh: "学位分配" },
  summary: [
    "Allocates first-year school places by published rules and gives every family the reasons of its offer.",
    "按公开规则分配一年级学位，并向每个家庭说明结果的理由。",
  ],
  need: [
    "Allocation by hand takes eleven weeks and brings 900 objections, most of them because nobody can explain a refusal.",
    "人工分配要十一周，引出九百件异议，多数是因为没人说得清为什么不录。",
  ],
  needOf: [
    "31,000 families of six-year-olds, and twelve officers who spend May and June on the phone.",
    "三万一千个适龄儿童家庭，以及五六月整天接电话的十二名招生人员。",
  ],
  risks: [
    "A rule that looks neutral may keep village children out; parents game addresses; the whole city tries to log in at eight on results day.",
    "看似中立的规则可能把乡村孩子挡在门外；有家长在住址上做文章；公布当天八点全城同时登录。",
  ],
  department: "education",
  planner: "planner2",
  sponsor: "sponsor",
  tier: "III",
  kind: "system",
  dataClass: "important",
  personal: "sensitive",
  users: 31_000,
  demand: 0.3,
  recordsPerHour: 6000,
  cost: { pilot: 190_000, annual: 950_000 },
  ago: 2,
  course: [
    does.propose(),
    does.stateNeeds(
      2,
      ["A family reads in plain words why it got this school.", "家长能用大白话看懂为什么分到这所学校。"],
      ["Children of the villages are treated like those of the inner city.", "乡村孩子与城里孩子一视同仁。"],
      ["An officer settles an objection within a week.", "异议一周内处理完毕。"],
    ),
    does.vote(4, "approver2", "admission", "approve", [
      "Shadow run on last year's applicants: no child's place depends on it, and that is the only way I would start.",
      "用去年申请数据影子运行，不影响任何孩子的学位，也只有这样我才同意开始。",
    ]),
    does.vote(5, "approver3", "admission", "approve", [
      "Rules were published in the gazette first, so a court can follow them; go on.",
      "规则先行在公报公布，法院可以据此审查，可以继续。",
    ]),
    does.lock(6, {
      sites: [
        "Enrolment offices of the inner city, the New District, Tile Kiln villages and Heron Island.",
        "中心城区、新区、瓦窑乡和鹭洲岛四处招生办公室。",
      ],
      siteCount: 4,
      starts: 8,
      days: 65,
      looks: [83],
      services: ["allocation", "parents-portal"],
      latencyMs: 900,
      restoreMinutes: 45,
      exit: [
        "The shadow results are sealed and destroyed after the appeal period; officers' lists stay the only valid ones.",
        "影子结果封存，申诉期满销毁，唯一有效的仍是人工名单。",
      ],
      rollback: [
        "Officers keep their eleven-week calendar running in parallel, so a bad run delays nobody.",
        "招生人员照常按十一周日程推进，系统出错不耽误任何人。",
      ],
      choices: { fairness: {} },
      fairness: {
        measure: "fpr",
        favourable: "negative",
        reference: "inner-city",
        groups: ["new-district", "villages"],
      },
    }),
    does.openPilot(8),
    does.drill(22, 18, ["Rebuilt the applicants' register from the Monday export.", "用周一导出数据重建申请人名册。"]),
    does.drill(40, 26, [
      "Lost a whole night's allocation on purpose and ran it again from the signed rules.",
      "有意丢弃一整夜的分配结果，再按签署的规则重算。",
    ]),
    does.wentWrong(51, 3, [
      "Twins were offered two schools nine kilometres apart; the sibling rule read the birth order, not the household.",
      "一对双胞胎被分到相距九公里的两所学校：兄弟姐妹规则看的是出生顺序，而不是户。",
    ]),
    does.putRight(54, 1, [
      "Siblings are matched by household now; all 214 pairs of last year come out together.",
      "改为按户匹配，去年二百一十四对全部同校。",
    ]),
    does.drill(66, 21, [
      "Parents' portal brought up on the spare server by the night shift.",
      "夜班把家长端切到备用服务器。",
    ]),
    does.attach(74, ["Results-day rehearsal, JMeter", "放榜日演练负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "results-day.jtl",
      asks: ["Sign in", "My offer", "Reasons", "Object"],
      levels: [
        [25, 0.4, 960, 240],
        [50, 0.8, 15, 310],
        [100, 0.98, 20, 520, 0.006],
        [200, 1.08, 1480, 560, 0.018],
        [300, 0.9, 25, 1500, 0.09],
        [400, 0.7, 20, 2600, 0.17],
      ],
      spread: 0.42,
    }),
    does.attach(74, ["Outages of portal and engine", "家长端与引擎中断清单"], {
      kind: "outages",
      tool: "service-desk",
      file: "service-desk.csv",
      down: [
        [1, 6, 8, 96],
        [1, 19, 8.2, 120],
        [0, 27, 3, 85],
        [1, 38, 8.1, 104],
        [1, 52, 19, 90],
        [0, 58, 2, 77],
      ],
      planned: [[0, 30, 1, 180]],
    }),
    does.attach(74, ["Allocation runs, last year's applicants", "去年申请人分配批次"], {
      kind: "volume",
      file: "allocation-runs.csv",
      runs: 22,
      share: 0.95,
      minutes: 60,
    }),
    does.attach(74, ["Offers and refusals by area", "各片区录取与未录结果"], {
      kind: "outcomes",
      file: "offers-by-area.csv",
      groups: [
        { group: "inner-city", people: 900, baseRate: 0.4, falsePositives: 0.12 },
        { group: "new-district", people: 700, baseRate: 0.38, falsePositives: 0.14 },
        { group: "villages", people: 420, baseRate: 0.45, falsePositives: 0.31 },
        { group: "islands", people: 23, baseRate: 0.4, falsePositives: 0.2 },
      ],
    }),
    does.attach(74, ["Officers and parents, SUS", "招生人员与家长 SUS"], {
      kind: "sus",
      file: "enrolment-sus.csv",
      shape: "words",
      people: 66,
      mean: 74,
      sd: 11,
    }),
    does.attach(74, ["Reading one's reasons, 41 parents", "四十一名家长“看懂理由”任务"], {
      kind: "tasks",
      file: "reasons-understood.csv",
      people: 41,
      success: 0.87,
      tasks: ["Say why this school", "Find the distance rule", "Object", "Upload a lease"],
    }),
    does.vote(75, "approver2", "completion", "approve", [
      "All four areas are in the outcome file, even the twenty-three island children; now let others judge it.",
      "四个片区都在结果文件里，连岛上二十三个孩子也在；下面请评估人判断。",
    ]),
    does.vote(76, "approver5", "completion", "approve", [
      "The twins' case was found by an officer on the second day, as a pilot should.",
      "双胞胎的问题第二天就被招生人员发现，试点就该这样。",
    ]),
    does.assign(76, "approver", "evaluator", "evaluator2", "evaluator4"),
    does.noInterest(76, "evaluator", ["My children finished school years ago.", "我的孩子早已毕业。"]),
    does.noInterest(76, "evaluator2"),
    does.noInterest(76, "evaluator4"),
    does.score(
      78,
      "evaluator",
      [
        3,
        "The night run can be repeated, but the portal was down four mornings at eight.",
        "夜间分配可以重跑，但家长端有四个早上八点打不开。",
      ],
      [3, "Household register arrives as a file that somebody renames by hand.", "户籍数据靠人改文件名后导入。"],
      [
        3,
        "Parents see a wrong address only in the offer; changing it means the office.",
        "住址填错，放榜才看见，改还得跑招生办。",
      ],
      [4, "Officers managed after a morning with the guide.", "招生人员照手册练一上午即可上手。"],
    ),
    does.score(
      79,
      "evaluator2",
      [
        3,
        "Twenty-six minutes to rebuild a night is fine; ninety for the portal is not.",
        "二十六分钟重建一夜的结果可以，家长端要九十分钟不行。",
      ],
      [
        3,
        "Distances come from our own maps, documented; leases are scanned pictures.",
        "距离取自我局地图，有说明；租约却是扫描图片。",
      ],
      [3, "A wrong upload stays until an officer removes it the next day.", "传错材料要等次日由人删除。"],
      [4, "The rules page reads well enough that my team could follow it.", "规则页写得清楚，我们科的人都看得懂。"],
    ),
    does.score(
      79,
      "evaluator4",
      [
        3,
        "On rehearsal mornings parents pressed reload until the queue fell over.",
        "演练早晨家长不停刷新，直到队列崩溃。",
      ],
      [4, "Objections leave with all their papers in one open archive.", "异议连同全部材料以开放格式一次导出。"],
      [3, "Grandparents sent the form twice and nobody told them.", "有老人重复提交，系统没有提示。"],
      [
        3,
        "Reasons are honest but long; half the parents asked for a phone call anyway.",
        "理由实在但太长，一半家长还是要打电话问。",
      ],
    ),
    does.judgeNeed(80, "evaluator4", 1, "partly", [
      "Thirty-six of forty-one could say the main reason; the distance rule defeated the rest.",
      "四十一人中三十六人说得出主要原因，其余卡在距离规则上。",
    ]),
    does.judgeNeed(80, "evaluator2", 2, "not-met", [
      "Village children who would have got their school are wrongly refused more than twice as often.",
      "本应录取的乡村孩子被误拒的比例是城里的两倍多。",
    ]),
    does.judgeNeed(81, "evaluator", 3, "not-tested", [
      "A shadow run brings no objections, so nothing can be said about a week.",
      "影子运行没有真实异议，“一周办结”无从判断。",
    ]),
    does.planRollout(
      82,
      [
        [["New District enrolment", "新区招生"], 9, 95],
        [["Inner city and villages", "中心城区及乡村"], 48, 130],
      ],
      [
        ["within-share", 0.96, 4320],
        ["failed-share", 0.01, 5400],
      ],
    ),
    does.wait(83),
  ],
};
