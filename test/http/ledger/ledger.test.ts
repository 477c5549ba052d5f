import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyProof } from "../../../src/ledger/prove.ts";
import { cast } from "../../../src/demo/cast.ts";
import { scenesNamed, startDemo, type DemoSite } from "../../support/demo.ts";
import type { LedgerEvent } from "../../../src/ledger/port.ts";
import { textOf } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";

let site: DemoSite;
let planner: Browser;
let auditor: Browser;
let head = 0;

beforeAll(async () => {
  site = await startDemo(scenesNamed("Building model check", "Digital ID counter kiosk"));
  [planner, auditor] = [await site.as("planner"), await site.as("auditor")];
  head = (await site.services.ledger.head()).position;
}, 120_000);
afterAll(() => site.stop());

const positions = (html: string): number[] =>
  [...html.matchAll(/class="tiny nowrap" href="\/ledger\/(\d+)"/g)].map(([, at]) => Number(at));

describe("the list", () => {
  test("shows the newest entries first under their days, each with its subject and its sentence", async () => {
    const { text, html } = await planner.get("/ledger");
    expect(text).toContain(`${head} entries, in the order they were written.`);
    expect(positions(html)).toEqual(Array.from({ length: 50 }, (_, index) => head - index));
    expect(text).toMatch(/Building model check · An evaluator submitted scores\. They stay blind until all have\./);
    const days = [...html.matchAll(/<h3 class="ts-day">([^<]*)</g)].map(([, day]) => day);
    expect(days.length).toBeGreaterThan(1);
    expect(new Set(days).size).toBe(days.length);
  });

  test("goes back to the first entry and forward again, every entry once", async () => {
    const seen: number[] = [];
    let href = "/ledger";
    while (href !== "") {
      const { html } = await planner.get(href);
      seen.push(...positions(html));
      href = /<a href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll("&#x3D;", "=") ?? "";
    }
    expect(seen).toEqual(Array.from({ length: head }, (_, index) => head - index));
    expect((await planner.get("/ledger?before=20")).html).toContain('href="/ledger" rel="prev"');
  });

  test("entries about people say whose account it is and who did it; on technologies people stay what they are", async () => {
    const { text } = await auditor.get("/ledger?before=40");
    expect(text).toContain("A person · Wen Kedu added Lu Anhe as Planner.");
    const about = await auditor.get("/ledger?kind=evaluation");
    const said = about.text.slice(about.text.indexOf("Show all entries"));
    for (const { name } of cast.filter(({ login }) => login !== "auditor")) expect(said).not.toContain(name.en);
  });

  test("an old link with nonsense still opens it", async () => {
    for (const query of ["?before=nonsense", "?before=-5", "?before=999999"]) {
      expect((await planner.get(`/ledger${query}`)).status).toBe(200);
    }
  });
});

