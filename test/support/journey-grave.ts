import type { RawTechnologyCommand } from "../../src/application/raw-command.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import { jmeterCsv } from "../../src/demo/files/jmeter.ts";
import { outcomesCsv } from "../../src/demo/files/people.ts";
import { susCsv, tasksCsv } from "../../src/demo/files/usability.ts";
import { volumeCsv } from "../../src/demo/files/volume.ts";
import { seeded } from "../../src/demo/random.ts";
import { score } from "../../src/demo/deeds/evaluation.ts";
import type { Story as Life } from "../../src/demo/story-of.ts";
import type { Bilingual } from "../../src/demo/cast.ts";
import type { Sheet } from "../../src/demo/steps.ts";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { outagesCsv } from "./journey-outages.ts";
import { services } from "./journey-pilot.ts";
import { loadLevels, samplesOf } from "./journey-samples.ts";
import type { Story } from "./journey-story.ts";
import { texts } from "./journey-texts.ts";

/** Of the gravest tier, and good: the size of its pilot is what the policy asks of it. */
const grave = { scene: { tier: "IV", outcome: "strong", demand: 0.5 }, policy: defaultPolicy } as const;
export const groups = ["inner-city", "villages"] as const;
const pilotDays = 90;

/** By the same use case as the form, which other journeys fill. */
export async function proposedGrave(story: Story): Promise<void> {
  const { desk } = story;
  const id = await desk.propose("planner3", {
    name: desk.say({ en: "Care budget advice", zh: "护理经费建议" }).text,
    summary: desk.say({ en: "Proposes a care budget for each case.", zh: "为每件申请建议护理经费。" }),
    need: desk.say({ en: "A decision takes nine weeks.", zh: "一份决定要等九周。" }),
    needOf: desk.say(texts.needOf),
    department: "health",
    sponsor: desk.id("sponsor"),
    demand: { users: 400, requestsPerSecond: 0.5, recordsPerHour: 1900 },
    cost: { pilot: 90_000, annual: 400_000, currency: "CNY" },
    tier: "III",
    tierStated: true,
    standards: [],
    dataClass: "important",
    personalInformation: "sensitive",
    risks: desk.say(texts.risks),
    similarSeen: [],
  });
  story.path = `/technologies/${(await desk.state(id)).slug}`;
  const needs = [{ text: desk.say({ en: "A family knows why.", zh: "家属知道理由。" }) }];
  await desk.ask("planner3", "planner", id, { type: "StateNeeds", needs });
}

/** Ninety days that compare two groups, and what they leave behind. */
export async function piloted(story: Story): Promise<void> {
  const { desk } = story;
  const id = await story.id();
  await desk.ask("planner3", "planner", id, { type: "LockPilotPlan", plan: gravePlan(story) });
  await desk.ask("planner3", "planner", id, { type: "OpenPilot" });
  await desk.ask("planner3", "planner", id, consultationOf(story));
  const begun = Math.ceil(story.now() / 60_000) * 60_000;
  for (const minutes of [9, 11, 8]) {
    advance(story, 10);
    const text = desk.say(texts.restoreDrill);
    await desk.ask("planner3", "planner", id, { type: "RecordDrill", on: story.today(), minutes, text });
  }
  advance(story, pilotDays - 29);
  const [heard, did] = [desk.say(texts.heard), desk.say(texts.did)];
  await desk.ask("planner3", "planner", id, { type: "AnswerConsultation", consultation: "k1", heard, did });
  await attachAll(story, id, begun);
}

/** While the pilot runs, as the gravest tier has to; nobody takes part, and that is answered too. */
function consultationOf(story: Story): Extract<RawTechnologyCommand, { readonly type: "OpenConsultation" }> {
  const { desk } = story;
  return {
    type: "OpenConsultation",
    kind: "written",
    title: desk.say(texts.consultation).text,
    question: desk.say(texts.question),
    stillOpen: desk.say(texts.stillOpen),
    settled: null,
    audience: desk.say(texts.families),
    papers: [],
    channels: ["page", "letter"],
    how: desk.say(texts.how),
    opensOn: story.today(),
    closesOn: story.today(29),
    respondBy: story.today(pilotDays),
    shorter: null,
    place: null,
    poll: null,
  };
}

