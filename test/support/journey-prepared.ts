import { paperPdf } from "../../src/demo/files/paper.ts";
import type { Bilingual } from "../../src/demo/cast.ts";
import type { SafeguardKey } from "../../src/domain/safeguard-kinds/kinds.ts";
import type { Story } from "./journey-story.ts";

/**
 * What the house asks of the gravest tier beside what the story fills in at forms: by the same use cases, since the forms
 * are the same ones with other questions.
 */
const words = {
  none: { en: "Looked at with the sponsor: nothing of this kind.", zh: "已与责任领导逐项查看，没有这类风险。" },
  risk: { en: "A family trusts the number too much", zh: "家属过于相信算出的数字" },
  why: { en: "The letter shows one number and no range.", zh: "信里只写一个数字，没有范围。" },
  how: { en: "The letter names the range and whom to call.", zh: "信里写明范围和可以打的电话。" },
  paper: { en: "Report on how it is protected", zh: "防护情况报告" },
  components: { en: "List of its components", zh: "软件成分清单" },
  leads: { en: "Head of the care office", zh: "护理科科长" },
  tells: { en: "Counter staff", zh: "窗口人员" },
  course: { en: "Reading a proposal and refusing it.", zh: "怎样阅读建议、怎样不采纳建议。" },
  site: { en: "Care counter", zh: "护理窗口" },
  phone: { en: "12345", zh: "12345" },
  hours: { en: "Monday to Friday, 9 to 17", zh: "周一至周五 9 时至 17 时" },
} satisfies { readonly [key: string]: Bilingual };

/** Each family of risks was looked at: one holds a small risk, three hold none. */
export async function risksLookedAt(story: Story): Promise<void> {
  const { desk } = story;
  for (const family of ["technical", "management", "legal"])
    await stated(story, "risk", {
      ...{ seen: "none", family, noneWhy: desk.say(words.none) },
      ...(family === "technical" && { part: "feasibility" }),
    });
  const why = desk.say(words.why);
  await stated(story, "risk", {
    ...{ seen: "risk", family: "social", riskName: story.say(words.risk), cause: why, event: why, consequence: why },
    ...{ likelihood: "L", impact: "L", treatment: "accept", treatmentHow: desk.say(words.how) },
    owner: desk.id("planner3"),
  });
}

/** Protected, rehearsed, with people trained, ways kept beside the online one and its cost planned. */
export async function prepared(story: Story): Promise<void> {
  const { desk } = story;
  const id = await story.id();
  await costPlanned(story);
  await stated(story, "security-baseline", await protection(story, id));
  await stated(story, "response-plan", responses(story));
  await stated(story, "training", {
    contents: desk.say(words.course),
    courses: [1, 2].map((wave) => ({
      ...{
        wave,
        site: story.say(words.site),
        role: story.say(words.tells),
        planned: 10,
        by: story.today(9),
        held: "no",
      },
    })),
  });
  await stated(story, "channels-kept", {
    reaches: "public",
    channels: ["phone", "counter"].map((channel) => ({
      ...{ channel, place: story.say(words.phone), hours: story.say(words.hours), accessibleTo: ["everyone"] },
      ...{ how: desk.say(words.how), ends: "no" },
    })),
  });
}

/** One part of the work, which begins in a few days. */
export async function costPlanned(story: Story): Promise<void> {
  const { desk } = story;
  const id = await story.id();
  await desk.ask("planner3", "planner", id, {
    type: "LockCostPlan",
    estimate: "typical",
    packages: [
      {
        package: null,
        name: desk.say(words.course),
        part: "rollout",
        startsOn: story.today(5),
        endsOn: story.today(40),
        budget: 90_000,
      },
    ],
  });
}

const items = ["access", "logging", "layers", "detection", "inTransit", "atRest", "backup", "restore", "penetration"];

/** Every item is there, seen today, and shown by the same report. */
async function protection(story: Story, id: string) {
  const { desk } = story;
  const proof = await desk.attach("planner3", id, words.paper, [paperPdf(["Access, logs and copies were tried."])], {
    file: "protection.pdf",
  });
  const components = await desk.attach("planner3", id, words.components, [bill], { file: "components.json" });
  const on = story.today();
  const seen = items.flatMap((item): readonly (readonly [string, unknown])[] => [
    [item, "yes"],
    [`${item}How`, desk.say(words.how)],
    [`${item}On`, on],
    [`${item}Proof`, [proof]],
  ]);
  return {
    ...Object.fromEntries<unknown>(seen),
    ...{ restoreMinutes: 11, level: "none", supply: "yes", components: [components], supplyOn: on, weaknesses: "no" },
  };
}

/** A list of one part, with its version and licence. */
const bill = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  components: [{ type: "library", name: "care", version: "2.1", licenses: [{ license: { id: "MIT" } }] }],
});

/** Stopped and brought back three times in the trial: those drills are its rehearsal. */
function responses(story: Story) {
  const how = story.desk.say(words.how);
  const [leads, tells] = [story.say(words.leads), story.say(words.tells)];
  return {
    events: [{ class: "outage", steps: how, leads, tells, beginWithin: 15, restoreWithin: 240 }],
    drilled: "yes",
    drills: [{ drillClass: "outage", drillOn: story.today(), drillFound: how, drillChanged: how }],
  };
}

/** Handed in by who proposed it, accepted by an evaluator. */
async function stated(story: Story, kind: SafeguardKey, answers: Readonly<Record<string, unknown>>): Promise<void> {
  const { desk } = story;
  const id = await story.id();
  // Free text is sealed wherever it stands; the command's type knows only the digests that take its place.
  const sealed = answers as never;
  await desk.ask("planner3", "planner", id, {
    type: "StateSafeguard",
    kind,
    item: null,
    answers: sealed,
    submit: true,
  });
  const statement = (await desk.state(id)).safeguards.at(-1);
  const { item = "", digest: of = "" } = statement ?? {};
  await desk.ask("evaluator", "evaluator", id, { type: "ReviewSafeguard", item, of, outcome: "accepted", text: null });
}
