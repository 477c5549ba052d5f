import { expect } from "vitest";
import { handle } from "../../src/application/handle.ts";
import { onTechnology } from "../../src/application/on-technology.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import { onPerson } from "../../src/application/on-person.ts";
import { mustAccept } from "../../src/demo/desk.ts";
import { paperPdf } from "../../src/demo/files/paper.ts";
import { gravePlan, proposedGrave } from "./journey-grave.ts";
import { accept, state } from "./journey-statements.ts";
import type { Story } from "./journey-story.ts";
import { texts } from "./journey-texts.ts";
import type { Visitor } from "./journey-visitor.ts";

/** Days for which the report on the control shows anything. */
export const shownFor = 40;
const words = {
  paper: { en: "What the second reader saw", zh: "复核人员所见" },
  risk: { en: "A family trusts the number too much", zh: "家属过于相信算出的数字" },
  why: { en: "The letter shows one number and no range.", zh: "信里只写一个数字，没有范围。" },
  how: { en: "The letter will name the range.", zh: "信里将写明范围。" },
  control: { en: "A second reader of each letter", zh: "每封信由第二人复核" },
  asks: { en: "The range needs the supplier's next version.", zh: "写明范围须待供应商下一版本。" },
  answers: { en: "Carried until the next version is in.", zh: "在下一版本上线前予以接受。" },
  again: { en: "The second reader is seen anew in spring.", zh: "第二人复核将于春季再次查看。" },
  confirms: { en: "Answered for at the level it has now.", zh: "已按现在的等级有人负责。" },
} as const;

/** The clerk who would be both: proposes as a planner, and may decide on what others propose. */
const both = "approver3";
/** Who is asked by name, and reads Chinese. */
const named = "approver2";

/** In its pilot, with a report that shows a control at work, and somebody who holds two roles. */
export async function tried(story: Story): Promise<void> {
  const { desk } = story;
  await proposedGrave(story);
  const id = await story.id();
  await desk.decide(id, "admission", "approve", texts.admit);
  await desk.ask("planner3", "planner", id, { type: "LockPilotPlan", plan: gravePlan(story) });
  await desk.ask("planner3", "planner", id, { type: "OpenPilot" });
  await desk.attach("planner3", id, words.paper, [paperPdf(["Of 200 letters 31 were put right."])], {
    file: "reader.pdf",
  });
  const command = { type: "GrantRole", role: "planner" } as const;
  const outcome = await handle(
    story.site.services,
    desk.submission("administrator", "administrator"),
    onPerson(desk.id(both), command),
  );
  mustAccept(outcome, "GrantRole");
}

/** Rated high, with one control that brings it down to moderate; somebody independent looks at it in Chinese. */
export async function rated(story: Story): Promise<void> {
  const why = story.say(words.why);
  const { evidence } = await story.technology();
  await state(story, "planner3", "risk", {
    ...{ seen: "risk", family: "social", riskName: story.say(words.risk), cause: why, event: why, consequence: why },
    ...{ likelihood: "H", impact: "H", treatment: "reduce", treatmentHow: story.say(words.how) },
    ...{ owner: story.name("planner3"), treatBy: story.today(shownFor + 20), treated: "no" },
    controls: [
      {
        ...{ control: story.say(words.control), side: "likelihood", to: "M" },
        evidence: [evidence.at(-1)?.evidence ?? ""],
      },
    ],
  });
  await accept(story, "evaluator", "risk");
  await atRisk(story, "planner3", { inherent: "H", residual: "M", tag: "none" });
  await atGate(story, "above-none", { level: "M", appetite: "L", family: "social" });
}

