import { jmeterCsv } from "../files/jmeter.ts";
import { wcagCsv } from "../files/accessibility.ts";
import { outagesCsv } from "../files/outages.ts";
import { outcomesCsv, satisfactionCsv } from "../files/people.ts";
import { susCsv, tasksCsv } from "../files/usability.ts";
import { volumeCsv } from "../files/volume.ts";
import { loadLevels, samplesOf } from "../outcomes.ts";
import { seeded } from "../random.ts";
import { has, planner, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";
import { pilotLength, pilotStart } from "../timing.ts";

export async function attachUsability(story: Story, id: string): Promise<void> {
  const { scene, desk } = story;
  const random = seeded(`${scene.name.en} usability`);
  const { sus, tasks } = samplesOf(story);
  await desk.attach(planner(scene), id, texts.susTitle, [susCsv(random, "r", sus)]);
  await desk.attach(planner(scene), id, texts.tasksTitle, [tasksCsv(random, "r", tasks)]);
}

export async function attachAll(story: Story, id: string): Promise<void> {
  const { scene, desk, calendar, policy } = story;
  const random = seeded(scene.name.en);
  const days = pilotLength(scene, policy);
  const end = calendar.instant(pilotStart + days);
  const { outages, volume, volumeRuns } = samplesOf(story);
  const levels = loadLevels(story);
  const loaded = levels.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  await desk.attach(planner(scene), id, texts.loadTitle, jmeterCsv(random, end - 3_600_000 - loaded, levels));
  await desk.attach(planner(scene), id, texts.uptimeTitle, [
    outagesCsv(random, {
      services: ["counter", "records"],
      from: calendar.instant(pilotStart),
      to: end,
      ...outages,
    }),
  ]);
  await desk.attach(planner(scene), id, texts.volumeTitle, [
    volumeCsv(random, volumeRuns, scene.recordsPerHour * volume),
  ]);
  await attachChosen(story, id);
  const state = await desk.state(id);
  if (!state.evidence.some((piece) => piece.kind === "sus")) await attachUsability(story, id);
}

/** What only some plans ask for. */
async function attachChosen(story: Story, id: string): Promise<void> {
  const { scene, desk, calendar, policy } = story;
  const random = seeded(`${scene.name.en} chosen`);
  const who = planner(scene);
  if (has(story, "served")) {
    await desk.attach(who, id, texts.satisfactionTitle, [satisfactionCsv(random, 320, 4.2)]);
    const audited = calendar.day(pilotStart + pilotLength(scene, policy) - 2);
    await desk.attach(who, id, texts.accessibilityTitle, [wcagCsv(audited)]);
  }
  if (has(story, "fair")) await desk.attach(who, id, texts.outcomesTitle, [outcomesCsv(random, fairGroups)]);
  if (has(story, "compared")) {
    const before = tasksCsv(random, "before", { participants: 40, success: 0.88 });
    await desk.attach(who, id, texts.baselineTitle, [before], "baseline");
  }
}

const fairGroups = [
  { group: "inner-city", people: 900, baseRate: 0.4, falsePositives: 0.12 },
  { group: "new-district", people: 700, baseRate: 0.38, falsePositives: 0.14 },
  { group: "villages", people: 420, baseRate: 0.45, falsePositives: 0.31 },
  { group: "islands", people: 23, baseRate: 0.4, falsePositives: 0.2 },
];

export async function monitorWave(story: Story, id: string, wave: number, bad: boolean): Promise<void> {
  const { desk, scene, calendar } = story;
  const random = seeded(`${scene.name.en} wave ${wave}`);
  const end = calendar.instant(story.when(wave === 1 ? "wave-1-evidence" : "wave-2-evidence"));
  const hours = 24;
  const level = {
    threads: 20,
    seconds: hours * 3600,
    requestsPerSecond: 0.15,
    medianMs: bad ? 760 : 260,
    failing: 0.0002,
  };
  await desk.attach(planner(scene), id, texts.waveTitle, jmeterCsv(random, end - (hours + 1) * 3_600_000, [level]));
}

/** The newest load test in force is taken back: whatever was decided on it has lost part of its ground. */
export async function withdrawLoad({ scene, desk }: Story, id: string): Promise<void> {
  const { evidence } = await desk.state(id);
  const piece = evidence.find(({ kind, state }) => kind === "load" && state === "in-force");
  if (piece === undefined) throw new Error("No load test to withdraw");
  await desk.ask(planner(scene), "planner", id, {
    type: "WithdrawEvidence",
    evidence: piece.evidence,
    reason: desk.say(texts.withdrawEvidence),
  });
}
