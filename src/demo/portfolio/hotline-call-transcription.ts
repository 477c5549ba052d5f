import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Something grave went wrong, which bars its completion. */
export const hotlineCallTranscription: Scene = {
  name: { en: "Hotline call transcription", zh: "热线通话转写" },
  summary: [
    "Writes out calls to the city hotline while they are spoken and suggests the responsible office.",
    "边通话边转写市民热线，并建议承办部门。",
  ],
  need: [
    "Clerks type for a third of each call and still send one complaint in nine to the wrong office.",
    "话务员三分之一时间在打字，仍有九分之一诉求派错部门。",
  ],
  needOf: [
    "310 hotline clerks, many of them speakers of the Weir Town dialect's neighbours.",
    "三百一十名话务员，不少人要听堰镇一带的方言。",
  ],
  risks: [
    "A transcript read by the wrong office; dialects come out as nonsense; clerks may stop listening.",
    "转写被无关部门看到；方言转成乱码；话务员可能不再用心听。",
  ],
  department: "hotline",
  planner: "planner3",
  sponsor: "sponsor2",
  tier: "III",
  kind: "algorithm",
  dataClass: "important",
  personal: "sensitive",
  users: 310,
  demand: 0.3,
  recordsPerHour: 2600,
  cost: { pilot: 290_000, annual: 1_450_000 },
  ago: 4,
  course: [
    does.propose(),
    does.vote(3, "approver", "admission", "approve", [
      "Callers are told at the start and may refuse; with that I admit it.",
      "通话开头告知并可拒绝，有此前提我同意立项。",
    ]),
    does.vote(4, "approver4", "admission", "approve", [
      "Twenty seats on the water and heating lines, where the words repeat.",
      "先在供水供热线二十个席位试，那里用语重复。",
    ]),
    does.lock(6, {
      sites: ["Twenty seats of the water and heating lines, day shift.", "供水、供热线二十个席位，白班。"],
      siteCount: 1,
      starts: 8,
      days: 66,
      looks: [88],
      services: ["transcripts", "routing"],
      latencyMs: 1200,
      restoreMinutes: 20,
      exit: [
        "Transcripts are deleted after thirty days; seats keep their keyboards.",
        "转写三十天后删除，席位键盘照旧。",
      ],
      rollback: ["Clerks press F9 and type as before.", "话务员按 F9 即恢复手工录入。"],
    }),
    does.openPilot(8),
    does.drill(24, 8, [
      "Speech server off during the noon peak; twenty clerks typed.",
      "午间高峰关停语音服务器，二十人改为打字。",
    ]),
    does.drill(42, 12, ["Routing model rolled back to the week before.", "派单模型退回前一周版本。"]),
    does.attach(47, ["Twenty seats, SUS in week six", "第六周二十席位 SUS"], {
      kind: "sus",
      file: "seats-week6.csv",
      shape: "long",
      people: 72,
      mean: 82,
      sd: 9,
    }),
    does.attach(47, ["Correcting a transcript", "更正转写任务"], {
      kind: "tasks",
      file: "correcting.csv",
      people: 38,
      success: 0.94,
      tasks: ["Mark a wrong name", "Change the office", "Delete a sentence"],
    }),
    does.wentWrong(55, 2, [
      "Transcripts of two calls about a neighbour were open to the heating utility for one hour; both callers were told.",
      "两通涉及邻里的通话转写，被供热公司看到一小时，已告知两位来电人。",
    ]),
    does.reported(55, 1, "first-report", [
      "Sent to the department's cyberspace body: two transcripts, one hour, one outside reader; access was cut at once.",
      "已报本部门网信工作机构：两份转写，一小时，一家外部单位可见，已立即切断权限。",
    ]),
    does.contained(56, 1, [
      "Outside offices see only calls that were routed to them; the reading list was checked call by call.",
      "外部单位只能看到派给本单位的来电，已逐通核对查阅记录。",
    ]),
    does.wentWrong(57, 2, [
      "For forty minutes the screen showed the words of the call before; nobody was routed wrongly.",
      "屏幕有四十分钟显示上一通来电的文字，无人被派错。",
    ]),
    does.reported(58, 2, "first-report", [
      "Reported to the department's cyberspace body a day late: the night shift had no number to ring.",
      "迟一天报本部门网信工作机构：夜班没有可拨打的值班电话。",
    ]),
    does.contained(58, 2, [
      "The screen is emptied when a call ends, whatever the server says.",
      "通话结束即清空屏幕，不论服务器状态。",
    ]),
    does.reviewed(59, 2, {
      cause: [
        "The end of a call was read from the server, which answered late while it was busy.",
        "通话结束以服务器答复为准，繁忙时答复迟到。",
      ],
      lessons: [
        "Whatever clears personal words must not wait for an answer from elsewhere.",
        "清除个人内容的操作不应等待其他系统答复。",
      ],
      measure: ["The duty number stands on every seat.", "每个席位张贴值班电话。"],
      owner: "planner3",
    }),
    does.putRight(60, 2, [
      "Seen on all twenty seats for two shifts: no word of another call.",
      "二十个席位两个班次核查，未再出现他人来电文字。",
    ]),
    does.drill(60, 10, ["Access of outside offices cut and given back one by one.", "逐一切断并恢复外部单位权限。"]),
  ],
};
