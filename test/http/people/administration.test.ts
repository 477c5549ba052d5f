import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HandClock } from "../../support/house.ts";
import { startSite, textOf } from "../../support/http.ts";
import type { Browser, Member, Site } from "../../support/http.ts";

let site: Site;
const clock = new HandClock();
let [adam, ada, otto]: Member[] = [];

/** A day each: roles, a changed address, a session ended by another, then lines that are only kept beside the ledger. */
beforeAll(async () => {
  clock.day(1);
  site = await startSite({}, clock);
  [adam, ada, otto] = [
    await site.signedIn("administrator"),
    await site.signedIn("approver"),
    await site.signedIn("auditor"),
  ];
  clock.day(2);
  await adam.post(`/people/${ada.id}/roles`, { role: "auditor" });
  clock.day(3);
  await adam.post(`/people/${ada.id}/details`, { name: "=cmd|calc, Ltd", email: "moved@example.org" });
  clock.day(4);
  await adam.post(`/people/${ada.id}/session-end`);
  clock.day(5);
  await otto.post("/account/session-end-all");
  clock.day(6);
  for (let i = 0; i < 12; i += 1) await site.browser().post("/sign-in", { email: "moved@example.org", password: "x" });
}, 120_000);
afterAll(async () => site.stop());

const rows = (html: string): string[] =>
  [...(/<tbody>([\s\S]*)<\/tbody>/.exec(html)?.[1] ?? "").matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    textOf(row ?? ""),
  );

async function every(reader: Browser, first: string): Promise<string[]> {
  const seen: string[] = [];
  for (let href = first; href !== "";) {
    const { html, status } = await reader.get(href);
    expect(status).toBe(200);
    seen.push(...rows(html));
    href = textOf(/<a href="([^"]*)" rel="next"/.exec(html)?.[1] ?? "");
  }
  return seen;
}

describe("Administration", () => {
  it("shows who did what to whose account, from the ledger and from beside it, newest first", async () => {
    const seen = rows((await otto!.get("/administration")).html);
    expect(seen[0]).toContain("Sign-in to =cmd|calc, Ltd was refused many times");
    expect(seen[1]).toContain("Person Number 3 signed out everywhere else.");
    expect(seen[2]).toContain("Person Number 1 ended all sessions of =cmd|calc, Ltd.");
    expect(seen[3]).toContain("Person Number 1 changed the name and e-mail address of =cmd|calc, Ltd.");
    expect(seen[4]).toContain("Person Number 1 granted =cmd|calc, Ltd the role Auditor.");
    expect(seen.at(-1)).toContain("Policy version 1 was published.");
    expect(seen.join()).not.toContain("moved@example.org");
  });

  it("keeps many refusals as one line", async () => {
    const seen = rows((await adam!.get("/administration?kind=sign-in-refused")).html);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain("Nobody signed in");
  });

  it("keeps its sentences in sight on a narrow screen: five columns side by side are wider than a phone", async () => {
    expect((await adam!.get("/administration")).html).toMatch(/<div class="ts-done"><div class="ts-scroll"/);
    const sheet = readFileSync(join(import.meta.dirname, "../../../views/assets/touchstone.css"), "utf8");
    const narrow = /max-width: 52rem\) \{\n {2}\.ts-done [\s\S]*?\n\}/.exec(sheet)?.[0] ?? "";
    expect(narrow).toContain(".ts-done tr { display: grid");
    expect(narrow).toContain(".ts-done td:last-child { grid-column: 1 / -1; }");
  });

  it("is for administrators and auditors", async () => {
    for (const path of ["/administration", "/administration.csv"]) {
      for (const role of ["planner", "evaluator", "approver"] as const)
        expect((await (await site.signedIn(role)).get(path)).status).toBe(403);
      expect((await site.browser().get(path)).status).toBe(303);
    }
  });

  it("can be filtered by kind, person and days, and says when nothing is like that", async () => {
    expect(rows((await adam!.get("/administration?kind=details")).html)).toHaveLength(1);
    expect(rows((await adam!.get("/administration?kind=sessions")).html)).toHaveLength(1);
    const about = rows((await adam!.get(`/administration?person=${otto!.id}`)).html);
    expect(about).toHaveLength(2);
    const days = rows((await adam!.get("/administration?from=2026-03-04&until=2026-03-05")).html);
    expect(days).toHaveLength(2);
    expect((await adam!.get("/administration?kind=restored")).text).toContain("Nothing matches this filter.");
    const wrong = await adam!.get("/administration?from=yesterday&until=2026-02-30");
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("2 answers need another look");
    expect(wrong.value("from")).toBe("yesterday");
  });

  it("pages by place: every line once, however many fall on one instant in both sources", async () => {
    clock.day(7);
    for (let i = 0; i < 40; i += 1) {
      await site.services.administrativeLog.note({ kind: "token-made", actor: adam!.id, subject: adam!.id });
      await site.add("planner");
    }
    const seen = await every(adam!, "/administration?from=2026-03-09");
    expect(seen).toHaveLength(80);
    expect(seen.filter((row) => row.includes("made a token"))).toHaveLength(40);
    expect(new Set(seen.filter((row) => row.includes("added Person"))).size).toBe(40);
  });

  it("is to be had as CSV with the same filter, whose cells no spreadsheet runs", async () => {
    const file = await adam!.get("/administration.csv?kind=details");
    expect(file.headers["content-disposition"]).toContain("administration.csv");
    const lines = file.html.trimEnd().split("\r\n");
    expect(lines[0]).toBe("\ufeffWhen,What,By,Account,In words");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`"'=cmd|calc, Ltd"`);
    const all = await adam!.get("/administration.csv?from=2026-03-09");
    expect(all.html.trim().split("\r\n")).toHaveLength(81);
  });

  it("says who was appointed to the expert committee and whose membership ended, by kind and by person", async () => {
    clock.day(20);
    const expert = await site.signedIn("evaluator");
    const other = await site.signedIn("evaluator");
    const seat = { field: "Networks", elsewhere: "Tongji", from: "2026-03-20", until: "2027-03-20" };
    for (const { id } of [expert, other])
      expect((await adam!.post("/committee", { member: id, ...seat })).status).toBe(303);
    expect((await adam!.post(`/committee/${expert.id}/ending`)).status).toBe(303);
    const ended = rows((await otto!.get("/administration?kind=committee")).html);
    expect(ended).toHaveLength(3);
    expect(ended[0]).toMatch(
      /Expert committee Person Number 1 (Person Number \d+) Person Number 1 ended the membership of \1/,
    );
    const theirs = rows((await otto!.get(`/administration?person=${expert.id}&kind=committee`)).html);
    expect(theirs).toHaveLength(2);
    expect(theirs[1]).toContain("appointed");
    expect(rows((await otto!.get("/administration")).html)[0]).toEqual(ended[0]);
    expect((await adam!.get("/administration.csv?kind=committee")).html.trim().split("\r\n")).toHaveLength(4);
  });

  it("speaks Chinese", async () => {
    const page = await adam!.get("/administration?kind=sessions", { "Accept-Language": "zh-CN" });
    expect(page.text).toContain("管理记录");
    expect(page.text).toContain("结束了=cmd|calc, Ltd 的全部登录");
  });
});
