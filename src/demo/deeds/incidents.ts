import type { Bilingual } from "../cast.ts";
import { planner, type Story } from "../story-of.ts";
import { text } from "../texts.ts";
import { askFor, grant } from "./gate.ts";

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

export const reportSmall = (story: Story, id: string): Promise<void> => report(story, id, 4, incidentTexts.small);
export const reportGrave = (story: Story, id: string): Promise<void> => report(story, id, 2, incidentTexts.grave);

async function report({ desk, scene }: Story, id: string, severity: 2 | 4, words: Bilingual): Promise<void> {
  await desk.ask(planner(scene), "planner", id, {
    type: "RecordIncident",
    severity,
    occurredAt: new Date(Date.parse(desk.services.clock.now()) - 3_600_000).toISOString(),
    text: desk.say(words),
  });
}

export const closeIncident = ({ scene, desk }: Story, id: string): Promise<void> =>
  desk.ask(planner(scene), "planner", id, {
    type: "CloseIncident",
    incident: "i1",
    text: desk.say(incidentTexts.closed),
  });

const barring = "incidents-closed";

/** The grave one may stay open for a while: asked for by the planner, granted by two approvers. */
export async function waive(story: Story, id: string): Promise<void> {
  await askFor(story, id, "rollout", barring, incidentTexts.waiver);
  for (const login of ["approver", "approver2"]) {
    await grant(story, id, login);
  }
}

/** The rollout is approved on condition that it is closed by a day. */
export async function approveOnCondition({ desk, calendar, scene, when }: Story, id: string): Promise<void> {
  const closed = {
    condition: barring,
    text: desk.say(incidentTexts.condition),
    dueOn: calendar.day(when("approve") + 40),
    owner: desk.id(planner(scene)),
  };
  await desk.ask("approver", "approver", id, { type: "DraftConditions", gate: "rollout", conditions: [closed] });
  return desk.decide(id, "rollout", "approve-with-conditions", incidentTexts.approval);
}
