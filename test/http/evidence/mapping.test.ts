import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappingOf } from "../../../src/application/piece-mapping.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";
import { databaseOf } from "../../support/database.ts";

let site: Site;
let planner: Member;
let evaluator: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  at = `/technologies/${await piloting(site, planner, await site.signedIn("approver"), "Queue forecast")}/evidence`;
});
afterAll(() => site.stop());

/** Processing runs in the words of somebody's own export. */
const runs = (seed = 1): string =>
  `Datensätze,Umfang,Dauer,Fehler,Bereich\n${seed},20,3,0,Nord\n30,40,5,1,Nord\n9,9,9,0,Süd\n`;
const meant = {
  "mapping.format": "volume-csv",
  "mapping.columns.records": "Datensätze",
  "mapping.columns.bytes": "Umfang",
  "mapping.columns.seconds": "Dauer",
  "mapping.columns.failures": "Fehler",
};
const staged = (): string[] => readdirSync(site.services.vault.incoming).filter((name) => name.startsWith("staged-"));

describe("a table whose headings no reader knows", () => {
  it("is asked about on the same page, which keeps the file and shows its headings and rows", async () => {
    const page = await planner.upload(at, { title: "Own export" }, piece("export.csv", runs()));
    expect(page.status).toBe(422);
    expect(page.text).toContain("What do the columns mean?");
    expect(page.text).toContain("Datensätze Umfang Dauer Fehler Bereich 1 20 3 0 Nord");
    expect(page.text).toContain("One file was kept from your last try export.csv");
    expect(page.value("title")).toBe("Own export");
    expect(page.value("staged")).not.toBe("");
    expect(staged()).toHaveLength(1);
  });

  it("shows the columns of what the person says it is, and reads it without a new upload", async () => {
    const first = await planner.upload(at, { title: "Own export" }, piece("export.csv", runs()));
    const fields = { title: "Own export", staged: first.value("staged") };
    const columns = await planner.post(at, { ...fields, "mapping.format": "volume-csv", intent: "columns" });
    expect(columns.status).toBe(200);
    expect(columns.html).toContain('name="mapping.columns.records"');
    expect(columns.html).not.toContain('name="mapping.conditions.records"');
    const some = { ...fields, ...meant, "mapping.columns.seconds": "" };
    const lacking = await planner.post(at, some);
    expect(lacking.status).toBe(422);
    expect(lacking.text).toContain("no heading for seconds");
    expect(lacking.value("mapping.columns.records")).toBe("Datensätze");
    const rows = { "mapping.rows.0.heading": "Bereich", "mapping.rows.0.text": "Nord" };
    const done = await planner.send(at, { ...fields, ...meant, ...rows });
    expect(done.text).toContain("Attached as e1");
    expect(done.text).toContain("2 rows, every one of them usable");
    expect(done.text).toContain("Read with the mapping given on");
    expect(done.text).toContain("records is Datensätze");
    expect(done.text).toContain("Only rows where Bereich is Nord");
  });

  it("is read the same way the next time, by whoever brings it, and the record holds how", async () => {
    const page = await evaluator.upload(at, { title: "Next export" }, piece("next.csv", runs(7)));
    // Only that the same rows are meant is for a person to say.
    expect(page.text).toContain("Only some rows of files like this were chosen before (Bereich: Nord).");
    const done = await evaluator.post(at, { title: "Next export", staged: page.value("staged"), asItIs: "yes" });
    expect(done.location).toBe(`${at}/e2`);
    expect((await evaluator.get(`${at}/e2`)).text).toContain("by Person Number 2.");
    const state = await site.services.views.technologyState(site.services.views.portfolio.bySlug("queue-forecast")!.id);
    const said = state!.evidence.map((one) => mappingOf(site.services.ledger, one));
    expect(await Promise.all(said)).toMatchObject([
      { columns: { records: "Datensätze" } },
      { columns: { records: "Datensätze" } },
    ]);
  });

  it("is asked about again once its giver has forgotten the mapping; others may not forget it", async () => {
    expect((await evaluator.get(`${at}/e2`)).text).not.toContain("Forget this mapping");
    expect((await evaluator.post(`${at}/e2/mapping/forgetting`)).status).toBe(403);
    const page = await planner.send(`${at}/e1/mapping/forgetting`);
    expect(page.text).toContain("Forgotten.");
    expect(page.text).toContain("no longer remembered");
    expect((await planner.upload(at, { title: "Third" }, piece("third.csv", runs(8)))).status).toBe(422);
  });
});