describe("the filter", () => {
  const all = async (reader: Browser, first: string): Promise<number[]> => {
    const seen: number[] = [];
    for (let href = first; href !== "";) {
      const { html, status } = await reader.get(href);
      expect(status).toBe(200);
      seen.push(...positions(html));
      href = textOf(/<a href="([^"]*)" rel="next"/.exec(html)?.[1] ?? "");
    }
    return seen;
  };
  const expected = async (wanted: (event: LedgerEvent) => boolean): Promise<number[]> =>
    (await site.services.ledger.readAll(0, 100_000))
      .filter(wanted)
      .map(({ position }) => position)
      .toReversed();

  test("picks what an entry is about, and paging keeps it", async () => {
    const evidence = ["EvidenceAttached", "EvidenceWithdrawn", "EvidenceExpired"];
    expect(await all(planner, "/ledger?kind=evidence")).toEqual(await expected(({ type }) => evidence.includes(type)));
    const people = await expected(({ stream }) => stream.startsWith("person-"));
    expect(await all(planner, "/ledger?kind=people")).toEqual(people);
    expect(await all(planner, "/ledger?type=VoteCast")).toEqual(await expected(({ type }) => type === "VoteCast"));
  });

  test("picks a technology by its name or address, alone and together with the rest", async () => {
    const row = site.services.views.portfolio.page({ search: "Digital ID counter kiosk", sort: "name", limit: 1 })
      .rows[0]!;
    const own = await expected(({ stream }) => stream === `technology-${row.id}`);
    expect(await all(planner, `/ledger?technology=${row.slug}`)).toEqual(own);
    expect(await all(planner, "/ledger?technology=digital+id+counter+kiosk")).toEqual(own);
    const votes = await expected(({ stream, type }) => stream === `technology-${row.id}` && type === "VoteCast");
    expect(await all(planner, `/ledger?technology=${row.slug}&type=VoteCast`)).toEqual(votes);
    const page = await planner.get("/ledger?technology=No+such+thing&from=nonsense");
    expect(page.status).toBe(422);
    expect(page.text).toContain("There is no one technology of that name");
    expect(page.text).toContain("Enter a real date");
    expect(page.value("technology")).toBe("No such thing");
    expect(positions(page.html)).toEqual([]);
  });

  test("picks one person, by what they did and what was done to them", async () => {
    const votes = (await site.services.ledger.readAll(0, 100_000)).filter(({ type }) => type === "VoteCast");
    const id = site.services.views.people.all().find(({ id }) => votes.some(({ actor }) => actor === id))!.id;
    const own = await expected(({ actor, stream }) => actor === id || stream === `person-${id}`);
    expect(own.length).toBeGreaterThan(1);
    expect(await all(auditor, `/ledger?person=${id}`)).toEqual(own);
    const added = await expected(({ type, stream }) => type === "PersonAdded" && stream === `person-${id}`);
    expect(await all(auditor, `/ledger?person=${id}&type=PersonAdded`)).toEqual(added);
  });

  test("tells nobody who scored what before they may know: others are auditors' and administrators' to look for", async () => {
    const evaluator = site.services.views.people.holding("evaluator")[0]!.id;
    const page = await planner.get(`/ledger?person=${evaluator}`);
    expect(page.status).toBe(422);
    expect(page.text).toContain("You can look for your own entries");
    expect(positions(page.html)).toEqual([]);
  });

  test("picks days, both of them included", async () => {
    const events = await site.services.ledger.readAll(0, 100_000);
    const day = events[Math.floor(events.length / 2)]!.time.slice(0, 10);
    const own = await expected(({ time }) => time.startsWith(day));
    expect(await all(planner, `/ledger?from=${day}&until=${day}`)).toEqual(own);
    const reversed = await planner.get("/ledger?from=2026-05-02&until=2026-05-01");
    expect(reversed.text).toContain("The last day lies before the first");
    expect((await planner.get("/ledger?from=2199-01-01")).text).toContain("No entry is like that.");
  });

  test("stands in the page as it was typed, in both languages", async () => {
    const { html, text } = await planner.get("/ledger?kind=gates", { "Accept-Language": "zh-CN" });
    expect(html).toContain('<option value="gates" selected>');
    expect(text).toContain("评审与表决");
  });
});

describe("one entry", () => {
  test("says what it is, what it holds, and how to prove it; its neighbours are a step away", async () => {
    const { text, html } = await planner.get("/ledger/30");
    expect(text).toMatch(/Entry 30 .*Leaf hash [0-9a-f]{64}/);
    expect(html).toContain('href="/ledger/29" rel="prev"');
    expect(html).toContain('href="/ledger/31" rel="next"');
    expect((await planner.get("/ledger/1")).html).not.toContain('rel="prev"');
    expect((await planner.get(`/ledger/${head}`)).html).not.toContain('rel="next"');
  });

  test("names who wrote it, and the name stands in no entry", async () => {
    const events = await site.services.ledger.readAll(0, head);
    const proposed = events.find(({ type }) => type === "TechnologyProposed");
    const names = await site.services.accounts.identities.names([proposed?.actor ?? ""]);
    const name = names.get(proposed?.actor ?? "") ?? "";
    expect(name).not.toBe("");
    expect((await planner.get(`/ledger/${proposed?.position}`)).text).toContain(`By ${name} Role`);
    expect(JSON.stringify(proposed)).not.toContain(name);
    const swept = events.find(({ role }) => role === "system");
    expect((await planner.get(`/ledger/${swept?.position}`)).text).toContain("By nobody: the system");
  });

  test("a decision leads to its record", async () => {
    const [decision] = (await site.services.ledger.readAll(0, head)).filter(({ type }) => type === "GateDecided");
    expect((await planner.get(`/ledger/${decision?.position}`)).html).toContain(
      `href="/decisions/${decision?.position}"`,
    );
  });

  test("blind scores are in no entry: only their digest", async () => {
    const events = await site.services.ledger.readAll(0, head);
    const blind = events.findLast(({ type }) => type === "ScoresSubmitted");
    const { text } = await auditor.get(`/ledger/${blind?.position}`);
    expect(text).toMatch(/"sheet": "[0-9a-f]{64}"/);
    expect(text).not.toMatch(/"score":/);
  });

  test.each(["0", "-1", "1e3", "abc", "99999999", "1.5"])("there is no entry %s", async (position) => {
    expect((await planner.get(`/ledger/${position}`)).status).toBe(404);
    expect((await planner.get(`/ledger/${position}/proof`)).status).toBe(404);
  });

  test("opening by position: a number leads there, anything else back to the list, which says so", async () => {
    expect((await planner.get("/ledger/goto?position=12")).location).toBe("/ledger/12");
    expect((await planner.get("/ledger/goto?position=twelve")).location).toBe("/ledger");
    expect((await planner.get("/ledger")).text).toContain("The ledger has no entry of this number or hash.");
  });

  test("every event of the ledger is shown without a gap in either language", async () => {
    const chinese = await site.as("planner", "zh-CN");
    for (const who of [planner, chinese]) {
      for (let before = head + 1; before > 1; before -= 50) {
        expect((await who.get(`/ledger?before=${before}`)).text).not.toMatch(/Recorded:|已记录：/);
      }
    }
  });
});

