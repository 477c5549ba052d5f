import { texts } from "./journey-texts.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

const words = {
  name: { en: "Queue forecast for counters", zh: "窗口排队预测助手" },
  summary: {
    en: "Says at each counter how long the queue will be in the next hour.",
    zh: "预测各窗口未来一小时的排队时长。",
  },
  need: {
    en: "People wait at the counter for an hour and a half on Mondays, because the turnout is unpredictable.",
    zh: "周一窗口排队长达一个半小时，因为来访人数难以预料。",
  },
  // Nothing but the need is alike, so that it is found only once the need is typed.
  beforeName: { en: "Number slips", zh: "号码纸条" },
  beforeNeed: { en: "The turnout on Mondays is unpredictable.", zh: "周一的来访人数难以预料。" },
  beforeSummary: { en: "Prints slips with numbers.", zh: "打印带有号码的纸条。" },
};

/** Somebody had a similar idea before: the planner will be shown it. */
export async function somethingSimilar({ desk }: Story): Promise<void> {
  await desk.propose("planner2", {
    name: words.beforeName[desk.language],
    summary: desk.say(words.beforeSummary),
    need: desk.say(words.beforeNeed),
    needOf: desk.say(texts.needOf),
    department: "transport",
    sponsor: desk.id("sponsor2"),
    demand: { users: 100, requestsPerSecond: 1, recordsPerHour: 100 },
    cost: { pilot: 1000, annual: 5000, currency: "CNY" },
    tier: "I",
    tierStated: true,
    standards: [],
    dataClass: "general",
    personalInformation: "none",
    risks: null,
    similarSeen: [],
  });
}

/** The planner keeps half a proposal as a draft and comes back to it. */
export async function keepDraft(story: Story): Promise<void> {
  const planner = await story.as("planner");
  await planner.open("/technologies/new");
  await planner.fill(field(planner, "summary"), story.say(words.summary));
  await planner.press(planner.t("drafts:save"));
  await planner.reads(planner.t("drafts:savedDone"));
}

/** Nobody but its writer sees a draft; its writer finds it, completes it, sees what is similar, and submits. */
export async function propose(story: Story): Promise<void> {
  const other = await story.as("sponsor");
  await other.open("/technologies/new");
  if ((await other.page.getByText(other.t("drafts:shown.title")).count()) > 0)
    throw new Error("Somebody else's draft is shown");

  const planner = await story.as("planner");
  await planner.open("/technologies/new");
  await planner.holds(field(planner, "summary"), story.say(words.summary));
  await planner.press(planner.t("proposal:propose.submit"), { status: 422 });
  await complete(story, planner);
  await planner.press(planner.t("proposal:propose.submit"));
  await planner.reads(story.say(words.beforeName));
  await planner.press(planner.t("proposal:similar.submit"));
  await planner.reads(planner.t("proposal:propose.done"));
  story.path = new URL(planner.page.url()).pathname;
  await planner.open(`${story.path}/proposal`);
  await planner.reads(story.say(words.need));
}

async function complete(story: Story, planner: Visitor): Promise<void> {
  const { t } = planner.language;
  await planner.fill(field(planner, "name"), story.say(words.name));
  await planner.fill(field(planner, "need"), story.say(words.need));
  await planner.fill(field(planner, "needOf"), story.say(texts.needOf));
  await planner.select(
    field(planner, "department"),
    story.say({ en: "Housing and Construction", zh: "住房和城乡建设局" }),
  );
  const department = story.say({ en: "Housing and Construction", zh: "住房和城乡建设局" });
  await planner.select(field(planner, "sponsor"), t("proposal:sponsorOf", { name: story.name("sponsor"), department }));
  await planner.fill(field(planner, "users"), 400);
  await planner.fill(field(planner, "requestsPerSecond"), 0.5);
  await planner.fill(field(planner, "recordsPerHour"), 1900);
  await planner.fill(field(planner, "pilot"), 60_000);
  await planner.fill(field(planner, "annual"), 240_000);
  await planner.choose(
    field(planner, "tier"),
    t("proposal:tierIs", { tier: t("words:impactTier", { tier: t("words:tier.I") }), whom: t("proposal:tier.I") }),
  );
  await planner.choose(field(planner, "dataClass"), t("words:dataClass.general"));
  await planner.choose(field(planner, "personalInformation"), t("words:personalInformation.none"));
  await planner.fill(field(planner, "risks"), story.say(texts.risks));
}

const field = (visitor: Visitor, name: string): string => visitor.t(`proposal:field.${name}`);

/** Tier I is admitted by one approver; the planner, who wrote it, cannot. */
export async function admit(story: Story): Promise<void> {
  const planner = await story.as("planner");
  await planner.open(`${story.path}/gates/admission`);
  await planner.reads(planner.t("gate:decision.notApprover"));
  const approver = await story.vote("approver", "admission", "approve", texts.admit);
  await approver.reads(approver.t("gate:decision.closedDone"));
  await planner.open("/work");
  await planner.open("/technologies");
  await planner.open(story.path);
}
