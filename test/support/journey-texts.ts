import type { Bilingual } from "../../src/demo/cast.ts";

const text = (en: string, zh: string): Bilingual => ({ en, zh });

/** What people type on their way through a journey. */
export const texts = {
  needOf: text("Counter staff and the residents they serve.", "窗口人员及其服务的居民。"),
  risks: text(
    "The supplier may end the version; staff may stop checking results.",
    "供应商可能停止该版本；人员可能不再核对结果。",
  ),
  sites: text("Two counters in the old town and one in the new district.", "老城两个窗口、新区一个窗口。"),
  exit: text(
    "Switch off, keep the paper form; the records are exported on the last day.",
    "停用系统，保留纸质表单；最后一天导出全部记录。",
  ),
  rollback: text(
    "The previous way stays open at every counter until adoption; switching back takes under an hour.",
    "正式采用前各窗口保留原有方式，一小时内可切回。",
  ),
  loadTitle: text("Load test at the pilot's end", "试点末期负载测试"),
  uptimeTitle: text("Outages during the pilot", "试点期间中断记录"),
  susTitle: text("SUS answers of the pilot sites", "试点窗口 SUS 问卷"),
  tasksTitle: text("Task results of the pilot sites", "试点窗口任务结果"),
  volumeTitle: text("Nightly processing runs", "夜间批处理运行记录"),
  lateLoadTitle: text("Load test before the pilot's end", "试点结束前负载测试"),
  satisfactionTitle: text("Ratings of passengers", "乘客评分"),
  accessibilityTitle: text("Manual accessibility audit", "人工无障碍审核"),
  outcomesTitle: text("Offers and objections by district", "各片区录取与异议结果"),
  baselineTitle: text("Task results before the pilot", "试点前任务结果"),
  waveTitle: text("Monitoring of the wave", "推广批次监测数据"),
  admit: text("The need is real and the pilot is small.", "需求真实，试点规模可控。"),
  complete: text("The pilot ran as planned and the evidence is complete.", "试点按计划进行，证据齐全。"),
  consultation: text("Budgets proposed by a program", "由程序建议的护理经费"),
  question: text(
    "May a program propose your care budget, which a person then decides?",
    "能否先由程序建议您的护理经费，再由人员决定？",
  ),
  stillOpen: text("Whether and how the proposal is shown to families.", "是否以及如何向家属展示建议。"),
  families: text("Families of those in care.", "受护理者的家属。"),
  how: text("Health department, room 12", "卫生部门 12 室"),
  heard: text("Nobody wrote to us.", "没有收到意见。"),
  did: text("The proposal is shown to families, as planned.", "按计划向家属展示建议。"),
  approve: text("The evidence clears every floor.", "证据已越过各项底线。"),
  wantMore: text(
    "The answers lie too close to the floor to decide on so few of them.",
    "问卷得分离底线太近，凭这些份数尚不足以决定。",
  ),
  adopt: text("All waves ran within their guard limits.", "各批次均在警戒限值之内。"),
  reject: text("The purpose can be reached without cameras.", "不使用摄像头同样可以达到目的。"),
  rejectLessons: text("Ask first whether counting needs images at all.", "先问清统计是否必须使用影像。"),
  noInterest: text("No interest to declare.", "无利益关系需要申报。"),
  score: text(
    "The linked evidence shows it; see the rows of the pilot's last month.",
    "所附证据可以说明，见试点最后一个月的记录。",
  ),
  moderated: text("After discussion the anchors were read the same way.", "经讨论，各方对评分锚点理解一致。"),
  dissent: text(
    "Recovery depends on one experienced colleague; staff will not notice in time.",
    "恢复依赖一名有经验的同事，其他人难以及时发现问题。",
  ),
  drill: text(
    "Switched one counter back to the previous way and forward again.",
    "将一个窗口切回原有方式并再次切换成功。",
  ),
  restoreDrill: text(
    "Stopped the service without warning and brought it back by the written procedure.",
    "未作预告停掉服务，并按书面流程恢复。",
  ),
  wave1: text("City centre", "中心城区"),
  wave2: text("New district", "新区"),
  wave3: text("All counters", "全部窗口"),
  stopReason: text("Every third draft had to be written again.", "每三份草稿就有一份需要重写。"),
  stopLessons: text(
    "Staff need the cited text beside the draft before they trust it.",
    "引用条文应与草稿并列显示，人员才会信任。",
  ),
  withdrawReason: text("The hotline gets more lines instead.", "改为增加热线线路。"),
  retireReason: text("Courts now deliver electronically.", "法院现已电子送达。"),
  waiverReason: text("The last answers arrive after the summer break.", "剩余问卷要到暑期后才能收回。"),
  waiverControl: text("Both counters keep a colleague beside the new one.", "两个窗口均安排同事在旁协助。"),
  withdrawEvidence: text(
    "The load test ran against a warm cache and says too much.",
    "负载测试在预热缓存上进行，结果偏高。",
  ),
  rollBack: text(
    "Answers stayed too slow after the fix; counters are back to the previous way.",
    "修复后响应仍然过慢，各窗口已恢复原有方式。",
  ),
  amendReason: text(
    "Another counter asked to take part and joins for the rest of the pilot.",
    "又有一个窗口申请参加，在余下的试点期内加入。",
  ),
} as const;

export const incidentTexts = {
  grave: text(
    "Transcripts of two calls were shown to the wrong office for one hour.",
    "两通电话的转写在一小时内被错误的部门看到。",
  ),
  small: text("A counter could not print for twenty minutes.", "一个窗口二十分钟无法打印。"),
  closed: text("Cause found and put right; the rule is tested now.", "已查明原因并修复，规则已加入测试。"),
  waiver: text(
    "The faulty rule is switched off; its repair waits for the supplier's next version.",
    "出错的规则已停用，修复须待供应商下一版本。",
  ),
  condition: text(
    "Close the incident: show that the repaired rule holds for two weeks.",
    "关闭该事件：证明修复后的规则连续两周有效。",
  ),
  approval: text(
    "The evidence clears every floor; the incident must be closed by the date.",
    "证据已越过各项底线；该事件须按期关闭。",
  ),
} as const;
