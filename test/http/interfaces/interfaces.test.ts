import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onDepartments } from "../../../src/application/on-departments.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { piloting } from "../evidence/support.ts";
import { withStandard } from "../../support/standards.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let planner: Member;
let auditor: Member;
const slugs: string[] = [];

beforeAll(async () => {
  site = await startSite();
  const administrator = await withDepartment(site);
  await withStandard(site.services, administrator.id, "city-api", ["1.0", "2.0"]);
  planner = await site.signedIn("planner");
  auditor = await site.signedIn("auditor");
  const approver = await site.signedIn("approver");
  for (const name of ["Permit register", "Address book", "Lone ledger"]) {
    slugs.push(await piloting(site, planner, approver, name));
  }
});
afterAll(() => site.stop());

const by = () => ({
  actor: { id: planner.id, roles: ["planner"] as const },
  role: "planner" as const,
  commandId: randomUUID(),
});

const row = { ...{ name: "Register", direction: "offers", kind: "service" }, data: "permits", audience: "residents" };

async function state(slug: string, ...interfaces: readonly object[]): Promise<void> {
  const { services } = site;
  const technology = services.views.portfolio.bySlug(slug)?.id ?? "";
  const answers = { exchanges: "yes", interfaces: interfaces.map((of) => ({ ...row, ...of })) };
  const command = { type: "StateSafeguard", kind: "interfaces", item: null, answers, submit: true } as const;
  const outcome = await handle(services, by(), onTechnology(technology, command));
  if (outcome.kind !== "accepted") throw new Error(JSON.stringify(outcome));
  await services.views.catchUp();
}

describe("the map of interfaces", () => {
  it("says what will stand there before anybody has stated one, and counts who stands alone all the same", async () => {
    const page = await auditor.get("/interfaces");
    expect(page.text).toContain("No interface is stated yet");
    expect(page.text).toContain("3 technologies in use share with nobody");
    expect(page.text).toContain("It has not stated its interfaces");
    expect(page.text).toContain("Nothing is offered twice to the same people");
    expect(page.html).not.toContain("/interfaces.csv");
  });

  it("draws who gives what to whom, with the same in a table, and names who shares with nobody and who could", async () => {
    const [permits = "", addresses = "", lone = ""] = slugs;
    await state(
      permits,
      { counterpart: addresses, standard: "city-api@2.0" },
      { counterpart: addresses, direction: "consumes", data: "addresses" },
    );
    await state(lone, { outside: "the province", data: "Permits, births" });
    const page = await auditor.get("/interfaces");
    expect(page.text).toContain("2 technologies share data with each other");
    expect(page.html).toMatch(
      /<svg class="c" [^>]*role="img" aria-label="[^"]*2 exchanges, 1 of them under no standard/,
    );
    expect(page.html.match(/class="c-edge" d="M0 \d+C/g)).toHaveLength(1);
    expect(page.html.match(/class="c-open" d="M0 \d+C/g)).toHaveLength(1);
    expect(page.text).toMatch(/Permit register Address book city-api 2\.0 handed in, not reviewed yet 1/);
    expect(page.text).toMatch(/Address book Permit register no standard/);
    expect(page.text).toContain("One technology in use shares with nobody");
    expect(page.text).toMatch(/Lone ledger \S+ Permit register works with the same data: Permits/);
    expect(page.text).toMatch(/permits, for residents, is offered by Lone ledger .* Permit register/i);
  });

  it("is filtered by department, and what nobody calls a department filters nothing", async () => {
    const command = { type: "AddDepartment", key: "parks", name: { en: "Parks", zh: "公园" } } as const;
    const submission = { actor: { id: "system", roles: [] }, role: "system", commandId: randomUUID() } as const;
    await handle(site.services, submission, onDepartments(command));
    await site.services.views.catchUp();
    const parks = await auditor.get("/interfaces?department=parks");
    expect(parks.text).toContain("What technologies of Parks offer to others");
    expect(parks.text).toContain("No exchange with another technology is stated here");
    expect(parks.text).toContain("No technology in use stands alone");
    expect((await auditor.get("/interfaces?department=nobody")).text).toContain("2 technologies share data");
    expect((await auditor.get("/interfaces?departmentFind=park")).text).toContain("What technologies of Parks");
  });

  it("is a table as a file, every interface a row, safe for spreadsheets", async () => {
    const { html } = await auditor.get("/interfaces.csv");
    const lines = html.replace("\ufeff", "").trimEnd().split("\r\n");
    expect(lines[0]).toBe(
      "Technology,Department,Interface,Offers or uses,How,Standard,Data,Other end,Its department,Serves,Statement",
    );
    expect(lines).toHaveLength(4);
    expect(lines.slice(1).toSorted()[0]).toMatch(
      /^Lone ledger,[^,]+,Register,offers,service,,"Permits, births",the province,,residents,/,
    );
    expect((await auditor.get("/interfaces.csv?department=parks")).html.trim().split("\r\n")).toHaveLength(1);
  });

  it("is open to everybody with a role, in Chinese too, and to nobody without", async () => {
    expect((await site.browser().get("/interfaces")).status).toBe(303);
    const chinese = await planner.get("/interfaces", { "Accept-Language": "zh-CN" });
    expect(chinese.text).toContain("2 项技术互相共享数据");
  });

  it("takes another technology from a list of those there are: the own one is not on it, an unknown one is named", async () => {
    const [permits = "", addresses = ""] = slugs;
    const at = `/technologies/${permits}/safeguards/g1/edit`;
    const typed = {
      ...{ "answers.exchanges": "yes", "answers.interfaces.0.name": "Births", intent: "submit" },
      ...{ "answers.interfaces.0.direction": "offers", "answers.interfaces.0.kind": "file" },
      ...{ "answers.interfaces.0.data": "births", "answers.interfaces.0.audience": "residents" },
    };
    const refused = await planner.post(at, { ...typed, "answers.interfaces.0.counterpart": "nowhere" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("There is no such technology.");
    expect(refused.html).toContain(`href="#answers-interfaces-0-counterpart"`);
    expect(refused.value("answers.interfaces.0.data")).toBe("births");
    expect(refused.html).toMatch(new RegExp(`<option value="${addresses}"[^>]*>Address book`));
    expect(refused.html).not.toContain(`<option value="${permits}"`);
    const search = (text: string) => planner.get(`/technologies/${permits}/safeguards/technologies?q=${text}`);
    expect((await search("address")).html).toContain(`{"value":"${addresses}","label":"Address book"}`);
    expect((await search("permit")).html).toBe('{"choices":[]}');
    const given = await planner.send(at, { ...typed, "answers.interfaces.0.counterpart": addresses });
    expect(given.status).toBe(200);
    const shown = await planner.get(`/technologies/${permits}/safeguards/g1`);
    expect(shown.html).toContain(`<a href="/technologies/${addresses}">Address book</a>`);
  });
});
