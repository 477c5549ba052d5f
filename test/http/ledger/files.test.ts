import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { rowsOfCsv } from "../../support/sheet.ts";

let site: Site;
let planner: Member;
let auditor: Member;
beforeAll(async () => {
  site = await startSite();
  planner = await site.signedIn("planner");
  auditor = await site.signedIn("auditor");
  await site.add("evaluator");
});
afterAll(() => site.stop());

const rows = async (reader: Member, address: string): Promise<readonly string[][]> =>
  rowsOfCsv((await reader.get(address)).html).slice(1);

it("the ledger's file holds every entry once, newest first, as its page tells it", async () => {
  const { position } = await site.services.ledger.head();
  expect(position).toBeGreaterThan(3);
  const lines = await rows(auditor, "/ledger.csv");
  expect(lines.map(([number]) => Number(number))).toEqual(Array.from({ length: position }, (_, at) => position - at));
  const page = await auditor.get("/ledger");
  for (const [, , subject = "", sentence = ""] of lines) expect(page.text).toContain(`${subject} · ${sentence}`);
});

it("with the filter of the page, and nothing that the page would not tell", async () => {
  const own = await rows(auditor, `/ledger.csv?person=${planner.id}`);
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan((await site.services.ledger.head()).position);
  expect((await auditor.get(`/ledger?person=${planner.id}`)).html).toContain(`/ledger.xlsx?person&#x3D;${planner.id}`);
  // Who did what is for those who look after the house; the page says so, the file is not there.
  const foreign = await planner.get(`/ledger.csv?person=${auditor.id}`);
  expect(foreign.status).toBe(400);
  expect(foreign.html).not.toContain("PersonAdded");
});

it("people go out with roles and access, to those who may see the page alone", async () => {
  const lines = await rows(auditor, "/people.csv");
  expect(lines).toHaveLength(3);
  expect(lines.find(([, email]) => email === planner.email)).toMatchObject([
    expect.stringContaining("Person Number") as string,
    planner.email,
    "Planner",
    "",
    "May sign in",
  ]);
  expect(await rows(auditor, "/people.csv?role=evaluator")).toHaveLength(1);
  expect((await auditor.get("/people?role=evaluator")).html).toContain("/people.csv?role&#x3D;evaluator");
  expect((await planner.get("/people.csv")).status).toBe(403);
});
