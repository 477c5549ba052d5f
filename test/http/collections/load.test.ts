import { afterAll, beforeAll, expect, it } from "vitest";
import { hashOfCode } from "../../../src/authority/collection-codes.ts";
import { databaseOf } from "../../support/database.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";
import { piloting } from "../evidence/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { liked, opened, openDoor } from "./support.ts";

let site: Site;

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  await openDoor(site);
});
afterAll(() => site.stop());

it("twenty thousand answers leave pages and the next answer as they were: none of them is read", async () => {
  const planner = await site.signedIn("planner");
  const slug = await piloting(site, planner, await site.signedIn("approver"), "Tram doors");
  const collection = await opened(site, planner, slug, { way: "link", most: "20000" });
  const path = /\/q\/[0-9A-Z]{12}/.exec((await planner.get(collection)).html)?.[0] ?? "";
  const database = databaseOf(site.services);
  const { technology = "" } = (await site.services.collected.find(hashOfCode(path.slice("/q/".length)))) ?? {};
  const row = database.prepare(
    `INSERT INTO collection_answer (id, technology, collection, sending, arrived, language, content, doubts, incomplete)
     VALUES (?, ?, 'c1', ?, ?, 'en', ?, '', 0)`,
  );
  const now = Math.floor(Date.now() / 1000);
  const content = JSON.stringify({ kind: "scale", steps: [5, 1, 5, 1, 5, 1, 5, 1, 4, 2] });
  database.transaction(() => {
    for (let at = 0; at < 19_990; at += 1) row.run(`answer ${at}`, technology, `sending ${at}`, now, content);
    database.exec("UPDATE collection_run SET finished = 19990");
  })();
  const shown = await planner.get(collection);
  expect(shown.text).toContain("19,990 finished".replace(",", " "));
  const stranger = site.browser();
  expect((await stranger.post(path, { ...liked(), device: "d", go: "send" })).status).toBe(303);
  // What an answer and a page ask the tables is found by an index, or is one row: nothing walks the answers.
  const plans = [
    "SELECT id FROM collection_answer WHERE technology = ? AND collection = ? AND device = ?",
    "SELECT id FROM collection_answer WHERE technology = ? AND collection = ? AND arrived = ?",
    "SELECT id FROM collection_answer WHERE technology = ? AND collection = ? AND sending = ?",
  ].map((query) => database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`).all("t", "c1", "x"));
  for (const plan of plans)
    expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH .*\(technology=\? AND collection=\? AND \w+=\?\)/);
  const closed = await planner.send(`${collection}/closing`, { reason: "All came at once." });
  expect(closed.text).toContain("Its answers are evidence now");
  const state = await site.services.views.technologyState(technology);
  expect(state?.evidence).toMatchObject([{ rows: 19_991, statistics: { n: 19_991 } }]);
}, 60_000);
