import { appointments } from "../../src/demo/city/committee.ts";
import { takeCommittee } from "../../src/demo/deeds/take-committee.ts";
import type { Story as Life } from "../../src/demo/story-of.ts";
import type { Story } from "./journey-story.ts";

const words = {
  field: { en: "Network security", zh: "网络安全" },
  from: { en: "Jiangwan University", zh: "江湾大学" },
  question: { en: "May it advise on care budgets?", zh: "可否由它建议护理经费？" },
  reasons: { en: "I read twenty of its refusals.", zh: "我读了它的二十份拒绝意见。" },
  condition: { en: "Say in each letter whom to call.", zh: "每封信写明可以打给谁。" },
  answer: { en: "Every letter names the counter and its number.", zh: "每封信都写明窗口和电话。" },
  standard: { en: "Calls between offices", zh: "部门间调用接口" },
  says: { en: "A key for each office.", zh: "一部门一把密钥。" },
};

/** An administrator enters a standard, writes its first version and publishes it. */
export async function standardPublished(story: Story): Promise<void> {
  const administrator = await story.as("administrator");
  const { t } = administrator.language;
  await administrator.open("/standards/new");
  await administrator.choose(t("standards:add.kind"), t("standards:kind.interface"));
  await administrator.fill(t("standards:add.en"), words.standard.en);
  await administrator.fill(t("standards:add.zh"), words.standard.zh);
  await administrator.fill(t("standards:add.key"), "office-calls");
  await administrator.select(
    t("standards:owner.department"),
    story.say({ en: "Government Services", zh: "政务服务局" }),
  );
  await administrator.press(t("standards:add.submit"));
  await administrator.open("/standards/office-calls/versions/new");
  await administrator.fill(t("standards:draft.label"), "1.0");
  await administrator.fill(t("standards:draft.text"), story.say(words.says));
  await administrator.press(t("standards:draft.submit"));
  await administrator.open("/standards/office-calls/versions/1.0/publication");
  await administrator.fill(t("standards:publication.inForceOn"), story.today());
  await administrator.press(t("standards:publication.submit"));
  await administrator.open("/standards");
}

/** One member is appointed on the page; the others by the same use case. */
export async function appointed(story: Story): Promise<void> {
  const administrator = await story.as("administrator");
  const { t } = administrator.language;
  await administrator.open("/committee/new");
  await administrator.select(t("committee:appoint.member"), story.name("expert"));
  await administrator.fill(t("committee:appoint.field"), story.say(words.field));
  await administrator.fill(t("committee:appoint.elsewhere"), story.say(words.from));
  await administrator.fill(t("committee:appoint.from"), story.today());
  await administrator.fill(t("committee:appoint.until"), story.today(600));
  await administrator.press(t("committee:appoint.submit"));
  await administrator.reads(t("committee:appoint.done"));
  for (const { enter } of appointments.slice(1)) await enter(story.desk, (daysAgo) => story.today(-daysAgo));
}

const others = ["expert2", "expert3", "planner2", "planner4"] as const;

/** Asked on the page, answered there by one with a condition and by the others without; the planner answers the condition. */
export async function advised(story: Story): Promise<void> {
  const approver = await story.as("approver");
  const { t } = approver.language;
  await approver.open(`${story.path}/committee/invitation`);
  for (const login of ["expert", "expert4", "planner6", ...others])
    await approver.tick(t("committee:invite.who"), story.name(login));
  await approver.fill(t("committee:invite.deadline"), story.today(20));
  await approver.fill(t("committee:invite.question"), story.say(words.question));
  await approver.press(t("committee:invite.submit"));
  await approver.reads(t("committee:invite.done"));
  await onesOpinion(story);
  const id = await story.id();
  for (const login of others) {
    const life = { desk: story.desk, technology: id } as Life;
    await takeCommittee(life, login, { do: "advise-interest", conflict: null });
    const why = [words.reasons.en, words.reasons.zh] as const;
    await takeCommittee(life, login, { do: "advise", opinion: "for", why, conditions: [] });
  }
  const planner = await story.as("planner3");
  await planner.open(`${story.path}/committee`);
  await planner.follow(planner.t("committee:answer.link", { condition: "k1" }));
  await planner.choose(planner.t("committee:answer.question"), planner.t("committee:answer.yes"));
  await planner.fill(planner.t("committee:answer.text"), story.say(words.answer));
  await planner.press(planner.t("committee:answer.submit"));
  await planner.reads(story.say(words.answer));
}

async function onesOpinion(story: Story): Promise<void> {
  const expert = await story.as("expert");
  const { t } = expert.language;
  await expert.open("/work");
  await expert.open(`${story.path}/committee/interest`);
  await expert.choose(t("committee:interest.question"), t("committee:interest.no"));
  await expert.press(t("committee:interest.submit"));
  await expert.open(`${story.path}/committee/opinion`);
  await expert.choose(t("committee:opinion.question"), t("committee:standing.for-with-conditions"));
  await expert.fill(t("committee:opinion.reasons"), story.say(words.reasons));
  await expert.fill(t("committee:opinion.condition", { number: 1 }), story.say(words.condition));
  await expert.press(t("committee:opinion.submit"));
  await expert.reads(t("committee:opinion.done"));
}
