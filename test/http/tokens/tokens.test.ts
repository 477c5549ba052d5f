import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { intakeSchema } from "../../../src/http/api/schema.ts";
import { intake, send } from "../api/support.ts";
import type { Intake } from "../api/support.ts";
import { susCsv } from "../evidence/support.ts";

let house: Intake;
let at: string;
beforeAll(async () => {
  house = await intake();
  at = `/technologies/${house.slug}/tokens`;
});
afterAll(() => house.site.stop());

const tokenIn = (html: string): string => /ts_[\w-]{43}/.exec(html)?.[0] ?? "";

describe("the tokens of a technology", () => {
  it("are reached from its evidence by those who may attach, and by nobody else", async () => {
    const { site, planner, slug } = house;
    expect((await planner.get(`/technologies/${slug}/evidence`)).html).toContain(`href="${at}"`);
    const auditor = await site.signedIn("auditor");
    expect((await auditor.get(`/technologies/${slug}/evidence`)).html).not.toContain(at);
    expect((await auditor.get(at)).status).toBe(403);
  });

  it("come with every field that the API takes, and nothing it does not", async () => {
    const { html } = await house.planner.get(at);
    const section = /id="fields".*?<\/section>/s.exec(html)?.[0] ?? "";
    const named = [...section.matchAll(/<dt[^>]*>([^<]+)<\/dt>/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(
      [...Object.keys(intakeSchema.shape), "files", "Idempotency-Key", "GET"].toSorted(),
    );
  });

  it("are made with a name and an end, shown once, and work", async () => {
    const { planner } = house;
    expect((await planner.get(at)).value("days")).toBe("90");
    const page = await planner.post(at, { name: "Build server", days: "30" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("It is shown this once");
    expect(page.html).toContain(`/api/v1/technologies/${house.slug}/evidence`);
    const token = tokenIn(page.html);
    expect(await send({ ...house, token }, { "a.csv": susCsv(12) })).toMatchObject({ status: 201 });
    const list = await planner.get(at);
    expect(list.text).toMatch(/Build server Good until .+ made .+ and last used/);
    expect(tokenIn(list.html)).toBe("");
  });

  it("are refused without a name or beyond a year, with what was typed", async () => {
    const page = await house.planner.post(at, { name: " ", days: "366" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Say what sends with it");
    expect(page.text).toContain("365");
    expect(page.value("days")).toBe("366");
  });

  it("are revoked by their owner, and by no other planner", async () => {
    const { site, planner, technology } = house;
    const token = tokenIn((await planner.post(at, { name: "Short lived", days: "1" })).html);
    const id =
      (await site.accounts.intakeTokens.ofTechnology(technology)).find(({ name }) => name === "Short lived")?.id ?? "";
    const other = await site.signedIn("planner");
    expect((await other.post(`${at}/${id}/revocation`)).status).toBe(404);
    expect((await other.get(at)).text).not.toContain("Short lived");
    const page = await planner.send(`${at}/${id}/revocation`);
    expect(page.text).toContain("Revoked: Short lived.");
    expect((await send({ ...house, token }, { "b.csv": susCsv(3, "B") })).status).toBe(401);
  });

  it("stand on their owner's page, where an administrator ends one, and all of them with the person", async () => {
    const { site, planner, technology } = house;
    const boss = await site.signedIn("administrator");
    const person = `/people/${planner.id}`;
    expect((await boss.get(person)).text).toContain("Build server · Queue forecast Good until");
    const id =
      (await site.accounts.intakeTokens.ofTechnology(technology)).find(({ name }) => name === "Build server")?.id ?? "";
    expect((await boss.send(`${person}/tokens/${id}/revocation`)).text).toContain("Revoked: Build server.");
    await boss.post(`${person}/disabling`, { version: "1" });
    expect((await site.accounts.intakeTokens.ofPerson(planner.id)).every(({ revokedAt }) => revokedAt !== null)).toBe(
      true,
    );
    const said = site.log().filter(({ event }) => event === "token-revoked");
    expect(said.at(-1)).toMatchObject({ person: planner.id, by: boss.id, token: id });
  });
});
