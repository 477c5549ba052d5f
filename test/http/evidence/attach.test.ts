import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishEarlyPolicy } from "../../support/early-policy.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";

let site: Site;
let planner: Member;
let auditor: Member;
let at: string;
beforeAll(async () => {
  site = await startSite({}, undefined, publishEarlyPolicy);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  auditor = await site.signedIn("auditor");
  at = `/technologies/${await piloting(site, planner, await site.signedIn("approver"), "Queue forecast")}/evidence`;
});
afterAll(() => site.stop());

describe("a page of evidence", () => {
  it("says what the plan asks for where there is nothing yet, and who may attach it", async () => {
    const page = await planner.get(at);
    expect(page.text).toContain("No evidence yet The plan asks for outages or probes, a load test");
    expect(page.text).toContain("missing data is never a pass");
    expect(page.html).toContain(`href="${at}/new"`);
    expect((await auditor.get(at)).html).not.toContain(`href="${at}/new"`);
    expect((await auditor.get(`${at}/new`)).status).toBe(403);
  });

  it("says on the form which files measure what", async () => {
    const page = await planner.get(`${at}/new`);
    expect(page.text).toContain("SUS answers for SUS, all users SUS forms, SUS answers as CSV.");
    expect(page.html).toContain('href="/help/evidence-formats#sus"');
    expect(page.html).toContain('enctype="multipart/form-data"');
  });
});

describe("an upload", () => {
  it("that no reader knows is refused at the field, keeps the title and stores nothing", async () => {
    const before = await site.services.ledger.head();
    const page = await planner.upload(at, { title: "Answers of May" }, piece("answers.csv", "a,b\n1,2\n"));
    expect(page.status).toBe(422);
    expect(page.text).toContain("File 1, answers.csv: it is a table, but its headings fit no layout");
    expect(page.html).toContain('id="mapping-format-error"');
    expect(page.html).toContain('href="#mapping-format"');
    expect(page.value("title")).toBe("Answers of May");
    expect(await site.services.ledger.head()).toEqual(before);
    expect((await planner.get(at)).text).toContain("No evidence yet");
  });

  it("names the row that breaks a file", async () => {
    const page = await planner.upload(
      at,
      { title: "Broken" },
      piece("runs.csv", `records,bytes,seconds,failures\n10,20,3,0\n"10,20,3,0\n`),
    );
    expect(page.status).toBe(422);
    expect(page.text).toContain("File 1, runs.csv, row 3:");
    const chinese = await planner.post("/language", { to: "zh-CN", back: "/" });
    expect(chinese.status).toBe(303);
    const read = await planner.upload(
      at,
      { title: "Broken" },
      piece("runs.csv", `records,bytes,seconds,failures\n10,20,3,0\n"10,20,3,0\n`),
    );
    expect(read.text).toContain("第 1 个文件（runs.csv）第 3 行：有引号未闭合。");
    await planner.post("/language", { to: "en", back: "/" });
  });

  it("asks for title and file, and for both days of a period", async () => {
    const page = await planner.upload(at, { title: " ", from: "2026-01-01" }, piece("s.csv", susCsv(12)));
    expect(page.status).toBe(422);
    expect(page.text).toContain("Say in a few words what it is");
    const half = await planner.upload(at, { title: "May", from: "2026-01-01" }, piece("s.csv", susCsv(12)));
    expect(half.text).toContain("Enter the last day too");
    const none = await planner.post(at, { title: "Nothing" });
    expect(none.status).toBe(422);
    expect(none.text).toContain("Choose a file");
    expect(none.value("title")).toBe("Nothing");
  });

  it("refused by a rule says why and keeps the title: the period began before the plan was locked", async () => {
    const page = await planner.upload(
      at,
      { title: "Old", from: "2026-01-01", to: "2026-01-02" },
      piece("s.csv", susCsv(12)),
    );
    expect(page.status).toBe(409);
    expect(page.text).toContain("before the plan was locked");
    expect(page.value("title")).toBe("Old");
  });

  it("that is read says what was read and which indicators it moved", async () => {
    const answer = await planner.upload(at, { title: "Answers of May" }, piece("answers.csv", susCsv(14)));
    expect(answer.location).toBe(`${at}/e1`);
    const page = await planner.get(answer.location);
    expect(page.text).toContain("Attached as e1");
    expect(page.text).toContain("Answers of May Read as SUS table: 14 rows, every one of them usable.");
    expect(page.text).toContain("Respondents 14 Mean SUS 86.3");
    expect(page.text).toContain("It moves one indicator");
    expect(page.text).toContain("SUS, all users no evidence yet 86.3");
    expect(page.text).not.toContain("answers.csv");
  });

  it("leaves out who was counted before, and says so", async () => {
    const answer = await planner.upload(at, { title: "More answers" }, piece("more.csv", susCsv(16)));
    const page = await planner.get(answer.location);
    expect(page.text).toContain("14 people were counted before (e1) and are left out here.");
    expect(page.text).toContain("Respondents 2");
  });

  it("of the same file again is refused by its own name", async () => {
    const page = await planner.upload(at, { title: "Again" }, piece("again.csv", susCsv(14)));
    expect(page.status).toBe(409);
    expect(page.text).toContain("This file is attached already, as evidence e1.");
  });

  it("of a document is kept and never measured", async () => {
    const answer = await planner.upload(
      at,
      { title: "Minutes", document: "yes" },
      piece("minutes.txt", "What was said."),
    );
    const page = await planner.get(answer.location);
    expect(page.text).toContain("A document: kept as it is, linkable from a score, never measured.");
    expect(page.text).not.toContain("What was read");
  });

  it("is on the evidence page: finding, figure with its table, what is missing, every piece", async () => {
    const page = await auditor.get(at);
    expect(page.text).toContain("3 pieces in force; indicators measured: 1 of 7.");
    expect(page.text).toContain("Usability: mean SUS 86.");
    expect(page.text).toContain("These figures are today’s and not for decision. The first review date is");
    expect(page.text).toContain("Availability in agreed hours Reason: no evidence yet.");
    expect(page.text).toMatch(/Answers of May e1 · SUS answers · \d+ B · 14 rows, 0 not usable/);
    expect(page.text).toContain("Minutes e3 · Document");
    expect(page.html).toContain('download="queue-forecast-sus.csv"');
  });

  it("that is alone of its kind and not enough says what each indicator lacks, and not that other evidence decides", async () => {
    const totals = [
      "Running 30s test @ http://localhost",
      "  2 threads and 10 connections",
      "  Thread Stats   Avg      Stdev     Max   +/- Stdev",
      "    Latency    48.27ms    11.11ms  95.54ms    90.05%",
      "    Req/Sec    25.44      6.03    38.00     69.63%",
      "  6000 requests in 30.00s, 46.03MB read",
      "Requests/sec:    200.00",
    ].join("\n");
    const answer = await planner.upload(at, { title: "One run" }, piece("wrk.txt", totals));
    const page = await planner.get(answer.location);
    expect(page.text).toContain("It moves no indicator");
    expect(page.text).toMatch(/It is the only piece of its kind, .*Failed requests \([^)]+\)/);
    expect(page.text).not.toContain("Other evidence in force decides");
    expect(page.text).toContain("attached: Load test, one row.");
  });
});
