import { afterAll, beforeAll, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { carriedOut, planOf } from "./support.ts";

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await withDepartment(site);
});
afterAll(() => site.stop());

const staff = [
  "Full name,E-mail,Role,Department",
  "Wei Lan,wei.lan@example.org,planner,Transport",
  "Ana Sol,ana.sol@example.org,Evaluator,transport",
  "No Address,nowhere,planner,transport",
  "Wei Again,WEI.LAN@example.org,planner,transport",
  "",
].join("\n");

it("adds people with links to choose passwords, and nothing of them comes onto the ledger", async () => {
  const at = await planOf(administrator, staff, { "columns.name": "Full name" }, "people");
  const page = await administrator.get(at);
  expect(page.text).toContain("This is no e-mail address.");
  expect(page.text).toContain("The same identifier stands in row 2 already.");
  expect((await carriedOut(administrator, at, "good")).text).toContain("Rows written: 2 of 2");
  const links = await administrator.post(`${at}/links`);
  expect(links.status).toBe(200);
  expect(links.text).toContain("2 links, valid until");
  const [, token = ""] = /\/link\/([\w-]+)/.exec(links.html) ?? [];
  expect((await site.browser().get(`/link/${token}`)).status).toBe(200);
  expect(links.headers["cache-control"]).toContain("no-store");
  const entries = await site.services.ledger.readAll(0, 1000);
  expect(JSON.stringify(entries)).not.toMatch(/wei\.lan|Wei Lan|Ana Sol/i);
  const person = await site.accounts.identities.byEmail("ana.sol@example.org");
  expect(site.services.views.people.of(person?.person ?? "")).toMatchObject({
    roles: ["evaluator"],
    department: "transport",
  });
  const again = await administrator.get(await planOf(administrator, staff, { "columns.name": "Full name" }, "people"));
  expect(again.text).toContain("Nothing would be written");
});

it("adds departments once, and renames one that the file calls otherwise", async () => {
  const list =
    "Code,Agency,中文名称\nWater,Water Works,水务局\nWATER,Water Works,水务局\ntransport,Transport and Roads,交通局\n";
  const said = { "columns.key": "Code", "columns.en": "Agency", "columns.zh": "中文名称" };
  const at = await planOf(administrator, list, said, "departments");
  expect((await administrator.get(at)).text).toContain("1 new, 1 changed and 1 as it is");
  await carriedOut(administrator, at);
  const { departments } = site.services.views;
  expect(departments.all().map(({ key, name }) => `${key} ${name.en}`)).toEqual(
    expect.arrayContaining(["water Water Works", "transport Transport and Roads"]),
  );
  expect((await administrator.get(await planOf(administrator, list, said, "departments"))).text).toContain(
    "Nothing would be written",
  );
});
