import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { day, piloting } from "../../support/technology.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const clock = new HandClock();
let site: Site;
let planner: Member;
let evaluator: Member;
let at: string;
let slug: string;

beforeAll(async () => {
  site = await startSite({}, clock);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  slug = await proposed(site, planner, "Queue forecast", { tier: "I" });
  at = `/technologies/${slug}`;
});
afterAll(() => site.stop());

const row = (i: number, [name, part, from, to, budget]: readonly [string, string, string, string, string]) => ({
  [`packages.${i}.package`]: "",
  [`packages.${i}.name`]: name,
  [`packages.${i}.part`]: part,
  [`packages.${i}.startsOn`]: from,
  [`packages.${i}.endsOn`]: to,
  [`packages.${i}.budget`]: budget,
});
const plan = {
  estimate: "typical",
  ...row(0, ["Trial at two counters", "pilot", day(1), day(10), "100,000"]),
  ...row(1, ["Twenty counters", "rollout", day(50), day(89), "60000"]),
  ...row(2, ["", "pilot", "", "", ""]),
};

/** From the proposal to an open pilot. */
async function untilPilot(): Promise<void> {
  const { ledger, views } = site.services;
  const stream = technologies.nameOf(views.portfolio.bySlug(slug)?.id ?? "");
  for (const { event, actor, role, time } of piloting().slice(1)) {
    const payload = JSON.parse(JSON.stringify(event.payload).replaceAll('"pia"', `"${planner.id}"`)) as JsonObject;
    const events = [{ type: event.type, schema: event.schema, payload }];
    const { length } = await ledger.readStream(stream);
    const command = { commandId: randomUUID(), commandDigest: "0".repeat(64) };
    const by = { actor: actor === "pia" ? planner.id : actor, role: role ?? "planner" };
    await ledger.append({ stream, expectedVersion: length, events, ...by, time, ...command });
  }
  await views.catchUp();
  clock.day(12);
}

describe("cost and schedule", () => {
  it("are planned part by part, a row left empty is none, and nothing typed is lost", async () => {
    expect((await evaluator.get(`${at}/costs`)).text).toContain("No plan of cost and schedule");
    expect((await evaluator.get(`${at}/costs/plan`)).status).toBe(403);
    const wrong = await planner.post(`${at}/costs/plan`, { ...plan, "packages.0.endsOn": day(0) });
    expect(wrong.status).toBe(409);
    expect(wrong.value("packages.0.name")).toBe("Trial at two counters");
    const bad = await planner.post(`${at}/costs/plan`, { ...plan, "packages.0.budget": "a lot" });
    expect(bad.status).toBe(422);
    expect(bad.value("packages.0.budget")).toBe("a lot");
    const done = await planner.send(`${at}/costs/plan`, plan);
    expect(done.text).toMatch(/Planned for 160.000 EUR; nothing is reported yet\./);
    expect(done.html).toContain('<svg class="c"');
  });

  it("are reported, with figures, a picture, what is unknown and why", async () => {
    await untilPilot();
    const lines = {
      asOf: day(12),
      "lines.0.package": "w1",
      "lines.0.done": "80",
      "lines.0.spent": "100000",
      "lines.1.package": "w2",
      "lines.1.done": "0",
      "lines.1.spent": "0",
    };
    const forged = await planner.post(`${at}/costs/report`, { ...lines, "lines.1.package": "w1" });
    expect(forged.status).toBe(409);
    expect(forged.value("lines.0.done")).toBe("80");
    expect((await evaluator.post(`${at}/costs/report`, lines)).status).toBe(403);
    const done = await planner.send(`${at}/costs/report`, lines);
    expect(done.text).toContain("cost index 0.80, schedule index 0.80, 4 days late");
    expect(done.text).toContain("Under its limit: cost and schedule.");
    expect(done.text).toContain("unknown: nothing was planned to be done by then");
    expect(done.text).toMatch(/about 200.000/);
    expect((await planner.get(`${at}/costs.csv`)).html).toContain("Trial at two counters");
  });

  it("keep the plan before an amendment on the page, with its reason", async () => {
    const again = {
      ...plan,
      "packages.0.package": "w1",
      "packages.1.package": "w2",
      "packages.0.budget": "130000",
    };
    expect((await planner.post(`${at}/costs/plan`, again)).text).toContain("Fill in this answer.");
    const done = await planner.send(`${at}/costs/plan`, { ...again, reason: "A third counter was needed" });
    expect(done.text).toMatch(/160.000 became 190.000\. Changed: w1\./);
    expect(done.text).toContain("A third counter was needed");
    expect(done.text).toContain("Plan 1 of");
  });
});
