import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseText } from "../../../src/application/erase.ts";
import type { Member, Site } from "../../support/http.ts";
import { answers, handIn, oneSet, oneTie, place, review, siteAsking } from "./support.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let elsewhere: Member;
let auditor: Member;
let at: string;
const holds = "Numbers and waiting times of each visit.";
const chinese = { "Accept-Language": "zh-CN" };
beforeAll(async () => {
  site = await siteAsking("supplier-ties", "data-record");
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  elsewhere = await site.signedIn("planner");
  auditor = await site.signedIn("auditor");
  at = await place(site, planner, "Counter queue");
  await handIn(planner, at, "data-record", oneSet);
  await handIn(planner, at, "supplier-ties", oneTie);
  await review(evaluator, at, "g2", "accepted");
});
afterAll(() => site.stop());

describe("who reads what of a safeguard", () => {
  it("its authors and auditors read its words; others read the answers and how many texts are withheld", async () => {
    for (const member of [planner, auditor])
      expect((await member.get(`${at}/safeguards/g1`)).text, member.email).toContain(holds);
    const page = await elsewhere.get(`${at}/safeguards/g1`);
    expect(page.text).not.toContain(holds);
    expect(page.text).toContain("Queue tickets");
    expect(page.text).toContain("1 text withheld here.");
    expect((await elsewhere.get(`${at}/safeguards/g1/edit`)).status).toBe(403);
    expect((await elsewhere.get(`${at}/safeguards/new/bias`)).status).toBe(403);
  });

  it("whoever may review it reads the words that the review is about", async () => {
    const page = await evaluator.get(`${at}/safeguards/g1`);
    expect(page.text).toContain("Review it");
    expect(page.text).toContain(holds);
    expect(page.text).not.toContain("withheld");
  });

  it("stays read by whoever reviewed these very words, and by nobody else who might have", async () => {
    const other = await site.signedIn("evaluator");
    expect((await other.get(`${at}/safeguards/g1`)).text).toContain(holds);
    await review(evaluator, at, "g1", "returned", "Say how many visits.");
    expect((await evaluator.get(`${at}/safeguards/g1`)).text).toContain(holds);
    expect((await other.get(`${at}/safeguards/g1`)).text).not.toContain(holds);
  });
});

describe("the table of safeguards", () => {
  it("has a line a statement and one for each kind that nobody began, in English", async () => {
    const { html, headers } = await planner.get(`${at}/safeguards.csv`);
    expect(headers["content-type"]).toContain("text/csv");
    const lines = html.trim().split(/\r?\n/);
    expect(lines[0]).toContain("Safeguard,Statement,State,Asked for at,Questions not answered,Written on");
    const today = new Date().toISOString().slice(0, 10);
    expect(lines).toContain(`Data record,g1,Returned,admission,0,${today},${today},`);
    const [ties = ""] = lines.filter((line) => line.includes(",g2,"));
    expect(ties).toContain(`Suppliers and owners,g2,In force,admission,0,${today},${today},`);
    expect(ties).toMatch(/,\d{4}-\d\d-\d\d$/);
    expect(lines.filter((line) => line.includes("Not begun"))).toHaveLength(lines.length - 3);
  });

  it("says the same in Chinese", async () => {
    const { html } = await planner.get(`${at}/safeguards.csv`, chinese);
    const lines = html.trim().split(/\r?\n/);
    const english = (await planner.get(`${at}/safeguards.csv`)).html.trim().split(/\r?\n/);
    expect(lines).toHaveLength(english.length);
    expect(html).toContain("g2");
    expect(lines.slice(1).every((line) => /^[^A-Za-z,]+,/.test(line.replace(/AIA/, "")))).toBe(true);
  });

  it("tells a dropped statement from one that stands", async () => {
    await planner.send(`${at}/safeguards/new/bias`, { ...answers({ version: "3.1" }), intent: "keep" });
    await planner.send(`${at}/safeguards/g3/dropping`, { text: "Begun by mistake." });
    expect((await planner.get(`${at}/safeguards.csv`)).html).toMatch(/g3,Dropped,,/);
  });
});

describe("a text of a statement", () => {
  it("erased on a legal ground is gone from its page, and a form begins without it", async () => {
    const row = site.services.views.portfolio.bySlug(at.split("/")[2] ?? "");
    const technology = row?.id ?? "";
    const sets = (await site.services.views.technologyState(technology))?.safeguards[0]?.answers["sets"];
    const digest = String((sets as unknown as readonly { readonly holds: string }[])[0]?.holds);
    const administrator = await site.signedIn("administrator");
    expect((await administrator.get(`${at}/erasure`)).text).toContain(holds);
    const outcome = await eraseText(site.services, {
      actor: { id: administrator.id, roles: ["administrator"] },
      role: "administrator",
      commandId: crypto.randomUUID(),
      technology,
      digest,
      ground: { text: "A name stood in it." },
    });
    expect(outcome.kind).toBe("accepted");
    const page = await planner.get(`${at}/safeguards/g1`);
    expect(page.text).not.toContain(holds);
    expect(page.text).toContain("What does it hold? erased on a legal ground");
    expect((await planner.get(`${at}/safeguards/g1/edit`)).value("answers.sets.0.holds")).toBe("");
    expect((await administrator.get(`${at}/erasure`)).text).not.toContain(holds);
  });
});