export function gravePlan(story: Story) {
  const { desk } = story;
  return {
    sites: desk.say(texts.sites),
    siteCount: 3,
    startsOn: story.today(),
    days: pilotDays,
    services,
    latencyMs: 800,
    restoreSeconds: 1800,
    looks: [story.today(pilotDays + 6)],
    indicators: {
      fairness: { applicable: true, reason: null, floor: null, minimumSample: null, margin: null, anytime: false },
    },
    fairness: {
      measure: "fpr" as const,
      favourable: "negative" as const,
      reference: groups[0],
      groups: [groups[1]],
    },
    assisted: ["older", "disability"],
    assistedWhy: null,
    exit: desk.say(texts.exit),
    rollback: desk.say(texts.rollback),
  };
}

async function attachAll(story: Story, id: string, from: number): Promise<void> {
  const random = seeded("grave");
  const to = Math.floor(story.now() / 60_000) * 60_000;
  const { sus, tasks, outages, volume, volumeRuns } = samplesOf(grave);
  const levels = loadLevels(grave);
  const hours = levels.reduce((sum, { seconds }) => sum + seconds / 3600, 1);
  const alike = groups.map((group) => ({ group, people: 4000, baseRate: 0.4, falsePositives: 0.1 }));
  const files: readonly (readonly [Bilingual, Iterable<string>])[] = [
    [texts.susTitle, [susCsv(random, "r", sus)]],
    [texts.outcomesTitle, [outcomesCsv(random, alike)]],
    [texts.uptimeTitle, [outagesCsv(random, { services, from, to, ...outages })]],
    [texts.volumeTitle, [volumeCsv(random, volumeRuns, 1900 * volume)]],
    [texts.tasksTitle, [tasksCsv(random, "r", tasks)]],
    [texts.loadTitle, jmeterCsv(random, to - hours * 3_600_000, levels)],
  ];
  for (const [title, content] of files) await story.desk.attach("planner3", id, title, content);
}

const sheet = (...scores: readonly [number, number, number, number]): Sheet =>
  scores.map((one) => [one, texts.score.en, texts.score.zh] as const) as unknown as Sheet;

/** Three raters who see the same; the look is taken, and a rollout is planned. */
export async function evaluated(story: Story): Promise<void> {
  const { desk } = story;
  const technology = await story.id();
  await desk.decide(technology, "completion", "approve", texts.complete);
  const raters = ["evaluator", "evaluator2", "evaluator4"] as const;
  const evaluators = raters.map((login) => desk.id(login));
  await desk.ask("approver", "approver", technology, { type: "AssignEvaluators", evaluators });
  for (const login of raters)
    await desk.ask(login, "evaluator", technology, { type: "DeclareInterest", conflict: false, text: null });
  for (const login of raters) await score({ desk, technology } as Life, login, sheet(5, 4, 4, 5));
  const { evidence } = await desk.state(technology);
  const shown = evidence.filter(({ kind }) => kind === "tasks").map((piece) => piece.evidence);
  const text = desk.say(texts.score);
  const judged = { type: "JudgeNeed", need: "n1", coverage: "met", evidence: shown, text } as const;
  await desk.ask("evaluator", "evaluator", technology, judged);
  await desk.ask("planner3", "planner", technology, {
    type: "PlanRollout",
    waves: [
      { name: desk.say(texts.wave1), reach: 6, startsOn: story.today(10) },
      { name: desk.say(texts.wave2), reach: 31, startsOn: story.today(20) },
    ],
    guards: [{ indicator: "failed-share", limit: 0.02, minimumSample: 4320 }],
  });
  const drill = desk.say(texts.drill);
  await desk.ask("planner3", "planner", technology, {
    type: "RecordDrill",
    on: story.today(),
    minutes: 12,
    text: drill,
  });
  advance(story, 6);
  // The look falls due: whoever is at the page would wait up to a minute for it.
  await sweepAll(story.site.services);
}

/** Without a browser: what passes between two pages of interest. */
const advance = ({ site }: Story, days: number): void => site.clock.advance(days);