/** Who asks names anybody but themselves: the form leaves them out, and what is sent around it is refused. */
export async function askedOfOneself(story: Story): Promise<void> {
  const clerk = await story.as(both);
  const { t } = clerk.language;
  await clerk.open(await riskPath(story));
  await clerk.follow(t("risks:ask.link"));
  const approver = clerk.field(t("risks:ask.approver"));
  const own = story.desk.id(both);
  expect(await approver.locator(`option[value="${own}"]`).count()).toBe(0);
  await approver.evaluate(`(select) => select.add(new Option("me", ${JSON.stringify(own)}))`);
  await approver.evaluate((select, value) => void ((select as unknown as { value: string }).value = value), own);
  await clerk.fill(t("risks:ask.text"), story.say(words.asks));
  await clerk.press(t("risks:ask.submit"), { status: 422 });
  await clerk.reads(t("errors:field.choose"));
  await clerk.holds(t("risks:ask.text"), story.say(words.asks));
  await clerk.select(t("risks:ask.approver"), story.name(named));
  await clerk.press(t("risks:ask.submit"));
  await clerk.reads(t("risks:ask.done"));
  // Asked is not accepted, and whoever asked is offered no answer.
  expect(await clerk.page.getByRole("heading", { name: t("risks:accept.title") }).count()).toBe(0);
  expect(await ownAnswer(story)).toEqual(["AcceptanceAskedOfAnother", "RequesterMayNotAccept"]);
  await atRisk(story, both, { inherent: "H", residual: "M", tag: "asked" });
  await atGate(story, "above-asked", { level: "M", appetite: "L", family: "social" });
}

/** By name, after being asked once more; then the gate's condition is met and the gate approves. */
export async function acceptedByName(story: Story): Promise<void> {
  await answer(story);
  await atRisk(story, named, { inherent: "H", residual: "M", tag: "accepted" });
  const planner = await story.as("planner3");
  const { t } = planner.language;
  await planner.open(`${story.path}/gates/completion`);
  await saysAnywhere(planner, t("conditions:risk-accepted.met-accepted", { count: 1 }));
  await story.desk.decide(await story.id(), "completion", "approve", texts.complete);
  await asksForLess(story);
}

/** The report's last day leaves all as it is; the day after, nothing has run and everything has changed. */
export async function risenByItself(story: Story): Promise<void> {
  const before = await story.technology();
  story.site.clock.advance(shownFor);
  await atRisk(story, "planner3", { inherent: "H", residual: "M", tag: "accepted" });
  story.site.clock.advance(1);
  await atRisk(story, "planner3", { inherent: "H", residual: "H", tag: "lapsed" });
  const planner = await story.as("planner3");
  const { t } = planner.language;
  await planner.reads(t("risks:acceptance.lapsed.raised"));
  await planner.reads(t("risks:control.fallen"));
  await atGate(story, "lapsed-raised", { level: "H" }, "rollout");
  expect((await story.technology()).version).toBe(before.version);
}

/** The decision that rested on it says so, and it is somebody's work. */
export async function marked(story: Story): Promise<void> {
  const decided = (await story.technology()).decisions.find(({ gate }) => gate === "completion");
  for (const login of ["auditor", "approver"]) {
    const reader = await story.as(login);
    const { t } = reader.language;
    await reader.open(`/decisions/${decided?.position ?? 0}`);
    await reader.reads(t("gate:drift.title"));
    await reader.reads(t("gate:drift.risk-raised", { subject: await riskItem(story) }));
  }
  // The lists of the house follow with the hourly sweep.
  await sweepAll(story.site.services);
  const auditor = await story.as("auditor");
  await auditor.open("/warnings");
  await auditor.reads(auditor.t("warnings:kind.risk-unanswered", { risk: story.say(words.risk) }));
  await auditor.open("/technologies?state=risk");
  await auditor.reads(auditor.t("portfolio:table.risk", { level: auditor.t("words:riskStep.H") }));
  const clerk = await story.as(both);
  await clerk.open("/work");
  await clerk.reads(clerk.t("work:kind.ask-risk", { gate: "", subject: story.say(words.risk) }));
}

/** It is not extended: it is asked for anew, of the risk as it is now, and answered anew. Then the drift is settled. */
export async function acceptedAnew(story: Story): Promise<void> {
  const clerk = await story.as(both);
  const { t } = clerk.language;
  await clerk.open(await riskPath(story));
  await clerk.follow(t("risks:ask.link"));
  await clerk.select(t("risks:ask.approver"), story.name(named));
  await clerk.fill(t("risks:ask.until"), story.today(90));
  await clerk.fill(t("risks:ask.text"), story.say(words.again));
  await clerk.press(t("risks:ask.submit"));
  await answer(story);
  await atRisk(story, "planner3", { inherent: "H", residual: "H", tag: "accepted" });
  await settled(story);
}

/** The pages that bring it together, in the language of who reads them. */
export async function readAcross(story: Story): Promise<void> {
  const item = await riskItem(story);
  const pages = [`/risks/${item}`, "/risks", `/safeguards/${item}`, "/gates/rollout", "/gates/rollout/dossier"];
  for (const login of ["planner3", "auditor"]) {
    const reader = await story.as(login);
    for (const page of ["/risks", "/technologies", "/work"]) await reader.open(page);
    for (const page of pages) await reader.open(story.path + page);
  }
}

