import type { Policy } from "../domain/policy/policy.ts";
import type { PilotPlan, Proposal, SheetItem } from "../domain/technology/events.ts";
import type { Raw } from "../application/raw.ts";
import type { Desk } from "./desk.ts";
import { spread } from "./desk.ts";
import { endings, type Milestone } from "./endings.ts";
import { loadLevels, samples } from "./outcomes.ts";
import type { Scene } from "./portfolio.ts";
import { jmeterCsv } from "./files/jmeter.ts";
import { outagesCsv } from "./files/outages.ts";
import { susCsv, tasksCsv } from "./files/usability.ts";
import { volumeCsv } from "./files/volume.ts";
import { seeded } from "./random.ts";
import { texts } from "./texts.ts";

/** Days in a body's calendar; day 0 is the day the technology is proposed. */
export interface Calendar {
  /** "2026-11-22" of a story's day. */
  day(offset: number): string;
  /** Epoch milliseconds at the start of a story's day. */
  instant(offset: number): number;
}

export interface Story {
  readonly scene: Scene;
  readonly policy: Policy;
  readonly desk: Desk;
  readonly calendar: Calendar;
}

/** One technology's life up to its ending: yields the day on which the next thing happens. */
export async function* live(story: Story): AsyncGenerator<number> {
  const until = endings[story.scene.ending];
  let technology = "";
  for (const milestone of until) {
    yield whenIs(milestone, story);
    technology = (await deeds[milestone](story, technology)) ?? technology;
  }
}

/** The day of a milestone: the pilot's length by tier moves everything behind it. */
export function whenIs(milestone: Milestone, { scene, policy }: Pick<Story, "scene" | "policy">): number {
  const pilotDays = pilotLength(scene, policy);
  const [before, pilots, after] = offsets[milestone];
  return before + Math.round(pilots * pilotDays) + after;
}

const offsets: { readonly [M in Milestone]: readonly [number, number, number] } = {
  propose: [0, 0, 0],
  "vote-on-admission": [2, 0, 0],
  admit: [3, 0, 0],
  withdraw: [4, 0, 0],
  "reject-at-admission": [4, 0, 0],
  "lock-plan": [5, 0, 0],
  "open-pilot": [pilotStart(), 0, 0],
  "early-evidence": [pilotStart(), 0.6, 0],
  incident: [pilotStart(), 0.7, 0],
  "close-incident": [pilotStart(), 0.7, 3],
  stop: [pilotStart(), 0.8, 0],
  "attach-evidence": [pilotStart(), 1, 1],
  complete: [pilotStart(), 1, 2],
  "assign-evaluators": [pilotStart(), 1, 3],
  "score-all-but-one": [pilotStart(), 1, 5],
  "score-last": [pilotStart(), 1, 6],
  moderate: [pilotStart(), 1, 7],
  "plan-rollout": [pilotStart(), 1, 8],
  "second-look": [pilotStart(), 1, lastLook()],
  "first-votes": [pilotStart(), 1, lastLook() + 2],
  approve: [pilotStart(), 1, lastLook() + 3],
  "open-wave-1": [pilotStart(), 1, lastLook() + 6],
  "wave-1-evidence": [pilotStart(), 1, lastLook() + 20],
  "wave-1-bad-evidence": [pilotStart(), 1, lastLook() + 20],
  "open-wave-2": [pilotStart(), 1, lastLook() + 21],
  "wave-2-evidence": [pilotStart(), 1, lastLook() + 35],
  adopt: [pilotStart(), 1, lastLook() + 37],
  retire: [pilotStart(), 1, lastLook() + 47],
};

function pilotStart(): number {
  return 7;
}

function lastLook(): number {
  return 9;
}

/** As the tier asks, and long enough for the availability bound to clear its floor. */
const pilotLength = (scene: Scene, policy: Policy): number =>
  Math.max(30, policy.tiers[scene.tier ?? "IV"].minimumPilotDays);

const planners = ["planner", "planner2", "planner3"] as const;
const planner = (scene: Scene): string => planners[Math.floor(spread(scene.name.en) * planners.length)] ?? "planner";
const sponsor = (scene: Scene): string => (spread(scene.name.zh) < 0.5 ? "sponsor" : "sponsor2");

type Deed = (story: Story, technology: string) => Promise<string | undefined>;

const deed =
  (act: (story: Story, technology: string) => Promise<unknown>): Deed =>
  async (story, technology) => {
    await act(story, technology);
    return undefined;
  };

