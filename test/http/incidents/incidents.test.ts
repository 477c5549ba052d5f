import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { refusal, startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { admitted } from "../pilot/support.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  at = `/technologies/${await admitted(site, planner, await site.signedIn("approver"), "Incident prone")}`;
});
afterAll(() => site.stop());

const fields = (over: Record<string, string> = {}): Record<string, string> => ({
  severity: "2",
  day: addDays(site.services.today(), -2),
  time: "14:05",
  text: "The counters stood still for an hour.",
  ...over,
});

describe("incidents", () => {
  it("are recorded with the day they are to be closed by", async () => {
    expect((await evaluator.get(`${at}/incidents`)).text).toContain("No incident is on record.");
    const page = await evaluator.send(`${at}/incidents`, fields());
    expect(page.text).toContain("The incident is on record.");
    expect(page.text).toContain("One incident is open , none is late.");
    expect(page.text).toContain("Open Incident i1, severity 2");
    expect(page.text).toContain("in 7 days");
    expect(page.text).toContain("The counters stood still for an hour.");
  });

  it("that cannot be come back with everything typed", async () => {
    const invalid = await planner.post(`${at}/incidents`, fields({ severity: "", time: "25:00" }));
    expect(invalid.status).toBe(422);
    expect(invalid.text).toContain("Choose a severity");
    expect(invalid.text).toContain("Enter a time like 14:05");
    expect(invalid.value("text")).toBe("The counters stood still for an hour.");
    const refused = await planner.post(`${at}/incidents`, fields({ day: addDays(site.services.today(), 2) }));
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('id="day-error"');
    expect(refused.text).toContain("This lies in the future.");
  });

  it("are closed once, with what was found", async () => {
    const page = await planner.send(`${at}/incidents/i1/closing`, { text: "A cable was replaced." });
    expect(page.text).toContain("One incident is on record, and it is closed .");
    expect(page.text).toContain("Found and put right: A cable was replaced.");
    const again = await planner.post(`${at}/incidents/i1/closing`, { text: "And again." });
    expect(again.status).toBe(409);
    expect(again.text).toContain("Incident i1 is closed already.");
    expect((await planner.post(`${at}/incidents/i9/closing`, { text: "No." })).text).toContain(
      "There is no incident i9.",
    );
  });

  it("are read, not recorded, by auditors", async () => {
    const auditor = await site.signedIn("auditor");
    expect((await auditor.get(`${at}/incidents`)).text).not.toContain("Record an incident");
    expect((await auditor.post(`${at}/incidents`, fields())).status).toBe(403);
  });
});

describe("corrections", () => {
  const positionOf = async (type: string): Promise<number> => {
    const row = site.services.views.portfolio.bySlug(at.split("/")[2] ?? "");
    const state = row === null ? null : await site.services.views.technologyState(row.id);
    return state?.entries.find((entry) => entry.type === type)?.position ?? 0;
  };

  it("put a figure right beside the entry, and leave the entry as it was", async () => {
    const position = await positionOf("IncidentRecorded");
    const form = await evaluator.get(`${at}/corrections/new?position=${position}`);
    expect(form.text).toContain("recorded incident i1, severity 2");
    expect(form.value("time")).toBe("14:05");
    const typed = {
      corrects: String(position),
      severity: "3",
      day: form.value("day"),
      time: "14:05",
      text: "Few people were hindered.",
    };
    const page = await evaluator.send(`${at}/corrections`, { ...typed, version: form.value("version") });
    expect(page.text).toContain("The correction is on record.");
    expect(page.text).toContain(`corrected entry ${position}`);
    const list = await planner.get(`${at}/incidents`);
    expect(list.text).toContain("Incident i1, severity 3");
    const event = (await site.services.ledger.readAll(position, 200)).find(({ type }) => type === "EntryCorrected");
    expect(Object.keys((event?.payload["changes"] ?? {}) as object).sort()).toEqual(["dueOn", "severity"]);
  });

  it("are offered in the history to the role that made the entry, and refused to others before they type", async () => {
    const [proposal, incident] = [await positionOf("TechnologyProposed"), await positionOf("IncidentRecorded")];
    const link = (position: number): string => `${at}/corrections/new?position=${position}"`;
    const [planners, evaluators] = [await planner.get(`${at}/history`), await evaluator.get(`${at}/history`)];
    expect(planners.html).toContain(link(proposal));
    expect(planners.html).not.toContain(link(incident));
    expect(evaluators.html).toContain(link(incident));
    expect(evaluators.html).not.toContain(link(proposal));
    const page = await planner.get(`${at}/corrections/new?position=${incident}`);
    expect(page.text).toContain("This was entered in the role of evaluator: whoever holds that role corrects it.");
  });

  it("never soften in one role what another found, and keep what was typed", async () => {
    const corrects = String(await positionOf("IncidentRecorded"));
    const typed = { corrects, severity: "4", text: "It was nothing." };
    const page = await planner.post(`${at}/corrections`, typed);
    expect(page.status).toBe(409);
    expect(page.text).toContain("entered in the role of evaluator");
    expect(page.value("text")).toBe("It was nothing.");
  });

  it("of an entry without figures are a statement", async () => {
    const position = await positionOf("TechnologyProposed");
    const form = await planner.get(`${at}/corrections/new?position=${position}`);
    expect(form.html).not.toContain('name="severity"');
    const empty = await planner.post(`${at}/corrections`, { corrects: String(position), text: "" });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Say what was wrong");
    expect(
      (await planner.send(`${at}/corrections`, { corrects: String(position), text: "The need is older." })).text,
    ).toContain("The correction is on record.");
  });

  it("refuse by name a figure of another type of entry, whatever it says, and record nothing", async () => {
    const [proposal, incident] = [await positionOf("TechnologyProposed"), await positionOf("IncidentRecorded")];
    const before = await site.services.ledger.head();
    const forged = await planner.post(`${at}/corrections`, {
      corrects: String(proposal),
      severity: "9",
      drillMinutes: "5",
      text: "The need is older still.",
    });
    expect(forged).toMatchObject(refusal("The severity cannot be replaced in this entry"));
    expect(forged.text).toContain("The minutes a drill took cannot be replaced in this entry");
    expect(forged.value("text")).toBe("The need is older still.");
    const mixed = await evaluator.post(`${at}/corrections`, {
      corrects: String(incident),
      severity: "1",
      drillOn: "2026-01-05",
      text: "It was grave.",
    });
    expect(mixed).toMatchObject(refusal("The day of a drill cannot be replaced in this entry"));
    expect(mixed.text).not.toContain("The severity cannot");
    expect((await site.services.ledger.head()).position).toBe(before.position);
  });

  it("belong to whoever may make such an entry, and to entries of this technology", async () => {
    const position = await positionOf("TechnologyProposed");
    expect(await evaluator.post(`${at}/corrections`, { corrects: String(position), text: "No." })).toMatchObject(
      refusal("This was entered in the role of planner: whoever holds that role corrects it."),
    );
    expect((await planner.get(`${at}/corrections/new?position=1`)).status).toBe(404);
    expect((await planner.get(`${at}/corrections/new`)).status).toBe(404);
  });
});