/** Sent around every page: why whoever asked may not accept. */
async function ownAnswer(story: Story): Promise<readonly string[]> {
  const [asked] = (await story.technology()).riskAcceptances;
  const outcome = await handle(
    story.site.services,
    story.desk.submission(both, "approver"),
    onTechnology(await story.id(), {
      ...{ type: "AcceptRisk", acceptance: asked?.acceptance ?? "", of: asked?.asked.of ?? "" },
      ...{ until: asked?.asked.until ?? "", text: null },
    }),
  );
  return outcome.kind === "rejected" ? outcome.reasons.map(({ code }) => code) : [outcome.kind];
}

async function answer(story: Story): Promise<void> {
  const approver = await story.as(named);
  const { t } = approver.language;
  await approver.open(await riskPath(story));
  await approver.choose(t("risks:accept.legend"), t("risks:accept.option.accept"));
  await approver.fill(t("risks:accept.text"), words.answers.zh);
  await approver.press(t("risks:accept.submit"));
  await approver.reads(t("risks:accept.done.accept"));
}

/** What stands is asked for anew to last longer; for less it stands already. */
async function asksForLess(story: Story): Promise<void> {
  const clerk = await story.as(both);
  const { t, format } = clerk.language;
  await clerk.open(await riskPath(story));
  await clerk.follow(t("risks:ask.link"));
  await clerk.select(t("risks:ask.approver"), story.name(named));
  await clerk.fill(t("risks:ask.until"), story.today(30));
  await clerk.fill(t("risks:ask.text"), story.say(words.again));
  await clerk.press(t("risks:ask.submit"), { status: 409 });
  const [given] = (await story.technology()).riskAcceptances;
  await clerk.reads(t("reasons:AcceptanceStandsAlready", { until: format.date(given?.accepted?.until ?? "") }));
}

async function settled(story: Story): Promise<void> {
  const decided = (await story.technology()).decisions.find(({ gate }) => gate === "completion");
  const approver = await story.as("approver");
  const { t } = approver.language;
  await approver.open(`${story.path}/drift/${decided?.position ?? 0}`);
  await approver.choose(t("gate:settling.choice"), t("gate:settling.confirm"));
  await approver.fill(t("gate:settling.reason"), words.confirms.zh);
  await approver.press(t("gate:settling.button"));
  await approver.reads(t("gate:settling.done.confirm"));
}

const riskItem = async (story: Story): Promise<string> =>
  (await story.technology()).safeguards.find(({ kind }) => kind === "risk")?.item ?? "";
const riskPath = async (story: Story): Promise<string> => `${story.path}/risks/${await riskItem(story)}`;

type Seen = { readonly inherent: string; readonly residual: string; readonly tag: string };

/** Of the risk's own page: from where to where, and how it stands. */
async function atRisk(story: Story, login: string, { inherent, residual, tag }: Seen): Promise<void> {
  const reader = await story.as(login);
  const { t } = reader.language;
  await reader.open(await riskPath(story));
  const step = (of: string): string => t(`words:riskStep.${of}`);
  await reader.reads(t("risks:fromTo", { inherent: step(inherent), residual: step(residual) }));
  const shown = await reader.page.locator("main .ts-tag").first().innerText();
  expect(shown.trim()).toBe(t(`risks:state.${tag}`));
}

/** The condition of the gate is not met, and says why. */
async function atGate(
  story: Story,
  variant: string,
  said: { readonly level: string; readonly appetite?: string; readonly family?: string },
  gate = "completion",
): Promise<void> {
  const planner = await story.as("planner3");
  const { t } = planner.language;
  await planner.open(`${story.path}/gates/${gate}`);
  await planner.reads(
    t(`conditions:risk-accepted.${variant}`, {
      risk: story.say(words.risk),
      level: t(`words:riskStep.${said.level}`),
      appetite: t(`words:riskStep.${said.appetite ?? "L"}`),
      family: t(`words:riskFamily.${said.family ?? "social"}`),
      more: 0,
    }),
  );
}

/** What is met is folded away on a gate's page. */
async function saysAnywhere({ page }: Visitor, text: string): Promise<void> {
  expect(await page.locator("main").getByText(text, { exact: true }).count(), text).toBeGreaterThan(0);
}
