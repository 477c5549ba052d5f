import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { need, typed, withDepartment } from "./support.ts";

let site: Site;
let planner: Member;
let other: Member;
let sponsor: string;

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  other = await site.signedIn("planner");
  sponsor = (await site.add("planner")).id;
});
afterAll(() => site.stop());

const count = () => site.services.views.portfolio.page({ sort: "name", limit: 50 }).count;

describe("proposing a technology", () => {
  it("says what each tier asks for before one is chosen", async () => {
    const { text } = await planner.get("/technologies/new");
    expect(text).toContain("Impact tier I: a small office");
    expect(text).toContain("Pilot of at least 90 days; evaluators: 3; votes to admit it: 2, to roll it out: 3.");
    expect(text).toContain("Leave open Counts as tier IV until it is stated.");
  });

  it("keeps everything typed where an answer is missing, and says so at the field", async () => {
    const page = await planner.post("/technologies", typed(sponsor, { name: " ", tier: "", "demand.users": "many" }));
    expect(page.status).toBe(422);
    expect(page.text).toContain("3 answers need another look");
    expect(page.text).toContain("Give it a name");
    expect(page.text).toContain("Choose a tier or leave it open");
    expect(page.value("need")).toBe(need);
    expect(page.value("demand.users")).toBe("many");
    expect(count()).toBe(0);
  });

  it("refuses a sponsor and a currency that do not exist, with every reason", async () => {
    const page = await planner.post("/technologies", typed("nobody", { "cost.currency": "12" }));
    expect(page.status).toBe(409);
    expect(page.text).toContain("The sponsor is not on record");
    expect(page.text).toContain("three capital letters");
    expect(page.value("cost.annual")).toBe("60000");
  });

  it("is submitted at once where nothing similar exists, and a double click proposes once", async () => {
    const fields = { ...typed(sponsor), commandId: randomUUID() };
    const [first, second] = [await planner.post("/technologies", fields), await planner.post("/technologies", fields)];
    expect([first.status, first.location]).toEqual([303, "/technologies/counter-queue-forecast"]);
    expect([second.status, second.location]).toEqual([303, "/technologies/counter-queue-forecast"]);
    expect((await planner.get(first.location)).text).toContain("The proposal is submitted.");
    expect(count()).toBe(1);
  });

  it("shows similar technologies before anything is recorded, and records which were seen", async () => {
    const again = typed(sponsor, { name: "Queue forecast for the counter" });
    const halted = await other.post("/technologies", again);
    expect(halted.status).toBe(200);
    expect(halted.text).toContain("Not submitted yet: one technology looks similar.");
    expect(halted.text).toContain("Counter queue forecast Transport · Proposed");
    expect(halted.text).toContain("Submit all the same");
    expect(count()).toBe(1);
    const sent = await other.post("/technologies", { ...again, similarSeen: halted.value("similarSeen") });
    expect(sent.location).toBe("/technologies/queue-forecast-for-the-counter");
    const { text } = await other.get(`${sent.location}/proposal`);
    expect(text).toContain("Similar technologies that were considered Counter queue forecast");
  });

  it("is refused under the name of another, which it names and leads to, with everything typed kept", async () => {
    const page = await other.post("/technologies", typed(sponsor, { name: "counter  QUEUE forecast" }));
    expect(page.status).toBe(409);
    expect(page.text).toContain("“Counter queue forecast” bears this name already (stage: Proposed).");
    expect(page.html).toContain('<a href="/technologies/counter-queue-forecast">See Counter queue forecast</a>');
    expect(/id="name"[^>]*aria-invalid="true"/.test(page.html)).toBe(true);
    expect(page.value("need")).toBe(need);
  });

  it("is closed to those who plan nothing", async () => {
    const auditor = await site.signedIn("auditor");
    expect((await auditor.get("/technologies/new")).status).toBe(403);
    expect((await auditor.post("/technologies", typed(sponsor))).status).toBe(403);
  });
});

describe("a draft", () => {
  it("is kept unfinished, for its writer alone, and goes when it is submitted", async () => {
    const fields = { name: "Water meters", need: "Half a thought", intent: "draft", commandId: randomUUID() };
    const saved = await planner.post("/technologies", fields);
    expect(saved.status).toBe(303);
    expect((await planner.post("/technologies", fields)).location).toBe(saved.location);
    const page = await planner.get(saved.location);
    expect(page.text).toContain("Your draft is saved. Only you can see it");
    expect(page.value("need")).toBe("Half a thought");
    expect((await other.get(saved.location)).status).toBe(404);
    expect((await other.get("/technologies/new")).text).not.toContain("Water meters");
    const sent = await planner.post(
      "/technologies",
      typed(sponsor, {
        name: "Water meters",
        summary: "Reads meters by radio.",
        need: "Meters are read by hand in winter.",
        draft: page.value("draft"),
      }),
    );
    expect(sent.location).toBe("/technologies/water-meters");
    expect(await site.services.drafts.of(planner.id)).toEqual([]);
  });

  it("can be deleted by its writer only", async () => {
    const saved = await planner.post("/technologies", { name: "Idea", intent: "draft" });
    const id = saved.location.split("=")[1] ?? "";
    expect((await other.post(`/drafts/${id}/deletion`)).status).toBe(404);
    expect((await planner.send(`/drafts/${id}/deletion`)).text).toContain("The draft is deleted.");
    expect(await site.services.drafts.of(planner.id)).toEqual([]);
  });
});