const deeds: { readonly [M in Milestone]: Deed } = {
  propose: (story) => story.desk.propose(planner(story.scene), proposal(story)),
  "vote-on-admission": deed(({ desk }, id) => desk.vote("approver2", id, "admission", "approve", texts.admit)),
  admit: deed(({ desk }, id) => desk.decide(id, "admission", "approve", texts.admit)),
  withdraw: deed((s, id) =>
    s.desk.ask(planner(s.scene), "planner", id, { type: "WithdrawProposal", reason: s.desk.say(texts.withdrawReason) }),
  ),
  "reject-at-admission": deed(({ desk }, id) =>
    desk.decide(id, "admission", "reject", texts.reject, texts.rejectLessons),
  ),
  "lock-plan": deed((s, id) => s.desk.ask(planner(s.scene), "planner", id, { type: "LockPilotPlan", plan: plan(s) })),
  "open-pilot": deed((s, id) => s.desk.ask(planner(s.scene), "planner", id, { type: "OpenPilot" })),
  "early-evidence": deed(attachUsability),
  incident: deed((s, id) => recordIncident(s, id, s.scene.ending === "pilot-incident")),
  "close-incident": deed((s, id) =>
    s.desk.ask(planner(s.scene), "planner", id, {
      type: "CloseIncident",
      incident: "i1",
      text: s.desk.say(texts.incidentClosed),
    }),
  ),
  stop: deed((s, id) =>
    s.desk.ask(planner(s.scene), "planner", id, {
      type: "StopPilot",
      reason: s.desk.say(texts.stopReason),
      lessons: s.desk.say(texts.stopLessons),
    }),
  ),
  "attach-evidence": deed(attachAll),
  complete: deed(({ desk }, id) => desk.decide(id, "completion", "approve", texts.complete)),
  "assign-evaluators": deed(assignEvaluators),
  "score-all-but-one": deed((s, id) => scoreBy(s, id, evaluators(s).slice(0, -1))),
  "score-last": deed((s, id) => scoreBy(s, id, evaluators(s).slice(-1))),
  moderate: deed(moderateAll),
  "plan-rollout": deed(planRollout),
  "second-look": deed(async () => undefined),
  "first-votes": deed((s, id) =>
    s.desk.vote(
      "approver2",
      id,
      "rollout",
      s.scene.outcome === "strong" ? "approve" : "return",
      s.scene.outcome === "strong" ? texts.approve : texts.wantMore,
    ),
  ),
  approve: deed(({ desk }, id) => desk.decide(id, "rollout", "approve", texts.approve)),
  "open-wave-1": deed((s, id) => s.desk.ask(planner(s.scene), "planner", id, { type: "OpenWave", wave: 1 })),
  "wave-1-evidence": deed((s, id) => monitorWave(s, id, 1, false)),
  "wave-1-bad-evidence": deed((s, id) => monitorWave(s, id, 1, true)),
  "open-wave-2": deed(async (s, id) => {
    await s.desk.ask(planner(s.scene), "planner", id, { type: "CompleteWave", wave: 1 });
    await s.desk.ask(planner(s.scene), "planner", id, { type: "OpenWave", wave: 2 });
  }),
  "wave-2-evidence": deed((s, id) => monitorWave(s, id, 2, false)),
  adopt: deed(async (s, id) => {
    await s.desk.ask(planner(s.scene), "planner", id, { type: "CompleteWave", wave: 2 });
    await s.desk.decide(id, "adoption", "approve", texts.adopt);
  }),
  retire: deed(({ desk }, id) =>
    desk.ask("approver", "approver", id, { type: "Retire", reason: desk.say(texts.retireReason) }),
  ),
};

function proposal({ scene, desk }: Story): Raw<Proposal> {
  return {
    name: scene.name[desk.language],
    summary: desk.say(scene.summary),
    need: desk.say(scene.need),
    needOf: desk.say(texts.needOf),
    department: scene.department,
    sponsor: desk.id(sponsor(scene)),
    demand: { users: scene.users, requestsPerSecond: scene.demand, recordsPerHour: scene.recordsPerHour },
    cost:
      scene.ending === "draft-like"
        ? { pilot: null, annual: null, currency: "CNY" }
        : { pilot: Math.round(scene.annualCost / 5), annual: scene.annualCost, currency: "CNY" },
    tier: scene.tier ?? "IV",
    tierStated: scene.tier !== null,
    standards: [],
    dataClass: "general",
    personalInformation: scene.tier === "I" ? "none" : "general",
    risks: desk.say(texts.risks),
    similarSeen: [],
  };
}

function plan(story: Story): Raw<PilotPlan> {
  const { scene, policy, desk, calendar } = story;
  const days = pilotLength(scene, policy);
  return {
    sites: desk.say(texts.sites),
    siteCount: 3,
    startsOn: calendar.day(pilotStart()),
    days,
    services: ["counter", "records"],
    latencyMs: 800,
    restoreSeconds: 1800,
    looks: [calendar.day(pilotStart() + days + 2), calendar.day(pilotStart() + days + lastLook())],
    indicators: {},
    exit: desk.say(texts.exit),
    rollback: desk.say(texts.rollback),
  };
}

async function recordIncident(story: Story, id: string, grave: boolean): Promise<void> {
  const { desk, calendar, scene } = story;
  await desk.ask(planner(scene), "planner", id, {
    type: "RecordIncident",
    severity: grave ? 2 : 4,
    occurredAt: new Date(calendar.instant(whenIs("incident", story)) - 3_600_000).toISOString(),
    text: desk.say(grave ? texts.incident : texts.incidentSmall),
  });
}

