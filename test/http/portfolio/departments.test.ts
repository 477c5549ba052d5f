import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onDepartments } from "../../../src/application/on-departments.ts";
import { propose } from "../../../src/application/propose.ts";
import { aProposal, mustAccept } from "../../support/house.ts";
import { startSite, type Member, type Site } from "../../support/http.ts";

let site: Site;
let planner: Member;

const add = async (key: string, en: string, zh: string): Promise<void> => {
  const system = { actor: { id: "system", roles: [] }, role: "system" as const, commandId: randomUUID() };
  const command = { type: "AddDepartment", key, name: { en, zh } } as const;
  mustAccept(await handle(site.services, system, onDepartments(command)));
};

beforeAll(async () => {
  site = await startSite();
  planner = await site.signedIn("planner");
  const sponsor = (await site.add("planner")).id;
  await add("health", "Health", "卫生健康委");
  await add("transport", "Transport", "交通运输局");
  for (const [name, department] of [
    ["Bus arrival", "transport"],
    ["Permit reply", "health"],
  ] as const) {
    const asked = { actor: { id: planner.id, roles: ["planner"] }, role: "planner", commandId: randomUUID() } as const;
    const proposal = aProposal({ name, department, sponsor });
    mustAccept(await propose(site.services, { ...asked, proposal, predecessor: null }));
  }
}, 60_000);
afterAll(() => site.stop());

const names = (html: string): string[] =>
  [...html.matchAll(/<a class=name href="[^"]*">([^<]*)</g)].map(([, name]) => name ?? "");

test("a few departments stand in a list", async () => {
  const { html } = await planner.get("/technologies?department=health");
  expect(html).toContain('<option value="health" selected>Health<');
});

test("many are looked for by name, in simplified or traditional characters of any width: the page does not grow with them", async () => {
  for (let n = 1; n <= 45; n += 1) await add(`office-${n}`, `Office number ${n}`, `第${n}办公室`);
  const { html } = await planner.get("/technologies");
  expect(html).not.toContain("Office number 7");
  expect(html).toContain('data-pick="/technologies/compare/departments"');
  for (const q of ["交通", "交通運輸", "ｔｒａｎｓｐ"]) {
    const found = await planner.get(`/technologies/compare/departments?q=${encodeURIComponent(q)}`);
    expect(JSON.parse(found.html)).toEqual({ choices: [{ value: "transport", label: "Transport" }] });
  }
});

test("the one that is filtered by stands chosen, and is kept from page to page", async () => {
  const page = await planner.get("/technologies?department=transport");
  expect(names(page.html)).toEqual(["Bus arrival"]);
  expect(page.value("department")).toBe("transport");
});

test("without script, the button shows those that the text finds, and a text that finds one filters by it", async () => {
  const shown = await planner.get("/technologies?departmentFind=Office+number+4&find=department");
  expect(shown.html).toContain('<option value="office-44">Office number 44<');
  expect(names(shown.html)).toHaveLength(2);
  const filtered = await planner.get("/technologies?departmentFind=transp");
  expect(names(filtered.html)).toEqual(["Bus arrival"]);
  expect((await planner.get("/technologies?departmentFind=nowhere&find=department")).text).toContain("Nothing");
});
