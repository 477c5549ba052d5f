import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attachEvidence } from "../../../src/application/attach-evidence.ts";
import { gateView } from "../../../src/application/gate.ts";
import { cast } from "../../../src/demo/cast.ts";
import { jobs, samples } from "../../../src/demo/jobs.ts";
import { scenesNamed, startDemo, type DemoSite } from "../../support/demo.ts";
import { browser, startSite } from "../../support/http.ts";

const names = [...new Set(jobs.flatMap(({ steps }) => steps.map(({ technology }) => technology)))];
let site: DemoSite;
beforeAll(async () => {
  site = await startDemo(scenesNamed(...names));
}, 120_000);
afterAll(() => site.stop());

const stepsOf = async (key: string): Promise<readonly boolean[]> =>
  (await site.services.demonstration?.jobs())?.find((job) => job.key === key)?.steps.map(({ done }) => done) ?? [];

describe("choosing a person", () => {
  test("everybody is offered with role, department and what they have to do, in both languages", async () => {
    const visitor = browser(site.app);
    const { text } = await visitor.get("/sign-in");
    for (const { name } of cast) expect(text).toContain(name.en);
    expect(text).toContain("Qi Wenshu Planner · Transport Has to bring the missing evidence");
    const chinese = await visitor.get("/sign-in", { "Accept-Language": "zh-CN" });
    expect(chinese.text).toContain("选择一个人物");
    expect(chinese.text).toContain("规划人 · 交通运输局");
    expect(text.match(/Member of the expert committee/g)?.length).toBeGreaterThanOrEqual(2);
    expect(chinese.text).toContain("专家委员");
  });

  test("one click is enough, leads to where one wanted to go, and another click makes one somebody else", async () => {
    const visitor = browser(site.app);
    const entered = await visitor.post("/sign-in/as", { login: "evaluator", next: "/work" });
    expect(entered).toMatchObject({ status: 303, location: "/work" });
    expect((await visitor.get("/work")).text).toContain("Shen Shiyan");
    await visitor.post("/sign-in/as", { login: "approver", next: "//elsewhere.example" });
    expect((await visitor.get("/work")).text).toContain("Huo Yuanzhou");
  });

  test.each(["", "nobody", "administrator@demo.invalid"])(
    "nobody is anybody who is not of the cast: “%s”",
    async (login) => {
      const visitor = browser(site.app);
      expect((await visitor.post("/sign-in/as", { login })).status).toBe(404);
      expect((await visitor.get("/work")).status).not.toBe(200);
    },
  );

  test("where real data are kept there is neither list nor tour, and its address lets nobody in", async () => {
    const real = await startSite();
    try {
      const visitor = browser(real.app);
      expect((await visitor.get("/sign-in")).text).not.toContain("Choose a person");
      for (const login of cast.map((one) => one.login))
        expect((await visitor.post("/sign-in/as", { login, next: "/work" })).status).toBe(404);
      expect((await visitor.get("/demo")).status).toBe(404);
      expect((await visitor.get("/work")).status).not.toBe(200);
      const planner = await real.signedIn("planner");
      expect((await planner.get("/demo/files/feeder-load.jtl")).status).toBe(404);
      expect((await planner.get("/work")).html).not.toContain('href="/demo"');
    } finally {
      await real.stop();
    }
  }, 30_000);
});

describe("the tour", () => {
  test("every step leads to a page that its person can open, and begins undone", async () => {
    for (const { key, login, steps } of (await site.services.demonstration?.jobs()) ?? []) {
      const person = await site.as(login);
      expect(steps).toHaveLength(jobs.find((job) => job.key === key)!.steps.length);
      for (const { href, done } of steps)
        expect([href, (await person.get(href)).status, done]).toEqual([href, 200, false]);
    }
    const { text } = await (await site.as("planner2", "zh-CN")).get("/demo");
    expect(text).toContain("您现在是 Qi Wenshu");
    expect(text).toContain("已完成 0 项，共 5 项");
  });

  test("the sample files are downloaded, attached, measured, and tick their steps off", async () => {
    const planner = await site.as("planner2");
    const person = site.services.demonstration!.people.find(({ login }) => login === "planner2")!.person;
    const folder = mkdtempSync(join(tmpdir(), "touchstone-samples-"));
    for (const { technology, sample } of samples) {
      const page = await planner.get(`/demo/files/${sample.file}`);
      expect(page.headers["content-disposition"]).toContain(sample.file);
      const path = join(folder, sample.file);
      writeFileSync(path, [...(await site.services.demonstration!.sample(sample.file))!].join(""));
      const row = site.services.views.portfolio.page({ sort: "name", search: technology, limit: 1 }).rows[0]!;
      const outcome = await attachEvidence(site.services, {
        actor: { id: person, roles: ["planner"] },
        role: "planner",
        commandId: randomUUID(),
        technology: row.id,
        files: [{ path }],
        title: { text: sample.file },
      });
      expect(outcome).toMatchObject({ kind: "accepted" });
      await site.services.views.catchUp();
    }
    rmSync(folder, { recursive: true });
    expect(await stepsOf("planner")).toEqual([true, true, true, true, false]);
  });

  test("with them the completion gate misses nothing, and the open verdict of the signals passes on its day", async () => {
    const planner = await site.as("planner2");
    const lamps = site.services.views.portfolio.page({ sort: "name", search: "Street-light", limit: 1 }).rows[0]!;
    const completion = await gateView(site.services, lamps.id, "completion");
    expect(completion?.conditions.find(({ key }) => key === "plan-evidence-complete")?.status).toBe("met");
    const gate = (await planner.get("/technologies/traffic-signal-priority/gates/rollout")).text;
    expect(gate).toContain("not for decision");
    await planner.post("/demo/clock", { days: "7", back: "/demo" });
    const row = site.services.views.portfolio.page({ sort: "name", search: "Traffic signal", limit: 1 }).rows[0]!;
    const state = await site.services.views.technologyState(row.id);
    expect(state?.looks.map(({ verdict }) => verdict.outcome)).toEqual(["pass"]);
    expect(await stepsOf("planner")).toEqual([true, true, true, true, true]);
  });

  test("a sample that is none is not found", async () => {
    expect((await (await site.as("planner2")).get("/demo/files/passwd")).status).toBe(404);
  });
});
