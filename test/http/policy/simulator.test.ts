import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typedAtFirst } from "../../../src/http/policy/form.ts";
import { startSite } from "../../support/http.ts";
import type { Fields, Member, Page, Site } from "../../support/http.ts";
import { admitted, typedPlan } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let administrator: Member;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  administrator = await site.signedIn("administrator");
  planner = await site.signedIn("planner");
});
afterAll(async () => site.stop());

const numbers = (changes: Fields = {}): Fields => ({
  ...typedAtFirst(site.services.views.policies.current()),
  ...changes,
});
const enough = {
  ...{ tier: "III", days: "90", looks: "1", drills: "3", loadHours: "40", loadRuns: "1", volumeRuns: "8" },
  ...{ respondents: "60", participants: "40", attemptsEach: "5", evaluators: "3", sites: "1" },
};
const asking = (more: Record<string, string> = {}): string =>
  `/policy/simulator?${new URLSearchParams({ ...enough, ...more }).toString()}`;
/** Where a link of the page leads. */
const linked = ({ html }: Page, from: string): string =>
  Array.from(html.matchAll(/href="([^"]+)"/g), ([, href = ""]) =>
    href.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&"),
  ).find((href) => href.startsWith(from)) ?? "";

describe("the policy simulator", () => {
  it("says in one sentence what passes, and what holds it back", async () => {
    const { text, status } = await planner.get(asking({ truth: "decent" }));
    expect(status).toBe(200);
    expect(text).toMatch(/With these samples this technology clears every floor in \d+ of 100 pilots/);
    expect(text).toContain("what holds it back most is");
    expect(text).toMatch(/Version 1\s*(· )?Impact tier III\s*Policy simulator/);
    expect((await site.browser().get("/policy/simulator")).status).toBe(303);
    expect((await planner.get(asking(), { "Accept-Language": "zh" })).text).toContain("政策模拟");
  });

  it("is one address, with everything that was asked", async () => {
    const page = await planner.get(asking({ truth: "decent", indicator: "sus" }));
    expect([page.value("days"), page.value("loadHours"), page.value("respondents")]).toEqual(["90", "40", "60"]);
    expect(page.text).toContain("SUS, all users: a true quality of 76 clears the floor");
  });

  it("names a sample that can never pass, and one under what the policy asks", async () => {
    const { text } = await planner.get(asking({ participants: "3" }));
    expect(text).toContain("less than the policy asks: unknown");
    expect(text).toContain("no pilot clears every floor ; what holds it back most is Task success");
  });

  it("takes a technology's own numbers", async () => {
    const own = {
      ...{ truth: "own", "own.availability": "99.99", "own.failedShare": "0.01", "own.withinShare": "99.9" },
      ...{ "own.headroom": "3", "own.volume": "2", "own.sus": "95", "own.taskSuccess": "99", "own.rubric": "5" },
    };
    const { text } = await planner.get(asking(own));
    expect(text).toMatch(/clears every floor in (more than 99|9\d) of 100 pilots|clears every floor in every pilot/);
  });

  it("judges recorded looks again when somebody asks", async () => {
    const page = await planner.get(asking());
    expect(page.text).toContain("Show the recorded reviews");
    expect((await planner.get(linked(page, "/policy/simulator?"))).status).toBe(200);
    expect((await planner.get(asking({ replay: "newest" }))).text).toContain("No review has been made yet");
  });

  it("keeps what was typed wrongly and says what is wrong where", async () => {
    const page = await planner.get(asking({ days: "many", "own.sus": "200", truth: "own" }));
    expect(page.status).toBe(422);
    expect(page.value("days")).toBe("many");
    expect(page.text).toContain("Days of the pilot: Enter a number");
    expect(page.html).toContain('href="#days"');
    expect(page.html).toContain('href="#own-sus"');
    expect(page.html).toMatch(/<details[^>]* open/);
  });

  it("knows no policy that is not there, and no draft of somebody else", async () => {
    expect((await planner.get("/policy/simulator?policy=99")).status).toBe(404);
    const to = await administrator.post("/policy/simulator/drafts", numbers());
    const draft = to.location;
    expect((await administrator.get(draft)).status).toBe(200);
    expect((await planner.get(draft)).status).toBe(404);
  });
});

