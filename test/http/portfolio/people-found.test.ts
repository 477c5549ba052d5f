import { afterAll, beforeAll, expect, it } from "vitest";
import { addPerson } from "../../../src/application/people/add-person.ts";
import { mustAccept } from "../../support/house.ts";
import { startSite, type Member, type Site } from "../../support/http.ts";
import { randomUUID } from "node:crypto";
import { handle } from "../../../src/application/handle.ts";
import { onPerson } from "../../../src/application/on-person.ts";
import type { Role } from "../../../src/domain/people/roles.ts";

let site: Site;
let planner: Member;
let auditor: Member;
const ids = new Map<string, string>();
const system = () => ({ actor: { id: "system", roles: [] }, role: "system" as const, commandId: randomUUID() });

async function join(name: string, roles: readonly Role[]): Promise<void> {
  const email = `${ids.size}-found@example.org`;
  const added = await addPerson(site.services, { ...system(), name, email, roles, department: null });
  if ("kind" in added) throw new Error(added.kind);
  mustAccept(added.outcome);
  ids.set(name, added.person);
}

beforeAll(async () => {
  site = await startSite();
  [planner, auditor] = [await site.signedIn("planner"), await site.signedIn("auditor")];
  await join("Ottilie Quast", ["approver"]);
  await join("欧阳秋实", ["evaluator"]);
  await join("Gone Quastner", ["planner"]);
  await join("Roleless Quast", []);
  mustAccept(
    await handle(site.services, system(), onPerson(ids.get("Gone Quastner") ?? "", { type: "DisablePerson" })),
  );
  await site.services.views.catchUp();
}, 60_000);
afterAll(() => site.stop());

const found = async (reader: Member, q: string) => reader.get(`/technologies?q=${encodeURIComponent(q)}`);

it("finds who works here for everybody, with their role and no way to a page that is not for the reader", async () => {
  const page = await found(planner, "quast");
  expect(page.text).toContain("Ottilie Quast Approver");
  expect(page.text).not.toMatch(/Gone Quastner|Roleless/);
  expect(page.html).not.toContain('href="/people/');
  expect((await found(planner, "秋实")).text).toContain("欧阳秋实 Evaluator");
});

it("hides nobody: beside technologies a few and the way to all, there everybody by pages", async () => {
  for (let at = 0; at < 23; at += 1) await join(`Crowd Member ${String(at).padStart(2, "0")}`, ["evaluator"]);
  await site.services.views.catchUp();
  const few = await found(planner, "crowd");
  expect(few.text.match(/Crowd Member/g)).toHaveLength(5);
  expect(few.html).toMatch(/kind(?:=|&#x3D;)person">Everybody who is called so</);
  const all = await planner.get("/search?q=crowd");
  expect(all.text).toMatch(/People 23 .*Show all \(23\)/);
  const first = await planner.get("/search?q=crowd&kind=person");
  const second = await planner.get("/search?q=crowd&kind=person&after=20");
  const names = [first, second].flatMap(({ text }) => text.match(/Crowd Member \d\d/g) ?? []);
  expect(new Set(names).size).toBe(23);
  expect(names).toHaveLength(23);
});

it("leads whoever may open a person's page there, those who have left too", async () => {
  const page = await found(auditor, "quast");
  for (const name of ["Ottilie Quast", "Gone Quastner", "Roleless Quast"])
    expect(page.html).toContain(`<a href="/people/${ids.get(name)}">${name}</a>`);
});
