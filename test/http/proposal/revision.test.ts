import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { need, typed, withDepartment } from "./support.ts";

let site: Site;
let planner: Member;
let approver: Member;
let sponsor: string;
let at: string;

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  approver = await site.signedIn("approver");
  sponsor = (await site.add("planner")).id;
  at = (
    await planner.post(
      "/technologies",
      typed(sponsor, { tier: "open", risks: "The supplier may leave.\nStaff may stop checking." }),
    )
  ).location;
});
afterAll(() => site.stop());

describe("a proposal on record", () => {
  it("is read whole by everyone signed in, and says what was left open", async () => {
    const { text } = await approver.get(`${at}/proposal`);
    expect(text).toContain(need);
    expect(text).toContain("Staff may stop checking.");
    expect(text).toContain("GB/T 37964");
    expect(text).toContain("Records an hour not stated");
    expect(text).toContain("Left open, so tier IV counts. Pilot of at least 90 days");
    expect(text).toContain("Written by Person Number 2");
    expect(text).not.toContain("Revise the proposal");
    expect((await planner.get(`${at}/proposal`, { "Accept-Language": "zh" })).text).toContain("未说明，按四级处理。");
  });

  it("says which of its texts were erased", async () => {
    const row = site.services.views.portfolio.bySlug(at.split("/")[2] ?? "");
    const state = row === null ? null : await site.services.views.technologyState(row.id);
    const digest = state?.proposal.risks ?? "";
    const { eraseText } = await import("../../../src/application/erase.ts");
    const administrator = await site.add("administrator");
    const outcome = await eraseText(site.services, {
      actor: { id: administrator.id, roles: ["administrator"] },
      role: "administrator",
      commandId: crypto.randomUUID(),
      technology: row?.id ?? "",
      digest,
      ground: { text: "A name stood in it." },
    });
    expect(outcome.kind).toBe("accepted");
    expect((await planner.get(`${at}/proposal`)).text).toContain("Risks erased on a legal ground");
  });

  it("is revised on the version that was read, and what changed meanwhile is shown", async () => {
    const form = await planner.get(`${at}/proposal/revision`);
    expect(form.value("need")).toBe(need);
    expect(form.value("demand.users")).toBe("4000");
    const fields = { ...typed(sponsor, { tier: "II" }), version: form.value("version") };
    const page = await planner.send(`${at}/proposal/revision`, {
      ...fields,
      summary: "Says when the queue will be short.",
    });
    expect(page.text).toContain("The proposal is revised.");
    expect(page.text).toContain("Says when the queue will be short.");
    const stale = await planner.post(`${at}/proposal/revision`, { ...fields, summary: "A third wording." });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("revised the proposal");
    expect(stale.value("summary")).toBe("A third wording.");
  });

  it("that changes nothing is refused", async () => {
    const form = await planner.get(`${at}/proposal/revision`);
    const same = {
      ...typed(sponsor, { tier: "II" }),
      summary: "Says when the queue will be short.",
      version: form.value("version"),
    };
    const page = await planner.post(`${at}/proposal/revision`, same);
    expect([page.status, page.text.includes("This changes nothing.")]).toEqual([409, true]);
  });

  it("is withdrawn with a reason, and can be proposed again", async () => {
    expect((await planner.post(`${at}/proposal/withdrawal`, { text: " " })).status).toBe(422);
    const page = await planner.send(`${at}/proposal/withdrawal`, { text: "The need is met otherwise." });
    expect(page.text).toContain("The proposal is withdrawn.");
    expect(page.text).toContain("Propose it again, with its lessons");
    const late = await planner.get(`${at}/proposal/revision`);
    expect([late.status, late.text.includes("This is not possible in the stage “Withdrawn”.")]).toEqual([409, true]);
    const again = await planner.get(`/technologies/new?predecessor=${at.split("/")[2] ?? ""}`);
    const sent = await planner.post("/technologies", typed(sponsor, { predecessor: again.value("predecessor") }));
    expect(sent.location).toBe("/technologies/counter-queue-forecast-2");
    expect((await planner.get(`${sent.location}/proposal`)).text).toContain(
      "Counter queue forecast Withdrawn taken up again here",
    );
  });
});
