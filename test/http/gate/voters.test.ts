import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { gatePath, proposed, vote } from "./support.ts";

let site: Site;
let slug: string;
let [first, last]: Member[] = [];
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  const planner = await site.signedIn("planner");
  first = await site.signedIn("approver");
  for (let n = 0; n < 13; n += 1) await site.add("approver");
  last = await site.signedIn("approver");
  slug = await proposed(site, planner, "Many voters");
});
afterAll(() => site.stop());

const rowsOf = (text: string): number => text.match(/Person Number \d+( \(you\))? not yet/g)?.length ?? 0;

test("of many who may vote twelve are named, the reader among them, and the rest are a number", async () => {
  const { text } = await last!.get(gatePath(slug));
  expect(text).toMatch(/Person Number 17 \(you\) not yet Person Number 3 not yet/);
  expect(rowsOf(text)).toBe(12);
  expect(text).toContain("3 more who may vote not yet");
  expect(text).toContain("2 of the 15 who may vote.");
});

test("whoever voted is named with the vote, and is none of the rest", async () => {
  await vote(first!, slug, { option: "approve" });
  const { text } = await last!.get(gatePath(slug));
  expect(text).toMatch(/Person Number 3 It is worth it\. [^A]* Approve/);
  expect(rowsOf(text)).toBe(12);
  expect(text).toContain("2 more who may vote not yet");
  const sheet = await last!.get(`${gatePath(slug)}/dossier`);
  expect(sheet.text).toContain("2 more who may vote");
  expect(sheet.text).not.toContain("unknown");
});
