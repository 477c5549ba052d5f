import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { HandClock } from "../../support/house.ts";
import { day, evaluating, happened, rollingOut, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { stateOf, told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let pia: Member;
let ada: Member;
let eva: Member;
let auditor: Member;
beforeAll(async () => {
  site = await startSite({}, clock);
  [pia, ada] = [await site.signedIn("planner"), await site.signedIn("approver")];
  [eva, auditor] = [await site.signedIn("evaluator"), await site.signedIn("auditor")];
  clock.day(50);
});
afterAll(() => site.stop());

const tell = (story: readonly Happened[]) => told(site, { pia, ada }, story);
const at = (slug: string): string => `/technologies/${slug}/rollout`;

/** The words of the filled buttons: at most one on a page. */
const filled = ({ html }: Page): string[] =>
  [...html.matchAll(/class="govuk-button ts-button"[^>]*>([^<]*)</g)].map(([, words]) => words ?? "");

const plan = (over: Record<string, string> = {}): Record<string, string> => ({
  "waves.0.name": "City centre",
  "waves.0.reach": "6",
  "waves.0.startsOn": day(50),
  "waves.1.name": "The rest",
  "waves.1.reach": "31",
  "waves.1.startsOn": day(80),
  "guards.0.indicator": "within-share",
  "guards.0.limit": "0.95",
  "guards.0.minimumSample": "30",
  ...over,
});

const planned = [
  happened("RolloutPlanned", {
    waves: [
      { name: text("City centre"), reach: 6, startsOn: day(42) },
      { name: text("The rest"), reach: 31, startsOn: day(80) },
    ],
    guards: [{ indicator: "failed-share", limit: 0.02, minimumSample: 30 }],
  }),
];
const drilled = happened("DrillRecorded", { on: day(41), minutes: 38, text: text("drill") });
const running = [...rollingOut(), ...planned, drilled, happened("WaveOpened", { wave: 1 }, "pia", 44)];
const assessed = (state: "breached" | "within" | "too-few", lower: number | null, upper: number | null) =>
  happened(
    "GuardAssessed",
    { wave: 1, indicator: "failed-share", state, estimate: lower, lower, upper, limit: 0.02, evidence: ["e1"] },
    "system",
    46,
  );
const held = happened(
  "RolloutHeld",
  { cause: { kind: "guard", indicator: "failed-share", wave: 1 }, text: null },
  "system",
  46,
);

test("without a plan the page says what will stand here, and only the planner is led to the form", async () => {
  const { slug } = await tell(evaluating());
  const page = await pia.get(at(slug));
  expect(page.text).toContain("No rollout is planned");
  expect(page.html).toContain(`${at(slug)}/plan`);
  expect((await auditor.get(at(slug))).html).not.toContain(`${at(slug)}/plan`);
  expect((await ada.get(`${at(slug)}/plan`)).status).toBe(403);
  expect((await ada.post(`${at(slug)}/plan`, plan())).status).toBe(403);
});

test("the plan form adds rows without losing what was typed, ignores empty ones at the end, and names the row that lacks something", async () => {
  const { slug } = await tell(evaluating());
  const typed = plan();
  const more = await pia.post(`${at(slug)}/plan`, { ...typed, intent: "add-wave" });
  expect(more.status).toBe(200);
  expect(more.value("waves.1.name")).toBe("The rest");
  expect(more.html).toContain('name="waves.2.name"');
  const gap = await pia.post(`${at(slug)}/plan`, { ...typed, "waves.0.reach": "many" });
  expect(gap.status).toBe(422);
  expect(gap.html).toContain('href="#waves-0-reach"');
  expect(gap.value("waves.0.reach")).toBe("many");
  const none = await pia.post(`${at(slug)}/plan`, {
    ...typed,
    "guards.0.indicator": "",
    "guards.0.limit": "",
    "guards.0.minimumSample": "",
  });
  expect(none.status).toBe(422);
  expect(none.text).toContain("Set at least one guard limit");
  const done = await pia.send(`${at(slug)}/plan`, {
    ...typed,
    "waves.2.name": "",
    "waves.2.reach": "",
    "waves.2.startsOn": "",
  });
  expect(done.text).toContain("The rollout is planned.");
  expect(done.text).toContain("2 waves, as wide as the number of places or people they reach");
  expect(done.text).toContain("City centre");
  expect(done.text).toContain("No restore or rollback drill on record");
});

test("the first wave waits for a rollback drill; with one on record the planner opens it, nobody else", async () => {
  const { slug } = await tell([...rollingOut(), ...planned]);
  const open = `${at(slug)}/waves/1/opening`;
  for (const member of [ada, eva, auditor]) expect((await member.post(open)).status).toBe(403);
  const early = await pia.post(open);
  expect(early.status).toBe(409);
  expect(early.text.toLowerCase()).toContain("drill");
  expect((await pia.post(`${at(slug)}/drills`, { on: day(49), minutes: "0", text: "Quick." })).status).toBe(422);
  const drill = await pia.send(`${at(slug)}/drills`, {
    on: day(49),
    minutes: "38",
    text: "Paper forms within the hour.",
  });
  expect(drill.text).toContain("Restore or rollback drill on record, 20 Apr 2026: 38 minutes");
  const opened = await pia.send(open);
  expect(opened.text).toContain("The wave is open.");
  expect(opened.text).toContain("Places or people reached: 6 of 37 planned. Wave 1 is open.");
  expect(await pia.post(`${at(slug)}/waves/2/opening`)).toMatchObject(refusal("Wave 1 is not complete yet."));
});

test("each guard says which look of the wave its bounds are from, and how sure they are; older entries say nothing", async () => {
  const assessment = assessed("within", 0.001, 0.01);
  if (assessment.event.type !== "GuardAssessed") throw new Error("an assessment was told");
  const look = { number: 12, confidence: 0.99843 };
  const sure = happened("GuardAssessed", { ...assessment.event.payload, look }, "system", 46);
  const { slug } = await tell([...running, assessment, sure]);
  const page = await pia.get(at(slug));
  expect(page.text).toContain("Checking often costs certainty");
  expect(page.text).toContain("in at most 5 of 100 such waves");
  expect(page.text).toMatch(/check 12, 99\.843\s%/);
  const older = await pia.get(at((await tell([...running, assessment])).slug));
  expect(older.text).toContain("Checking often costs certainty");
  expect(older.text).not.toContain("check 1");
});

// The ledger never goes back: what is told after day 50 happened on it.
test("a breached guard holds: since when, figures and limit, who has it; the planner attaches, the approver resumes", async () => {
  const { slug } = await tell([...running, assessed("breached", 0.031, 0.052), held]);
  const page = await pia.get(at(slug));
  expect(page.text).toContain("The rollout is held since 21 Apr 2026 “Failed requests”");
  expect(page.text).toMatch(/in wave 1 is 3\.1\s%, between 3\.1\s% and 5\.2\s%; the guard limit is 2\s%/);
  expect(page.text).toContain("Guards: 1 of 1 is breached");
  expect(page.text).toContain("A hold never lapses");
  expect(page.html).toContain("evidence/new");
  expect(page.html).not.toContain("rollout/resumption");
  expect((await ada.get(at(slug))).html).toContain("rollout/resumption");
  expect((await auditor.get(at(slug))).html).not.toContain("rollout/resumption");
});

test("while held no wave completes or opens; only an approver resumes, with a reason; the hold leaves the page then", async () => {
  const { slug, id } = await tell([...running, held]);
  expect(await pia.post(`${at(slug)}/waves/1/completion`)).toMatchObject(
    refusal("The rollout is held: a guard was breached."),
  );
  expect((await pia.post(`${at(slug)}/resumption`, { text: "All good." })).status).toBe(403);
  expect((await ada.post(`${at(slug)}/resumption`, { text: "" })).status).toBe(422);
  expect((await ada.get(`${at(slug)}/resumption`)).text).toContain("What was found and put right?");
  const resumed: Page = await ada.send(`${at(slug)}/resumption`, { text: "The cache was too small." });
  expect(resumed.text).toContain("The rollout goes on.");
  expect(resumed.text).not.toContain("is held since");
  expect((await stateOf(site, id)).rollout?.hold).toBeNull();
});

test("planner and approver hold a rollout with a reason, which stands on the page", async () => {
  const { slug } = await tell(running);
  expect((await eva.post(`${at(slug)}/hold`, { text: "Mine." })).status).toBe(403);
  const page = await pia.send(`${at(slug)}/hold`, { text: "Two hospitals report wrong dates." });
  expect(page.text).toContain("The rollout is held.");
  expect(page.text).toContain("Two hospitals report wrong dates.");
  expect(page.text).toContain("Held by a person.");
});

test("too few data are neither within nor breached, and bar the completion of the wave", async () => {
  const { slug } = await tell([...running, assessed("too-few", null, null)]);
  const page = await pia.get(at(slug));
  expect(page.text).toContain("Guards: 1 has too few data");
  expect(page.text).toContain("Too few");
  expect(page.text).toContain("no data");
  expect(await pia.post(`${at(slug)}/waves/1/completion`)).toMatchObject(
    refusal("Wave 1: too few data for the guard “Failed requests”."),
  );
});

test("a button that is refused answers itself, and leaves no draft that would say it of a later state", async () => {
  const { slug } = await tell([...running, assessed("too-few", null, null)]);
  const browser = { Accept: "text/html", "Sec-Fetch-Mode": "navigate" };
  const pressed = await pia.post(`${at(slug)}/waves/1/completion`, {}, browser);
  expect([pressed.status, pressed.text.includes("too few data")]).toEqual([409, true]);
  const later = await pia.get(at(slug));
  expect([later.status, later.text.includes("This was not recorded")]).toEqual([200, false]);
});

test("an approver rolls back: the waves are taken back and the technology returns to evaluation", async () => {
  const { slug, id } = await tell(running);
  expect((await pia.post(`${at(slug)}/rollback`, { text: "Mine." })).status).toBe(403);
  const page = await ada.send(`${at(slug)}/rollback`, { text: "Dates were wrong." });
  expect(page.text).toContain("The technology was rolled back.");
  expect(page.text).toContain("Rolled back");
  expect((await stateOf(site, id)).stage).toBe("evaluating");
});

test("a held technology looks held on its own page too, and opens with the two ways out", async () => {
  const { slug } = await tell([...running, assessed("breached", 0.031, 0.052), held]);
  const page = await ada.get(`/technologies/${slug}`);
  expect(page.text).toContain("The rollout is held since 21 Apr 2026 “Failed requests” in wave 1");
  expect(filled(page)).toEqual(["Resume"]);
  expect(page.html.indexOf("rollout/resumption")).toBeLessThan(page.html.indexOf('class="ts-steps"'));
  expect(page.text).toMatch(/Resume Roll back What you can do here/);
  expect((await auditor.get(`/technologies/${slug}`)).html).not.toContain("rollout/resumption");
  expect((await ada.get("/technologies?state=held")).text).toContain("Held Rolling out, since 21 Apr");
});

test("after a roll back nothing says that it is rolling out, on its page, its steps or its rollout", async () => {
  const { slug } = await tell(running);
  await ada.send(`${at(slug)}/rollback`, { text: "Dates were wrong." });
  const page = await ada.get(`/technologies/${slug}`);
  expect(page.text).toMatch(/Rolled back on 21 Apr 2026: nothing of it is in service\./);
  expect(page.text).toMatch(/Rolling out rolled back 21 Apr/);
  expect(page.text).not.toContain("waves complete");
  expect(filled(page)).toEqual(["Assign evaluators"]);
  const rollout = await ada.get(at(slug));
  expect(rollout.text).toContain(
    "Rolled back on 21 Apr 2026 . Places or people that had been reached: 6 of 37 planned; all of them were taken back.",
  );
  expect(rollout.text).toMatch(/Wave 1 Rolled back in service from \d+ Apr, taken back/);
  expect(rollout.text).toMatch(/Wave 2 Not opened was planned for 21 May, never opened/);
  expect((await ada.get("/technologies")).text).toContain("Evaluating; rolled back 21 Apr");
});

test("an adopted technology is retired by an approver, with the reason", async () => {
  const { slug } = await tell(running);
  expect(await ada.post(`/technologies/${slug}/retirement`, { text: "Replaced." })).toMatchObject(
    refusal("This is not possible in the stage “Rolling out”."),
  );
  expect((await pia.post(`/technologies/${slug}/retirement`, { text: "Replaced." })).status).toBe(403);
  expect((await ada.get("/technologies/nothing/retirement")).status).toBe(404);
});
