import { texts } from "./journey-texts.ts";
import { districts } from "./journey-files.ts";
import { fillPlan } from "./journey-pilot.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

export const indicators = {
  sus: { en: "SUS, all users", zh: "SUS，全部用户" },
  tasks: { en: "Task success", zh: "任务完成率" },
  satisfaction: { en: "Satisfaction of the people served", zh: "服务对象满意度" },
  accessibility: { en: "Barriers found, serious or critical", zh: "严重及以上无障碍问题" },
  fairness: { en: "Difference between groups", zh: "群体间差异" },
} as const;

/** Proposed and admitted already: this story is about its evidence. */
export async function admitted(story: Story): Promise<void> {
  const { desk } = story;
  const id = await desk.propose("planner", {
    name: desk.say({ en: "Hardship forecast", zh: "困难预警" }).text,
    summary: desk.say({ en: "Says which households may need help.", zh: "预测哪些家庭可能需要帮扶。" }),
    need: desk.say({ en: "Help comes too late.", zh: "帮扶来得太迟。" }),
    needOf: desk.say(texts.needOf),
    department: "housing",
    sponsor: desk.id("sponsor"),
    demand: { users: 400, requestsPerSecond: 0.5, recordsPerHour: 1900 },
    cost: { pilot: 1000, annual: 5000, currency: "CNY" },
    tier: "I",
    tierStated: true,
    standards: [],
    dataClass: "general",
    personalInformation: "none",
    risks: null,
    similarSeen: [],
  });
  await desk.decide(id, "admission", "approve", texts.admit);
  story.path = `/technologies/${(await desk.state(id)).slug}`;
}

/** The plan chooses what is measured besides, and against what; the calculator says how many answers that will take. */
export async function choose(story: Story): Promise<void> {
  const planner = await story.as("planner");
  const { t } = planner.language;
  await fillPlan(story, planner, [32, 39]);
  await planner.fill(t("pilot:field.rollback"), story.say(texts.rollback));
  for (const indicator of [indicators.satisfaction, indicators.accessibility, indicators.fairness]) {
    const place = await planner.unfold(`${t("pilot:indicator.choose")}: ${story.say(indicator)}`);
    await planner.tick(t("pilot:indicator.applies"), t("pilot:indicator.chosen"), place);
  }
  await fairness(planner);
  const tasks = await planner.unfold(`${t("pilot:indicator.change")}: ${story.say(indicators.tasks)}`);
  await planner.fill(t("pilot:indicator.margin"), 10, tasks);

  await planner.unfold(t("planner:show"));
  const sizes = planner.page.locator("section[aria-labelledby=sizes] li");
  const sus = sizes.filter({ hasText: story.say(indicators.sus) });
  await planner.fill(t("planner:value"), 68, sus);
  await planner.fill(t("planner:spread"), 15, sus);
  await planner.press(t("planner:submit"));
  // (1.96 + 0.84)² · 15² / 8² = 27.6 by the normal curve; Student’s asks for a little more.
  await planner.reads(t("planner:unit.respondents", { count: 30 }));
  await planner.holds(t("pilot:fairness.reference"), districts[0]);

  await planner.press(t("pilot:lock.submit"));
  await planner.reads(t("pilot:lock.done"));
  await planner.press(t("pilot:open.submit"));
  await planner.reads(t("pilot:open.done"));
}

/** Which measure binds, for whom the answer is good and who is compared with whom, all before any data. */
async function fairness(planner: Visitor): Promise<void> {
  const { t } = planner.language;
  await planner.choose(t("pilot:fairness.binding"), t("pilot:fairness.measure.fpr"));
  await planner.choose(t("pilot:fairness.answer"), t("pilot:fairness.favourable.negative"));
  await planner.fill(t("pilot:fairness.reference"), districts[0]);
  await planner.fill(t("pilot:fairness.groups"), districts[1]);
}
