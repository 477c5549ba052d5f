import { afterEach, beforeEach, expect, test } from "vitest";
import { depsOf } from "../../../src/app.ts";
import { publishDefaultPolicy } from "../../../src/application/default-policy.ts";
import { mailOnce } from "../../../src/application/mails/mailer.ts";
import type { Letter, Postman } from "../../../src/application/mails/smtp.ts";
import { usualPreferences } from "../../../src/domain/mails/preferences.ts";
import { mailWords } from "../../../src/http/mails/mail-words.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { at, recorded, withClocks } from "../../domain/technology/incident-stories.ts";
import { firstWave } from "../../domain/technology/rollout-stories.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { happened, piloting, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { told } from "../../support/told.ts";

const clock = new HandClock();
let site: Site;
let [pia, ada, eva]: Member[] = [];
let letters: Letter[];

const postman: Postman = {
  send: async (letter, handOver) => {
    if (!(await handOver())) return { is: "lost" };
    letters.push(letter);
    return { is: "sent" };
  },
};

async function look(owner = "node"): Promise<void> {
  const words = mailWords(depsOf(site.services, site.services.config), "https://touchstone.example.org");
  await mailOnce(site.services, { words, postman, owner });
}

/** Who got one, and its subject, since the last time this was asked. */
function arrived(): string[] {
  const all = letters.map(({ to, subject }) => `${to.replace(/-.*/, "")}: ${subject}`);
  letters = [];
  return all.toSorted();
}

beforeEach(async () => {
  letters = [];
  clock.instant = at(45, "10:00");
  site = await startSite({}, clock, (services) => publishDefaultPolicy(services, withClocks("state-organ")));
  [pia, ada, eva] = [await site.signedIn("planner"), await site.signedIn("approver"), await site.signedIn("evaluator")];
  for (const { id } of [pia, ada, eva] as Member[])
    await site.services.mailReaders.save(id, { ...usualPreferences, digest: false });
});
afterEach(() => site.stop());

const tell = (story: readonly Happened[]) => told(site, { pia: pia!, ada: ada!, eva: eva! }, story);

test("a clock from three quarters of its term on, to whom it has reached, and once", async () => {
  const { slug } = await tell([...piloting(), recorded(2, at(45, "10:00"))]);
  clock.instant = at(45, "11:29:59");
  await look();
  expect(arrived()).toEqual([]);
  clock.instant = at(45, "11:30");
  await Promise.all([look("one"), look("two")]);
  const [letter] = letters;
  expect(letter?.text).toContain(`https://touchstone.example.org/technologies/${slug}/`);
  expect(letter?.text).toContain("Why you: you proposed this technology.");
  expect(letter?.text, "no words that only some may read").not.toContain("it stood still");
  expect(arrived()).toEqual([expect.stringMatching(/^planner: Touchstone: Queue forecast – .*First report/)]);
  clock.instant = at(45, "11:45");
  await look();
  expect(arrived().filter((to) => to.startsWith("planner"))).toEqual([]);
});

const heldBy = (kind: "guard" | "person", n: number): Happened =>
  kind === "person"
    ? happened("RolloutHeld", { cause: { kind }, text: text("complaints") }, "pia", n)
    : happened("RolloutHeld", { cause: { kind, wave: 1, indicator: "failed-share" }, text: null }, "system", n);

test.each([
  ["guard", "A guard was breached"],
  ["person", "Somebody held it"],
] as const)(
  "a rollout held by a %s: to whoever may release it and whoever answers for it, once",
  async (kind, cause) => {
    await tell([...firstWave(), heldBy(kind, 46)]);
    clock.day(46);
    await Promise.all([look("one"), look("two")]);
    for (const letter of letters) {
      expect(letter.text).toContain(`${cause} · The rollout is held; an approver resumes it or rolls it back`);
      expect(letter.text).not.toContain("complaints");
    }
    expect(letters.find(({ to }) => to === ada?.email)?.text).toContain("Why you: you hold the role Approver");
    expect(letters.find(({ to }) => to === pia?.email)?.text).toContain("Why you: you proposed this technology.");
    expect(arrived().map((line) => line.split(":")[0])).toEqual(["approver", "planner"]);
    clock.day(47);
    await look();
    expect(arrived()).toEqual([]);
  },
);

test("one that was resumed and is held anew is news", async () => {
  const anew = [...firstWave(), heldBy("person", 46)];
  const { id } = await tell(anew);
  clock.day(46);
  await look();
  expect(arrived()).toHaveLength(2);
  const more = [happened("RolloutResumed", { text: text("sorted out") }, "ada", 47), heldBy("guard", 48)];
  for (const [at, { event, time }] of more.entries())
    await site.services.ledger.append({
      stream: `technology-${id}`,
      expectedVersion: anew.length + at,
      events: [{ ...event, payload: JSON.parse(JSON.stringify(event.payload)) as JsonObject }],
      actor: ada!.id,
      role: "approver",
      time,
      commandId: `anew-${at}`,
      commandDigest: "0".repeat(64),
    });
  clock.day(48);
  await look();
  expect(arrived().map((line) => line.split(":")[0])).toEqual(["approver", "planner"]);
});