describe("a draft of the next version", () => {
  it("is tried with what was typed, and the form takes it up again", async () => {
    const typed = numbers({ "indicators.sus.floor": "90", passMark: "71" });
    const { location } = await administrator.post("/policy/simulator/drafts", typed);
    const page = await administrator.get(location);
    expect(page.text).toContain("Draft of version 2");
    expect(page.text).toContain("SUS, all users at least 90");
    const back = linked(page, "/policy/new?draft=");
    const form = await administrator.get(back);
    expect(form.value("passMark")).toBe("71");
    expect(form.value("indicators.sus.floor")).toBe("90");
  });

  it("with a fault stays in its form, which says where", async () => {
    const page = await administrator.post("/policy/simulator/drafts", numbers({ confidence: "2", passMark: "73" }));
    expect(page.status).toBe(422);
    expect(page.value("passMark")).toBe("73");
    expect(page.html).toContain('href="#confidence"');
    expect((await planner.post("/policy/simulator/drafts", numbers())).status).toBe(403);
  });
});

describe("a plan that is being made", () => {
  it("goes to the simulator with its numbers, and comes back with everything typed", async () => {
    const approver = await site.signedIn("approver");
    const at = `/technologies/${await admitted(site, planner, approver, "Try me")}`;
    const typed = {
      ...typedPlan(site, { days: "77", exit: "Switch it off on Friday" }),
      "indicators.task-success.floor": "80",
      "indicators.task-success.minimumSample": "50",
      "indicators.sus.excluded": "yes",
      intent: "simulate",
    };
    const { location } = await planner.post(`${at}/plan`, typed);
    expect(location).toContain("/policy/simulator?");
    const page = await planner.get(location);
    expect(page.value("days")).toBe("77");
    expect(page.text).toContain("Task success at least 80");
    expect(page.text).not.toContain("SUS, all users at least 68");
    // The plan asks for more people than the policy does: these are what it collects.
    expect(page.value("participants")).toBe("50");
    expect(page.text).not.toContain("less than the policy asks");
    expect(linked(page, "/policy/simulator?")).toContain("plan=");
    const back = linked(page, `${at}/plan/new?draft=`);
    expect((await planner.get(back)).value("exit")).toBe("Switch it off on Friday");
    expect((await administrator.get(location)).text).not.toContain("Task success at least 80");
    expect((await planner.get("/work")).text).toContain("Pilot plan: Try me");
    const lock = await planner.get(`${at}/plan/new`);
    const sent = { commandId: lock.value("commandId"), version: lock.value("version") };
    const locked = await planner.post(`${at}/plan`, typedPlan(site, sent));
    expect(locked.location).toBe(`${at}/plan`);
    expect((await planner.get("/work")).text).not.toContain("Pilot plan: Try me");
  });
});

describe("whole pilots", () => {
  const few = asking({ loadHours: "0.1", days: "1" });

  it("are simulated when somebody asks, on a thread of their own, and the page says how far they are", async () => {
    const before = await planner.get(few);
    expect(before.text).toMatch(/Simulate 1\s000 whole pilots/);
    const hidden = Object.fromEntries(new URLSearchParams(few.slice(few.indexOf("?"))));
    const { location, status } = await planner.post("/policy/simulator/runs", hidden);
    expect(status).toBe(303);
    expect(location).toContain("#simulated");
    const page = await planner.get(location);
    expect(page.text).toMatch(/Running: \d+ of 1.000 pilots|Waiting/);
    expect(page.html).toContain("data-progress");
    // Whoever asks the same finds the same; the server's own work goes on.
    await administrator.post("/policy/simulator/runs", hidden);
    expect((await administrator.get(location)).text).toMatch(/Running: /);
  });
});
