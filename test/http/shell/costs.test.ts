import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { costs, createCosts, TooMuch } from "../../../src/http/middleware/costs.ts";
import type { Cost, Costs } from "../../../src/http/middleware/costs.ts";
import type { Route } from "../../../src/http/routes.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

const limit = { person: 1, all: 2, waiting: 1, about: 10, hourly: 3 };
const limits = Object.fromEntries(Object.keys(costs).map((cost) => [cost, limit])) as unknown as Record<
  Cost,
  typeof limit
>;
const many = Object.fromEntries(Object.keys(costs).map((cost) => [cost, { ...limit, hourly: 1000 }])) as typeof limits;

/** Whether a promise has an answer yet, after everything that could give it one has run. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol();
  for (let n = 0; n < 10; n += 1) await Promise.resolve();
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

describe("a turn", () => {
  const fresh = (): Costs => createCosts(() => 0, many);

  it("is had at once by each of two people, and waited for by the third until one is done", async () => {
    const taken = fresh();
    const done = await taken.take("verification", "ada");
    await taken.take("verification", "abel");
    const third = taken.take("verification", "anna");
    expect(await settled(third)).toBe(false);
    done();
    expect(await settled(third)).toBe(true);
  });

  it("for a second tab of one's own waits, for a third it is refused with when to come again", async () => {
    const taken = fresh();
    const done = await taken.take("export", "ada");
    const second = taken.take("export", "ada");
    expect(await settled(second)).toBe(false);
    await expect(taken.take("export", "ada")).rejects.toMatchObject({ cost: "export", after: 20 });
    await expect(taken.take("export", "ada")).rejects.toBeInstanceOf(TooMuch);
    done();
    expect(await settled(second)).toBe(true);
  });

  it("is not held up by somebody else's waiting tabs", async () => {
    const taken = fresh();
    await taken.take("replay", "ada");
    void taken.take("replay", "ada");
    expect(await settled(taken.take("replay", "abel"))).toBe(true);
  });

  it("is given back once, and not taken by whoever has gone", async () => {
    const taken = fresh();
    const done = await taken.take("weights", "ada");
    const gone = new AbortController();
    const left = taken.take("weights", "ada", gone.signal);
    gone.abort();
    await expect(left).rejects.toThrow("gone");
    done();
    done();
    const [one, other] = [taken.take("weights", "abel"), taken.take("weights", "anna")];
    expect([await settled(one), await settled(other)]).toEqual([true, true]);
    expect(await settled(taken.take("weights", "axel"))).toBe(false);
  });

  it("of one kind leaves the others free", async () => {
    const taken = fresh();
    await taken.take("upload", "ada");
    expect(await settled(taken.take("download", "ada"))).toBe(true);
  });

  it("is had so many times an hour, by each person for themselves", async () => {
    let now = 1000;
    const taken = createCosts(() => now, limits);
    const use = async (who: string): Promise<void> => (await taken.take("measurement", who))();
    for (let n = 0; n < 3; n += 1) await use("ada");
    now += 600_000;
    await expect(use("ada")).rejects.toMatchObject({ after: 3000 });
    await use("abel");
    now += 3_000_000;
    await use("ada");
  });
});

describe("what costs", () => {
  let site: Site;
  beforeAll(async () => void (site = await startSite()));
  afterAll(async () => site.stop());

  /** What makes the server work more than a page does; a route that is not among them has no such word in its name. */
  const expensive: Readonly<Record<string, Cost>> = {
    "post /technologies/:slug/evidence": "upload",
    "post /imports": "upload",
    "post /ledger/verification": "verification",
    "get /ledger/export.jsonl": "export",
    "get /ledger.csv": "export",
    "get /ledger.xlsx": "export",
    "get /portfolio/workbook.xlsx": "export",
    "post /technologies/:slug/evidence/:piece/measurement": "measurement",
    "get /technologies/:slug/gates/:gate": "sensitivity",
    "get /technologies/:slug/gates/:gate/dossier": "sensitivity",
    "get /technologies/:slug/gates/:gate/dossier.pdf": "document",
    "get /technologies/:slug/gates/:gate/dossier.docx": "document",
    "get /meeting-papers.pdf": "document",
    "get /meeting-papers.docx": "document",
    "get /technologies/:slug/looks/:position": "sensitivity",
    "get /decisions/:position": "sensitivity",
    "get /policy/simulator": "simulator",
    "post /policy/simulator/runs": "simulator",
    "post /policy/quality/runs": "simulator",
    "get /technologies/compare/weights": "weights",
    "get /decisions/:position/replay": "replay",
    "post /methods/:name": "method",
    "get /technologies/:slug/collections/:id/codes/:batch/cards": "document",
    "get /technologies/:slug/consultations/:id/codes/:batch": "document",
    "get /technologies/:slug/evidence/:piece/files/:digest": "download",
    "get /technologies/:slug/evidence/:piece/findings": "measurement",
    "get /technologies/:slug/evidence/:piece/findings.csv": "measurement",
    "get /technologies/:slug/evidence/:piece/findings.xlsx": "measurement",
  };

  it("has its limit at its route", () => {
    const list = site.app.locals["routes"] as readonly Route[];
    const limited = list.flatMap(({ method, path, cost }) => (cost === undefined ? [] : [[`${method} ${path}`, cost]]));
    const ownLimits = limited.filter(([, cost]) => cost !== "list");
    expect(Object.fromEntries(ownLimits)).toEqual(expensive);
  });

  it("is a list as a file wherever a page has one, as CSV and as a workbook", () => {
    const list = site.app.locals["routes"] as readonly Route[];
    const isFile = ({ path }: Route): boolean =>
      /\.(?:csv|xlsx)$/.test(path) && !/\/(?:findings|workbook)\./.test(path);
    const files = list.filter(isFile);
    expect(files.length).toBeGreaterThan(30);
    const lists = files.filter(({ method, path }) => expensive[`${method} ${path}`] === undefined);
    expect(lists.filter(({ cost }) => cost !== "list")).toEqual([]);
    const [csv, excel] = ["csv", "xlsx"].map((kind) =>
      files.flatMap(({ path }) => (path.endsWith(`.${kind}`) ? [path.slice(0, -kind.length - 1)] : [])),
    );
    expect(csv).toEqual(excel);
  });

  it("is refused in words, with when to try again, and what was typed is kept", async () => {
    const member = await site.signedIn("planner");
    const take = () => site.costs.take("method", member.id);
    const running = await take();
    const waiting = [take(), take(), take(), take()];
    const page = await member.post("/methods/wilson_interval", { successes: "7", n: "10", conf: "0.95" });
    expect(page.status).toBe(429);
    expect(page.headers["retry-after"]).toBe("10");
    expect(page.text).toContain("Too many calculations run from here at once");
    expect(page.text).toContain("Try again in 10 seconds. Nothing was changed. What you typed is kept.");
    const chinese = await member.post("/methods/wilson_interval", {}, { "Accept-Language": "zh-CN" });
    expect(chinese.text).toContain("请在 10 秒后再试。");
    const problem = await member.post("/methods/wilson_interval", {}, { Accept: "application/problem+json" });
    expect(JSON.parse(problem.html)).toMatchObject({ status: 429, cost: "method", retryAfter: 10 });
    const resume = /href="(\/drafts\/[^"]+)"/.exec(page.html)?.[1] ?? "";
    running();
    for (const one of waiting) (await one)();
    const { location } = await member.get(resume);
    expect((await member.get(location)).value("successes")).toBe("7");
    expect((await member.get("/work")).status).toBe(200);
  });

  it("does not slow a page that costs nothing, nor somebody else", async () => {
    const [greedy, other] = [await site.signedIn("auditor"), await site.signedIn("auditor")];
    const done = await site.costs.take("export", greedy.id);
    expect((await greedy.get("/ledger")).status).toBe(200);
    expect((await other.get("/ledger/export.jsonl")).status).toBe(200);
    done();
  });
});