async function attachUsability(story: Story, id: string): Promise<void> {
  const { scene, desk } = story;
  const random = seeded(`${scene.name.en} usability`);
  const { sus, tasks } = samples[scene.outcome];
  await desk.attach(planner(scene), id, texts.susTitle, [susCsv(random, "r", sus)]);
  await desk.attach(planner(scene), id, texts.tasksTitle, [tasksCsv(random, "r", tasks)]);
}

async function attachAll(story: Story, id: string): Promise<void> {
  const { scene, desk, calendar, policy } = story;
  const random = seeded(scene.name.en);
  const days = pilotLength(scene, policy);
  const end = calendar.instant(pilotStart() + days);
  await desk.attach(planner(scene), id, texts.loadTitle, jmeterCsv(random, end - 10 * 3_600_000, loadLevels(scene)));
  await desk.attach(planner(scene), id, texts.uptimeTitle, [
    outagesCsv(random, {
      services: ["counter", "records"],
      from: calendar.instant(pilotStart()),
      to: end,
      ...samples[scene.outcome].outages,
    }),
  ]);
  await desk.attach(planner(scene), id, texts.volumeTitle, [
    volumeCsv(random, 24, scene.recordsPerHour * samples[scene.outcome].volume),
  ]);
  const state = await desk.state(id);
  if (!state.evidence.some((piece) => piece.kind === "sus")) await attachUsability(story, id);
}

function evaluators({ scene, policy }: Story): string[] {
  const count = policy.tiers[scene.tier ?? "IV"].minimumEvaluators;
  return ["evaluator", "evaluator2", "evaluator3", "evaluator4"].slice(0, count);
}

async function assignEvaluators(story: Story, id: string): Promise<void> {
  const { desk } = story;
  const chosen = evaluators(story);
  await desk.ask("approver", "approver", id, {
    type: "AssignEvaluators",
    evaluators: chosen.map((login) => desk.id(login)),
  });
  for (const login of chosen) {
    await desk.ask(login, "evaluator", id, {
      type: "DeclareInterest",
      conflict: false,
      text: desk.say(texts.noInterest),
    });
  }
}

async function scoreBy(story: Story, id: string, logins: readonly string[]): Promise<void> {
  const { desk } = story;
  const state = await desk.state(id);
  const linked = state.evidence.filter((piece) => piece.state === "in-force").map((piece) => piece.evidence);
  for (const login of logins) {
    await desk.score(
      login,
      id,
      rubricItems(story).map((item, at) => sheetItem(story, login, item, at, linked)),
    );
  }
}

function sheetItem(story: Story, login: string, item: string, at: number, linked: readonly string[]): Raw<SheetItem> {
  const base = story.scene.outcome === "weak" ? 3 : 4;
  const apart = story.scene.ending === "moderating" && at === 0 && login === "evaluator" ? -2 : 0;
  const shift = spread(story.scene.name.en + item) < 0.4 || at === 1 ? 1 : 0;
  return {
    item,
    score: Math.min(5, Math.max(1, base + apart + (apart === 0 ? shift : 0))),
    evidence: linked.slice(0, 2),
    comment: story.desk.say(texts.score),
  };
}

const rubricItems = ({ policy }: Story): string[] =>
  policy.criteria.flatMap((criterion) => criterion.indicators.filter((i) => i.measure === "rubric").map((i) => i.key));

async function moderateAll(story: Story, id: string): Promise<void> {
  const { desk } = story;
  const state = await desk.state(id);
  for (const item of state.evaluation?.revealed?.moderate ?? []) {
    for (const login of evaluators(story)) {
      await desk.ask(login, "evaluator", id, {
        type: "ModerateScore",
        item,
        score: 4,
        text: desk.say(texts.moderated),
      });
    }
  }
}

async function planRollout(story: Story, id: string): Promise<void> {
  const { desk, scene, calendar } = story;
  const start = whenIs("open-wave-1", story);
  const guards = [
    { indicator: "within-share", limit: 0.95, minimumSample: 30 },
    { indicator: "failed-share", limit: 0.02, minimumSample: 30 },
  ];
  await desk.ask(planner(scene), "planner", id, {
    type: "PlanRollout",
    waves: [
      { name: desk.say(texts.wave1), reach: 6, startsOn: calendar.day(start) },
      { name: desk.say(texts.wave2), reach: 31, startsOn: calendar.day(start + 15) },
    ],
    guards,
  });
  await desk.ask(planner(scene), "planner", id, {
    type: "RecordDrill",
    on: calendar.day(whenIs("plan-rollout", story)),
    minutes: 38,
    text: desk.say(texts.drill),
  });
}

async function monitorWave(story: Story, id: string, wave: number, bad: boolean): Promise<void> {
  const { desk, scene, calendar } = story;
  const random = seeded(`${scene.name.en} wave ${wave}`);
  const end = calendar.instant(whenIs(wave === 1 ? "wave-1-evidence" : "wave-2-evidence", story));
  const level = { threads: 20, seconds: 7200, requestsPerSecond: 2, medianMs: bad ? 760 : 260, failing: 0.0002 };
  await desk.attach(planner(scene), id, texts.waveTitle, jmeterCsv(random, end - 10_800_000, [level]));
}
