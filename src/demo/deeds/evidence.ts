import { jmeterCsv } from "../files/jmeter.ts";
import { outagesCsv } from "../files/outages.ts";
import { susCsv, tasksCsv } from "../files/usability.ts";
import { volumeCsv } from "../files/volume.ts";
import { loadLevels, samples } from "../outcomes.ts";
import { seeded } from "../random.ts";
import { planner, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";
import { pilotLength, pilotStart, whenIs } from "../timing.ts";

export async function attachUsability(story: Story, id: string): Promise<void> {
  const { scene, desk } = story;
  const random = seeded(`${scene.name.en} usability`);
  const { sus, tasks } = samples[scene.outcome];
  await desk.attach(planner(scene), id, texts.susTitle, [susCsv(random, "r", sus)]);
  await desk.attach(planner(scene), id, texts.tasksTitle, [tasksCsv(random, "r", tasks)]);
}

export async function attachAll(story: Story, id: string): Promise<void> {
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

export async function monitorWave(story: Story, id: string, wave: number, bad: boolean): Promise<void> {
  const { desk, scene, calendar } = story;
  const random = seeded(`${scene.name.en} wave ${wave}`);
  const end = calendar.instant(whenIs(wave === 1 ? "wave-1-evidence" : "wave-2-evidence", story));
  const level = { threads: 20, seconds: 7200, requestsPerSecond: 2, medianMs: bad ? 760 : 260, failing: 0.0002 };
  await desk.attach(planner(scene), id, texts.waveTitle, jmeterCsv(random, end - 10_800_000, [level]));
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
