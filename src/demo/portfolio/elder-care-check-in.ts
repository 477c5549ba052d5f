import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** The scores are open and lie far apart: two items wait to be moderated. */
export const elderCareCheckIn: Scene = {
  name: { en: "Elder care check-in", zh: "独居老人关怀" },
  summary: [
    "A daily check-in by phone call or a single key for people over seventy-five who live alone.",
    "七十五岁以上独居老人每天接一通电话，或按一个键报平安。",
  ],
  need: [
    "After a fall nobody notices for eleven hours on average; last winter three people in Tile Kiln were found too late.",
    "老人跌倒平均十一小时后才被发现，去年冬天瓦窑有三位老人发现时已经晚了。",
  ],
  needOf: [
    "12,000 people who live alone, their families abroad, and ninety-four community nurses.",
    "一万二千名独居老人、在外地的子女，以及九十四名社区护理员。",
  ],
  risks: [
    "False alarms tire the nurses; a lonely voice may prefer the machine to a neighbour; the hard of hearing miss the call.",
    "误报会拖垮护理员；有人宁可跟机器说话也不找邻居；听力差的接不到电话。",
  ],
  department: "social",
  planner: "planner",
  sponsor: "sponsor2",
  tier: "III",
  kind: "service",
  dataClass: "general",
  personal: "sensitive",
  users: 12_000,
  demand: 0.25,
  recordsPerHour: 1500,
  cost: { pilot: 200_000, annual: 990_000 },
  ago: 2,
  course: [
    does.propose(),
    does.stateNeeds(
      1,
      ["A fall is noticed within two hours by day.", "白天跌倒两小时内有人知道。"],
      ["Nobody has to buy or wear anything.", "老人不用买、也不用戴任何设备。"],
    ),
    does.vote(3, "approver2", "admission", "approve", [
      "Two hundred volunteers for two months, a nurse behind every call: yes.",
      "两百名志愿老人试两个月，每通电话背后都有护理员，同意。",
    ]),
    does.vote(4, "approver4", "admission", "approve", [
      "My own mother would use the key. The data sheet says what is kept and for how long, and that settled it for me.",
      "我母亲就会按这个键。材料写清了留什么、留多久，我因此放心。",
    ]),
    does.lock(5, {
      sites: [
        "Tile Kiln, Pear Hill and the Old Quay almshouse: 204 volunteers.",
        "瓦窑、梨山和老码头敬老院，共二百零四名志愿老人。",
      ],
      siteCount: 3,
      starts: 7,
      days: 63,
      looks: [80],
      services: ["calls", "nurse-board"],
      latencyMs: 1000,
      restoreMinutes: 15,
      exit: [
        "Nurses go back to the Tuesday round; recordings are wiped within a week and families get a letter.",
        "护理员恢复每周二上门，录音一周内清除，并致信家属。",
      ],
      rollback: [
        "A printed list of that day's calls lies on every nurse's desk at seven.",
        "每天七点，护理员桌上都有当日电话清单纸质版。",
      ],
      choices: { fairness: {} },
      fairness: { measure: "fpr", favourable: "negative", reference: "pear-hill", groups: ["tile-kiln", "old-quay"] },
    }),
    does.openPilot(7),
    does.drill(20, 6, [
      "Call server stopped at 9:15; nurses phoned the remaining forty by hand.",
      "九点十五分停掉呼叫服务器，护理员手工拨完剩下四十户。",
    ]),
    does.drill(37, 7, ["Nurse board moved to the almshouse computer.", "护理看板切到敬老院电脑。"]),
    does.attach(45, ["Volunteers by telephone, SUS", "志愿老人电话 SUS"], {
      kind: "sus",
      file: "volunteers-phone.csv",
      shape: "words",
      people: 78,
      mean: 81,
      sd: 10,
    }),
    does.attach(45, ["Answering, pressing, cancelling", "接听、按键、取消任务"], {
      kind: "tasks",
      file: "key-tasks.csv",
      people: 42,
      success: 0.96,
      tasks: ["Answer the call", "Press for help", "Cancel a false alarm"],
    }),
    does.wentWrong(50, 3, [
      "Mrs D. pressed for help and the board showed her neighbour's flat; the nurse rang both bells.",
      "丁奶奶按键求助，看板显示的却是隔壁，护理员两家都敲了门。",
    ]),
    does.putRight(54, 1, [
      "Lines are tied to the person's number, not to the flat's old socket.",
      "线路改为绑定本人号码，不再绑定房屋旧接口。",
    ]),
    does.drill(58, 5, [
      "Mobile network down at Pear Hill for the exercise; landline calls went out.",
      "演练中断梨山移动网络，固话照常拨出。",
    ]),
    does.attach(71, ["Morning call wave, JMeter", "早间集中呼叫负载（JMeter）"], {
      kind: "load",
      tool: "jmeter",
      file: "morning-wave.jtl",
      asks: ["Ring", "Answered", "Alarm", "Board"],
      levels: [
        [10, 0.45, 965, 210],
        [20, 0.9, 15, 230],
        [30, 1.26, 1490, 300],
        [45, 1.6, 15, 420],
        [60, 1.5, 15, 900, 0.01],
        [80, 1.1, 15, 1900, 0.05],
      ],
    }),
    does.attach(71, ["False alarms by quarter", "各片误报情况"], {
      kind: "outcomes",
      file: "alarms-by-quarter.csv",
      groups: [
        { group: "pear-hill", people: 2600, baseRate: 0.12, falsePositives: 0.06 },
        { group: "tile-kiln", people: 2300, baseRate: 0.14, falsePositives: 0.07 },
        { group: "old-quay", people: 1900, baseRate: 0.11, falsePositives: 0.06 },
      ],
    }),
    does.attach(71, ["Outages of calls and board", "呼叫与看板中断"], {
      kind: "outages",
      tool: "service-desk",
      file: "nurse-desk.csv",
      down: [[0, 33, 6.5, 9]],
      planned: [[0, 20, 23, 60]],
    }),
    does.attach(71, ["Call records processed", "通话记录处理量"], {
      kind: "volume",
      file: "call-records.csv",
      runs: 20,
      share: 1.9,
      minutes: 20,
    }),
    does.vote(72, "approver2", "completion", "approve", [
      "Two falls were found within the hour during the pilot; the files say the same as the nurses.",
      "试点期间两次跌倒都在一小时内发现，材料与护理员所述一致。",
    ]),
    does.vote(72, "approver3", "completion", "approve", [
      "I asked whether anybody felt pressed to take part; the almshouse minutes show that nobody was.",
      "我问过有没有人被动员参加，敬老院会议记录表明没有。",
    ]),
    does.assign(73, "approver", "evaluator", "evaluator2", "evaluator3"),
    does.noInterest(73, "evaluator"),
    does.noInterest(73, "evaluator2"),
    does.noInterest(73, "evaluator3", [
      "An aunt of mine is a volunteer in Pear Hill; I did not speak to her about it.",
      "我姑妈是梨山的志愿老人，没有和她谈过此事。",
    ]),
    does.score(
      75,
      "evaluator",
      [
        2,
        "When the board froze, nobody told the nurses; forty calls were late before one looked up.",
        "看板卡住时没有任何提示，四十通电话延误了才有人发现。",
      ],
      [4, "Alarms reach the ambulance desk with address and key code.", "告警连同地址、门锁码直达急救调度。"],
      [3, "Cancelling needs a second call, which some forgot.", "取消要再接一通电话，有人忘了。"],
      [5, "One key. My test persons laughed at the guide.", "就一个键，受访老人看着说明书直笑。"],
    ),
    does.score(
      76,
      "evaluator2",
      [4, "Six minutes, rehearsed three times, and landlines carried on.", "演练三次，最长六七分钟，固话不受影响。"],
      [
        4,
        "Records are complete; the family app takes them by the documented interface.",
        "记录完整，家属端经有说明的接口读取。",
      ],
      [
        5,
        "Nobody could raise a false ambulance: the nurse always speaks first.",
        "不会误派急救车，护理员总是先通话确认。",
      ],
      [4, "The hard of hearing took a morning with the flashing lamp.", "听力差的老人用闪灯练了一上午。"],
    ),
    does.score(
      76,
      "evaluator3",
      [4, "The morning list on paper is a plain and good answer.", "早上那张纸质清单，办法朴素但管用。"],
      [
        3,
        "Main records by interface, notes of the nurses as a file on Fridays.",
        "主要记录走接口，护理备注每周五以文件交换。",
      ],
      [
        4,
        "Pressing twice in fright starts two alarms; the second closes itself within a minute.",
        "慌乱中按两下会出两条告警，第二条一分钟内自动关闭。",
      ],
      [5, "People explained it to each other in the corridor.", "走廊里老人们互相一说就会。"],
    ),
  ],
};
