import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Job } from "../../../src/application/simulation/jobs.ts";
import { nothingYet } from "../../../src/domain/simulation/tally.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";

let site: Site;
let reader: Member;
beforeAll(async () => {
  site = await startSite();
  reader = await site.signedIn("approver");
});
afterAll(() => site.stop());

describe("how well the gate decides", () => {
  it("is not said before it was simulated, and can be asked for", async () => {
    const page = await reader.get("/policy/quality");
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/0 of 36 rows are there/);
    expect(page.html).toContain('action="/policy/quality/runs"');
    expect((await site.browser().get("/policy/quality")).status).toBe(303);
    expect((await reader.get("/policy/quality?policy=7")).status).toBe(404);
  });

  it("is shown by tier and truth, with its Monte Carlo error, once it is there", async () => {
    const { gateQualities, views } = site.services;
    const policy = views.policies.current();
    const keep = views.simulated.keep.bind(views.simulated);
    const asked: string[] = [];
    const { simulations } = site.services;
    // Nothing is simulated here: what is asked for is answered as if it had been.
    const tally = (pass: number, fail: number) => ({
      ...nothingYet,
      pilots: 300,
      outcomes: { pass, fail, "not-enough-evidence": 300 - pass - fail },
    });
    Object.assign(simulations, {
      ask: (key: string, job: Job) => {
        asked.push(key);
        const good = job.design.truth.sus > 70 && job.design.truth.taskSuccess > 0.91 && asked.length <= 4;
        keep(
          key,
          JSON.stringify({ kind: "pilots", tallies: { calm: tally(good ? 291 : 6, 0), rough: tally(270, 3) } }),
        );
        return true;
      },
    });
    gateQualities.make(policy);
    expect(asked.length).toBe(36);
    const { text, html } = await reader.get("/policy/quality");
    expect(text).not.toContain("rows are there");
    expect(text).toContain("a good technology passes in at least 90.0 % of pilots and is failed in at most 1.0 %");
    expect(text).toContain("97.0 % ± 1.0");
    expect(text).toContain("At its floor: SUS, all users, at least 60");
    expect(html).toContain("gate-quality-policy-1.csv");
    const chinese = (await reader.get("/policy/quality", { "Accept-Language": "zh" })).text;
    expect(chinese).toContain("良好的技术 至少有 90.0% 的试点通过");
    gateQualities.make(policy);
    expect(asked.length).toBe(36);
  });

  it("is gone with the read models, and made again", async () => {
    await site.services.views.rebuild();
    expect((await reader.get("/policy/quality")).text).toMatch(/0 of 36 rows are there/);
  });
});
