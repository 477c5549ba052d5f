import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiTable } from "../../../src/http/api/table.ts";
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

describe("tokens on one's own account", () => {
  const own = "/account/tokens";
  const read = async (token: string) =>
    (await supertest(house.site.app).get("/api/v1/technologies").set("Authorization", `Bearer ${token}`)).status;

  it("are made for what was chosen, shown once, and end when they are revoked", async () => {
    const { site } = house;
    const planner = await site.signedIn("planner");
    const made = await planner.post(own, { name: "Dashboard", scopes: ["read", "report"], technology: "", days: "30" });
    const token = tokenIn(made.html);
    expect(await read(token)).toBe(200);
    const list = await planner.get(own);
    expect(list.text).toContain("Dashboard · All technologies Good until");
    expect(list.text).toContain("may read and report incidents");
    expect(tokenIn(list.html)).toBe("");
    const id = (await site.accounts.intakeTokens.ofPerson(planner.id)).find(({ name }) => name === "Dashboard")?.id;
    const stranger = await site.signedIn("planner");
    expect((await stranger.post(`${own}/${id ?? ""}/revocation`)).status).toBe(404);
    expect((await planner.send(`${own}/${id ?? ""}/revocation`)).text).toContain("Revoked: Dashboard.");
    expect(await read(token)).toBe(401);
  });

  it("let a program do nothing that their person may not, and propose only where all technologies are meant", async () => {
    const { site, slug } = house;
    const planner = await site.signedIn("planner");
    const auditor = await site.signedIn("auditor");
    const beyond = await auditor.post(own, { name: "Audit", scopes: ["read", "attach"], technology: "", days: "30" });
    expect([beyond.status, tokenIn(beyond.html)]).toEqual([422, ""]);
    expect(beyond.text).toContain("That is not yours to give");
    const none = await planner.post(own, { name: "Nothing", technology: "", days: "30" });
    expect([none.status, none.text.includes("Choose what it may do")]).toEqual([422, true]);
    const bound = await planner.post(own, { name: "Bound", scopes: ["propose"], technology: slug, days: "30" });
    expect([bound.status, bound.text.includes("choose all technologies")]).toEqual([422, true]);
    const nowhere = await planner.post(own, { name: "Bound", scopes: ["read"], technology: "never-was", days: "30" });
    expect(nowhere.text).toContain("There is no such technology");
  });
});

describe("the page of the API", () => {
  it("is read without signing in, in both languages, with a command for every address", async () => {
    const english = await house.site.browser().get("/api");
    expect(english.status).toBe(200);
    expect(english.html.match(/curl --fail-with-body/g)).toHaveLength(apiTable.length);
    for (const { path } of apiTable) expect(english.text).toContain(`/api/v1${path}`);
    const chinese = await house.site.browser().get("/api", { "Accept-Language": "zh-CN" });
    expect(chinese.text).toContain("列出技术");
    // Each table is a region of its own to whoever hears the page: two of one name cannot be told apart.
    for (const { html } of [english, chinese]) {
      const regions = [...html.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, name]) => name);
      expect(regions.length).toBeGreaterThan(apiTable.length);
      expect(regions.filter((name, at) => regions.indexOf(name) !== at)).toEqual([]);
    }
  });
});
