import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let at: string;
const incidents = 61;

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await admitted(site, planner, await site.signedIn("approver"), "Incident prone")}`;
  const day = addDays(site.services.today(), -2);
  for (let n = 1; n <= incidents; n += 1) {
    const text = `Breakdown number ${n}.`;
    await planner.post(`${at}/incidents`, { severity: "3", day, time: "", text });
  }
  await planner.post(`${at}/incidents/i1/closing`, { text: "Cable." });
}, 120_000);
afterAll(() => site.stop());

/** Every page of a list, by its own links. */
async function walk(member: Member, first: string): Promise<readonly Page[]> {
  const pages = [await member.get(first)];
  while (pages.length < 20) {
    const [, next] = /<a href="([^"]*)" rel="next"/.exec(pages.at(-1)?.html ?? "") ?? [];
    if (next === undefined) return pages;
    pages.push(await member.get(next.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&")));
  }
  throw new Error(`${first} does not end`);
}

const inOrder = (pages: readonly Page[], what: RegExp): string[] =>
  pages.flatMap(({ html }) => [...html.matchAll(what)].map(([, id]) => id ?? ""));

test("incidents come fifty to a page, each once, open ones first, and the way back leads to the page before", async () => {
  const pages = await walk(planner, `${at}/incidents`);
  const ids = inOrder(pages, /<li id="(i\d+)"/g);
  expect(pages).toHaveLength(2);
  expect(ids).toHaveLength(incidents);
  expect(new Set(ids).size).toBe(incidents);
  expect(ids.at(-1)).toBe("i1");
  expect(pages[0]?.text).toContain(`50 of ${incidents}`);
  expect(pages[1]?.html).toContain(`<a href="${at}/incidents" rel="prev"`);
});

test("the texts that may be erased come page by page, each once", async () => {
  const administrator = await site.signedIn("administrator");
  const pages = await walk(administrator, `${at}/erasure`);
  const digests = inOrder(pages, /href="[^"]*\/erasure\/([0-9a-f]{64})"/g);
  expect(pages.length).toBeGreaterThan(1);
  expect(new Set(digests).size).toBe(digests.length);
  for (let n = 1; n <= incidents; n += 1)
    expect(pages.some(({ text }) => text.includes(`Breakdown number ${n}.`))).toBe(true);
  const last = digests.at(-1) ?? "";
  expect((await administrator.get(`${at}/erasure/${last}`)).text).toContain("Cable.");
  expect((await administrator.get(`${at}/erasure/${"0".repeat(64)}`)).status).toBe(404);
});

test("the history goes on where its page ended, and ends", async () => {
  const pages = await walk(planner, `${at}/history`);
  const positions = inOrder(pages, /href="\/ledger\/(\d+)"/g).map(Number);
  expect(positions).toEqual(positions.toSorted((a, b) => b - a));
  expect(new Set(positions).size).toBe(positions.length);
});