describe("the files of a refused form", () => {
  it("are kept, whatever it was refused for, for their person alone, and replaced by others", async () => {
    const untitled = await planner.upload(
      at,
      { title: " " },
      piece("runs.csv", "records,bytes,seconds,failures\n1,2,3,0\n"),
    );
    expect(untitled.text).toContain("One file was kept from your last try runs.csv");
    const id = untitled.value("staged");
    expect((await evaluator.post(at, { title: "Mine now", staged: id })).text).toContain("Choose a file");
    const before = staged().length;
    const other = await planner.upload(
      at,
      { title: " ", staged: id },
      piece("other.csv", "records,bytes,seconds,failures\n"),
    );
    expect(other.text).toContain("other.csv");
    expect(other.text).not.toContain("runs.csv");
    expect(staged()).toHaveLength(before);
  });

  it("go into the vault once the form is accepted, and nothing of them stays behind", async () => {
    const untitled = await planner.upload(
      at,
      { title: "" },
      piece("runs.csv", "records,bytes,seconds,failures\n11,2,3,0\n"),
    );
    const before = staged().length;
    const done = await planner.post(at, { title: "Runs", staged: untitled.value("staged") });
    expect(done.location).toBe(`${at}/e3`);
    expect(staged()).toHaveLength(before - 1);
    const rows = databaseOf(site.services).prepare("SELECT 1 FROM staged_files WHERE id = ?");
    expect(rows.get(untitled.value("staged"))).toBeUndefined();
  });

  it("are removed after a day", async () => {
    const untitled = await planner.upload(at, { title: "" }, piece("old.csv", "a,b\n1,1\n"));
    const database = databaseOf(site.services);
    database.prepare("UPDATE staged_files SET staged_at = staged_at - 86400001 WHERE person = ?").run(planner.id);
    const page = await planner.post(at, { title: "Late", staged: untitled.value("staged") });
    expect(page.text).toContain("Choose a file");
    await sweepAll(site.services);
    const left = database.prepare<[string], number>("SELECT count(*) FROM staged_files WHERE person = ?").pluck();
    expect(left.get(planner.id)).toBe(0);
  });

  it("of a person make room after five tries", async () => {
    for (let n = 0; n < 7; n += 1) await evaluator.upload(at, { title: "" }, piece("x.csv", `a,b\n${n},1\n`));
    const count = databaseOf(site.services).prepare<[string], number>(
      "SELECT count(*) FROM staged_files WHERE person = ?",
    );
    expect(count.pluck().get(evaluator.id)).toBe(5);
  });
});

describe("a baseline", () => {
  it("is offered where the plan compares an indicator with one, and is attached as such", async () => {
    expect((await planner.get(`${at}/new`)).text).not.toContain("What it is compared with");
    const compared = { applicable: true, reason: null, floor: null, minimumSample: null, margin: 5, anytime: false };
    const slug = await piloting(site, planner, await site.signedIn("approver"), "Compared", {
      indicators: { sus: compared },
    });
    const there = `/technologies/${slug}/evidence`;
    expect((await planner.get(`${there}/new`)).text).toContain("What it is compared with How things were before");
    const sheet = piece("before.csv", susCsv(14, "before"));
    const answer = await planner.upload(there, { title: "Before", role: "baseline" }, sheet);
    expect(answer.location).toBe(`${there}/e1`);
    expect((await planner.get(answer.location)).text).toContain("What was measured? What it is compared with");
    const state = await site.services.views.technologyState(site.services.views.portfolio.bySlug(slug)!.id);
    expect(state?.evidence[0]?.role).toBe("baseline");
    await planner.upload(there, { title: "Now", role: "pilot" }, piece("now.csv", susCsv(15, "now")));
    const list = (await planner.get(there)).text;
    expect(list).toMatch(/Before Baseline · e1/);
    expect(list).toMatch(/Now e2/);
    expect((await planner.get(`${there}/e1`)).text).toContain("A baseline: what the pilot is compared with.");
    expect((await planner.get(`${there}/e2`)).text).not.toContain("A baseline:");
    const zh = { "Accept-Language": "zh" };
    expect((await planner.get(there, zh)).text).toMatch(/Before 基线 · e1/);
    expect((await planner.get(`${there}/e1`, zh)).text).toContain("这是基线：供试点与之比较");
  });
});

describe("what was said of a piece’s headings", () => {
  it("is read by those the piece concerns; to others the page has its digest", async () => {
    const stranger = await site.signedIn("evaluator");
    const { text } = await stranger.get(`${at}/e2`);
    expect(text).not.toContain("Umfang");
    expect(text).toContain("How it was read withheld,");
  });

  it("stands among the texts an administrator erases; page and measurement then say what is lost", async () => {
    const administrator = await site.signedIn("administrator");
    const list = at.replace("/evidence", "/erasure");
    expect((await administrator.get(list)).text).toContain("what was said of its headings");
    const state = await site.services.views.technologyState(site.services.views.portfolio.bySlug("queue-forecast")!.id);
    const digest = state!.evidence.find(({ evidence }) => evidence === "e2")!.mappingText!;
    expect((await administrator.get(`${list}/${digest}`)).text).toContain("Umfang");
    expect((await administrator.post(`${list}/${digest}`, { ground: "A name", sure: "yes" })).status).toBe(303);
    const { text } = await planner.get(`${at}/e2`);
    expect(text).not.toContain("Umfang");
    expect(text).toContain("What was said of its headings was erased on a legal ground.");
    const again = await planner.send(`${at}/e2/measurement`);
    expect(again.text).toContain("not as recorded");
    expect(again.text).toContain("It cannot be measured again: what was said of its headings was erased");
  });
});
