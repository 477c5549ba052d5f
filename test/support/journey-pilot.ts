import { seeded } from "../../src/demo/random.ts";
import { jmeterCsv } from "../../src/demo/files/jmeter.ts";
import { outagesCsv } from "./journey-outages.ts";
import { susCsv, tasksCsv } from "../../src/demo/files/usability.ts";
import { volumeCsv } from "../../src/demo/files/volume.ts";
import { loadLevels, samplesOf } from "./journey-samples.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import type { Bilingual } from "../../src/demo/cast.ts";
import { incidentTexts, texts } from "./journey-texts.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

const minute = 60_000;
export const services = ["counter", "records"];

/** A small tool that is good: what a pilot of tier I hands in, in the size that the default policy asks for. */
export const small = { scene: { tier: "I", outcome: "strong", demand: 0.5 }, policy: plainPolicy } as const;

/** Locked with one look, after the scores are due; amended once before any data, and opened on its day. */
export async function lockAndOpen(story: Story): Promise<void> {
  const planner = await story.as("planner");
  const field = (name: string): string => planner.t(`pilot:field.${name}`);
  await fillPlan(story, planner, [39]);
  await planner.press(planner.t("pilot:lock.submit"), { status: 422 });
  await planner.holds(field("sites"), story.say(texts.sites));
  await planner.fill(field("rollback"), story.say(texts.rollback));
  await planner.press(planner.t("pilot:lock.submit"));
  await planner.reads(planner.t("pilot:lock.done"));

  await planner.open(`${story.path}/plan/amendments/new`);
  await planner.fill(field("siteCount"), 4);
  await planner.fill(field("reason"), story.say(texts.amendReason));
  await planner.press(planner.t("pilot:amend.submit"));
  await planner.press(planner.t("pilot:open.submit"));
  await planner.reads(planner.t("pilot:open.done"));
}

/** Thirty days and looks on days after them; the way back is still to be written. */
export async function fillPlan(story: Story, planner: Visitor, looks: readonly number[]): Promise<void> {
  const field = (name: string): string => planner.t(`pilot:field.${name}`);
  await planner.open(`${story.path}/plan/new`);
  await planner.fill(field("sites"), story.say(texts.sites));
  await planner.fill(field("siteCount"), 3);
  await planner.fill(field("startsOn"), story.today());
  await planner.fill(field("days"), 30);
  await planner.fill(field("services"), services.join("\n"));
  await planner.fill(field("latencyMs"), 800);
  await planner.fill(field("restoreMinutes"), 30);
  for (const [at, shift] of looks.entries())
    await planner.fill(planner.t("pilot:look.name", { number: at + 1 }), story.today(shift));
  await planner.fill(field("exit"), story.say(texts.exit));
}

/** Something goes wrong on the second day, and is put right. */
export async function incident(story: Story): Promise<void> {
  await story.pass("day");
  const planner = await story.as("planner");
  const { t } = planner.language;
  await planner.open(`${story.path}/incidents`);
  await planner.choose(t("incidents:incident.severity"), t("words:severity.4"));
  await planner.fill(t("incidents:incident.text"), story.say(incidentTexts.small));
  await planner.press(t("incidents:incident.submit"));
  await planner.reads(t("incidents:incident.done"));
  await planner.follow(t("incidents:incident.see", { id: "i1" }));
  await planner.follow(t("incidents:act.close", { id: "i1" }));
  await planner.fill(t("incidents:closing.label"), story.say(incidentTexts.closed));
  await planner.press(t("incidents:closing.button"));
  await planner.reads(t("incidents:closing.done"));
}

/** Stopped and restored three times by the written procedure: only that shows how long a failure lasts. */
export async function drills(story: Story): Promise<void> {
  const planner = await story.as("planner");
  const { t } = planner.language;
  for (const minutes of [9, 11, 8]) {
    await planner.open(`${story.path}/rollout/drills/new`);
    await planner.fill(t("rollout:drill.minutes"), minutes);
    await planner.fill(t("rollout:drill.text"), story.say(texts.restoreDrill));
    await planner.press(t("rollout:drill.submit"));
    await planner.reads(t("rollout:drill.done"));
  }
}

/** Five files at the pilot's end, each read, measured and stored; an unreadable one leaves nothing behind. */
export async function evidence(story: Story): Promise<void> {
  const begun = Math.ceil(story.now() / minute) * minute - 86_400_000 + 30 * minute;
  await story.pass("month");
  const planner = await story.as("planner");
  await planner.open(`${story.path}/evidence`);
  await attach(story, planner, texts.susTitle, "broken.csv", 'respondent,q1,q2\nr-1,"open', 422);

  const random = seeded("a journey");
  const now = Math.floor(story.now() / minute) * minute;
  const sample = samplesOf(small);
  const load = [...jmeterCsv(random, now - 10 * 3_600_000, loadLevels(small))].join("");
  await attach(story, planner, texts.loadTitle, "load.jtl", load);
  await attach(
    story,
    planner,
    texts.uptimeTitle,
    "outages.csv",
    outagesCsv(random, { services, from: begun, to: now, ...sample.outages }),
  );
  await attach(
    story,
    planner,
    texts.volumeTitle,
    "runs.csv",
    volumeCsv(random, sample.volumeRuns, 1900 * sample.volume),
  );
  await attach(story, planner, texts.susTitle, "answers.csv", susCsv(random, "r", sample.sus));
  await attach(story, planner, texts.tasksTitle, "tasks.csv", tasksCsv(random, "r", sample.tasks));
  await planner.open(`${story.path}/evidence`);
  await planner.open(story.path);
}

/** Through the upload form, as a file from a person's disk. */
export async function attach(
  story: Story,
  visitor: Visitor,
  title: Bilingual,
  name: string,
  content: string | Buffer,
  status = 200,
): Promise<void> {
  const { t } = visitor.language;
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  await visitor.open(`${story.path}/evidence/new`);
  await visitor.fill(t("evidence:attach.name"), story.say(title));
  await visitor.field(t("evidence:attach.files")).setInputFiles({ name, mimeType: "text/csv", buffer });
  await visitor.press(t("evidence:attach.submit"), { status });
  if (status === 200) await visitor.reads(t("evidence:piece.read"));
}

export async function complete(story: Story): Promise<void> {
  const approver = await story.vote("approver", "completion", "approve", texts.complete);
  await approver.reads(approver.t("gate:decision.closedDone"));
}