describe("taken away", () => {
  test("the proof of an entry holds for its line of the export, and for no other", async () => {
    const lines = (await exported(await site.as("auditor"))).split("\n");
    const proof = await planner.get("/ledger/30/proof");
    expect(proof.headers["content-disposition"]).toContain("filename=touchstone-30.tlog-proof");
    const { vkey } = site.services.ledger;
    expect(verifyProof(proof.html, Buffer.from(lines[29] ?? ""), vkey)).toBe(true);
    expect(verifyProof(proof.html, Buffer.from(lines[30] ?? ""), vkey)).toBe(false);
  });

  test("the checkpoint is the signed note over all entries", async () => {
    const { html, headers } = await planner.get("/ledger/checkpoint");
    expect(headers["content-disposition"]).toContain("touchstone.checkpoint");
    expect(html.split("\n")[1]).toBe(String(head));
    expect(html).toBe(await site.services.ledger.checkpoint());
  });

  test("only auditors and administrators export, and only they are offered it", async () => {
    for (const login of ["planner", "evaluator", "approver"]) {
      const own = await site.as(login);
      expect((await own.get("/ledger/export.jsonl")).status).toBe(403);
      expect((await own.get("/ledger")).html).not.toContain("export.jsonl");
    }
    for (const login of ["auditor", "administrator"]) {
      const own = await site.as(login);
      expect((await own.get("/ledger")).html).toContain("export.jsonl");
      expect((await exported(own)).trimEnd().split("\n")).toHaveLength(head);
    }
  });

  test("the export holds neither scores that are blind nor anybody's name or address", async () => {
    const text = await exported(auditor);
    for (const { name, login } of cast) {
      expect(text).not.toContain(name.en);
      expect(text).not.toContain(`${login}@demo.invalid`);
    }
    const blind = text.split("\n").filter((line) => line.includes('"ScoresSubmitted"'));
    expect(blind.length).toBeGreaterThan(0);
    expect(blind.join()).not.toContain('"score"');
    const revealed = text.split("\n").filter((line) => line.includes('"ScoresRevealed"'));
    expect(revealed).toHaveLength(1);
  });
});

const exported = async (who: Browser): Promise<string> => (await who.get("/ledger/export.jsonl")).html;

describe("verification", () => {
  test("of a whole ledger says so, with entries and root", async () => {
    const page = await planner.post("/ledger/verification");
    expect(page.status).toBe(200);
    expect(page.text).toContain("The ledger is whole");
    expect(page.text).toContain(`${head} entries checked; nothing is held against them.`);
    expect(page.text).toContain((await site.services.ledger.head()).root);
    expect(page.text).not.toContain("Findings");
  });

  test("its address leads back to the ledger: a refresh or a switch of language starts again", async () => {
    expect((await planner.get("/ledger/verification")).location).toBe("/ledger");
  });

  test("of an altered ledger names the place, and says not to decide on it", async () => {
    const [vote] = (await site.services.ledger.readAll(0, head)).filter(({ type }) => type === "VoteCast");
    const place = vote?.position ?? 0;
    const db = new Sqlite(join(site.folder, "ledger.sqlite"));
    const altered = db
      .prepare(
        `UPDATE leaf SET bytes = CAST(replace(CAST(bytes AS TEXT), '"option":"approve"', '"option":"abstain"') AS BLOB)
         WHERE position = ?`,
      )
      .run(place);
    db.close();
    expect(altered.changes).toBe(1);
    const page = await planner.post("/ledger/verification");
    expect(page.text).toContain("The ledger is not whole");
    expect(page.text).toContain("Do not decide on this copy");
    expect(page.text).toMatch(new RegExp(`${place} entry altered`));
    const chinese = await (await site.as("planner", "zh-CN")).post("/ledger/verification");
    expect(chinese.text).toContain("账本不完整");
    expect(chinese.text).toContain("记录被改动");
    expect(chinese.text).toContain("所存记录与当初登记的内容不符。");
  });
});
