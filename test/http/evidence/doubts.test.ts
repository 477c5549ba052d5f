import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { mappingOf } from "../../../src/application/piece-mapping.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";

let site: Site;
let planner: Member;
let slug: string;
let at: string;
/** The plan is locked three days ago, so that there is time to measure in. */
const clock = { ahead: -3 * 86_400_000, now: (): string => new Date(Date.now() + clock.ahead).toISOString() };
let yesterday: string;
beforeAll(async () => {
  site = await startSite({}, clock);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  slug = await piloting(site, planner, await site.signedIn("approver"), "Queue forecast", { services: ["portal"] });
  at = `/technologies/${slug}/evidence`;
  clock.ahead = 0;
  yesterday = addDays(site.services.today(), -1);
});
afterAll(() => site.stop());

const inPlan = async () => {
  const found = await site.services.views.technologyState(site.services.views.portfolio.bySlug(slug)!.id);
  return found?.evidence ?? [];
};
const count = async () => (await inPlan()).length;
/** Latin letters of Windows-1252 are one byte each, those below 256 where Unicode has them. */
const inWindows1252 = (text: string): Buffer => Buffer.from(text, "latin1");
/** “老年人” as GB18030 writes it. */
const older = Buffer.from([0xc0, 0xcf, 0xc4, 0xea, 0xc8, 0xcb]);
const inGb18030 = (text: string): Buffer =>
  Buffer.concat(
    text.split("老年人").flatMap((part, i) => (i === 0 ? [Buffer.from(part)] : [older, Buffer.from(part)])),
  );

describe("a file that is not UTF-8", () => {
  it("is not attached on a guess: the form shows how its words read in each encoding", async () => {
    const before = await count();
    const sheet = piece("answers.csv", inGb18030(susCsv(14, "gb", "老年人")));
    const page = await planner.upload(at, { title: "Answers" }, sheet);
    expect(page.status).toBe(422);
    expect(page.text).toContain("The file is not UTF-8. Choose the line whose words read right");
    expect(page.text).toMatch(/GB18030, the likeliest reads: [^G]*老年人/);
    expect(page.text).toMatch(/Windows-1252 reads: \S*ÀÏÄêÈË/);
    expect(page.html).toContain('href="#encoding"');
    expect(await count()).toBe(before);
  });

  it("is read as its person says, which the piece and its command say, and which the same file is read with again", async () => {
    const sheet = piece("answers.csv", inGb18030(susCsv(14, "gb", "老年人")));
    const asked = await planner.upload(at, { title: "Answers" }, sheet);
    const fields = { title: "Answers", staged: asked.value("staged"), encoding: "gb18030" };
    const done = await planner.send(at, fields);
    expect(done.text).toContain("Attached as e1");
    expect(done.text).toContain("老年人");
    expect(done.text).toContain("Written in GB18030");
    expect(done.text).not.toContain("its encoding was guessed");
    expect(await mappingOf(site.services.ledger, (await inPlan())[0]!)).toEqual({
      format: "sus-wide",
      columns: {},
      conditions: {},
      rows: {},
      encoding: "gb18030",
    });
    const again = await planner.send(`${at}/e1/measurement`);
    expect(again.text).toContain("as recorded");
  });

  it("is attached with its warning where nobody knows", async () => {
    const sheet = piece("élèves.csv", inWindows1252(susCsv(13, "fr", "élèves")));
    const done = await planner.upload(at, { title: "Nobody knows", asItIs: "yes" }, sheet);
    expect((await planner.get(done.location)).text).toContain("its encoding was guessed");
  });

  it("shows the headings of a table that nobody knows as they read in the encoding chosen", async () => {
    const table = `Élèves,Âge,Score\n1,2,3\n4,5,6\n`;
    const asked = await planner.upload(at, { title: "Élèves" }, piece("t.csv", inWindows1252(table)));
    expect(asked.text).toContain("Which line reads right?");
    const fields = { title: "Élèves", staged: asked.value("staged"), intent: "columns" };
    const right = await planner.post(at, { ...fields, encoding: "windows-1252" });
    expect(right.text).toContain("Élèves Âge Score 1 2 3");
    const wrong = await planner.post(at, { ...fields, encoding: "utf-8" });
    expect(wrong.text).not.toContain("Élèves Âge Score 1 2 3");
  });
});

const monitor = (over = {}): string =>
  JSON.stringify({ uptime: 99.5, apdex: 0.97, requests: { samples: 2001, failures: 50 }, ...over });

describe("a monitor's file that names neither service nor days", () => {
  it("is asked for both at once, offering the plan's services, and counts once they are said", async () => {
    const before = await count();
    const asked = await planner.upload(at, { title: "Monitor" }, piece("updown.json", monitor()));
    expect(asked.status).toBe(422);
    expect(asked.text).toContain("The file names no service. Say which of the plan’s services it is");
    expect(asked.text).toContain("The file does not say which days it is about");
    expect(asked.html).toContain('<option value="portal">portal</option>');
    expect(asked.html).toMatch(/<details[^>]* open/);
    expect(await count()).toBe(before);
    const said = { title: "Monitor", staged: asked.value("staged"), service: "portal", from: yesterday, to: yesterday };
    const done = await planner.send(at, said);
    expect(done.text).toContain("portal totals only");
    expect(done.text).toContain("Read with what whoever attached it stated. from, as stated");
  });

  it("that is attached as it is says why it counts for nothing", async () => {
    const done = await planner.upload(at, { title: "As is", asItIs: "yes" }, piece("u.json", monitor({ uptime: 98 })));
    const page = await planner.get(done.location);
    expect(page.text).toContain("None of the services in the file is one of the plan’s");
    expect(page.text).toContain("The file does not say which service it is about");
  });
});

it("a service under an address of its own is said to be one of the plan's", async () => {
  const now = Math.floor(Date.now() / 1000);
  const values = Array.from({ length: 20 }, (_, i) => [now - 20 + i, "1"]);
  const result = [{ metric: { __name__: "up", instance: "10.0.0.1:9100" }, values }];
  const answer = JSON.stringify({ status: "success", data: { resultType: "matrix", result } });
  const asked = await planner.upload(at, { title: "Scraped" }, piece("range.json", answer));
  expect(asked.text).toContain("The file speaks of “10.0.0.1:9100”, which is no service of the plan.");
  const done = await planner.send(at, { title: "Scraped", staged: asked.value("staged"), service: "portal" });
  expect(done.text).toContain("portal 0 outages; observed 20 s");
});

it("a list of incidents that nobody was watching is read once its days are said", async () => {
  const list = `service,start,end,severity\nportal,${yesterday} 00:00:00,${yesterday} 00:00:01,major\n`;
  const asked = await planner.upload(at, { title: "Incidents" }, piece("incidents.csv", list));
  expect(asked.status).toBe(422);
  expect(asked.html).toContain('href="#from"');
  const done = await planner.send(at, {
    title: "Incidents",
    staged: asked.value("staged"),
    from: yesterday,
    to: yesterday,
  });
  expect(done.text).toContain("portal one outage");
});

describe("a mapping under which most rows cannot be used", () => {
  const people = Array.from({ length: 30 }, (_, i) => `${i % 2 === 0 ? "north" : "south"},${i % 2},${1 + (i % 9)}`);
  const table = `area,again,score\n${people.join("\n")}\n`;
  const meant = {
    "mapping.format": "outcomes-csv",
    "mapping.columns.group": "area",
    "mapping.columns.outcome": "again",
    "mapping.columns.prediction": "score",
  };

  it("is shown again with the first reasons and a place to say which cells mean yes", async () => {
    const before = await count();
    const asked = await planner.upload(at, { title: "Outcomes" }, piece("scores.csv", table));
    const fields = { title: "Outcomes", staged: asked.value("staged"), ...meant };
    const doubted = await planner.post(at, fields);
    expect(doubted.status).toBe(422);
    expect(doubted.text).toMatch(/2\d of 30 rows cannot be used; over 1 % leaves an indicator unknown/);
    expect(doubted.text).toMatch(/The first rows that cannot be used Row \d+: prediction/);
    expect(doubted.html).toContain('name="mapping.conditions.prediction"');
    expect(await count()).toBe(before);
    const strict = await planner.post(at, { ...fields, "mapping.conditions.prediction": "> 5" });
    expect(strict.text).toContain("Write the cells that mean yes, such as 1");
    const done = await planner.send(at, { ...fields, "mapping.conditions.prediction": ">= 5" });
    expect(done.text).toContain("30 rows, every one of them usable");
    expect(done.text).toContain("The plan measures no indicator from evidence of this kind.");
  });

  it("is remembered, and offered to be corrected where the next file of its source does not fit it", async () => {
    const words = table.replace("north,0,1", "north,0,low").replace("south,1,2", "south,1,low");
    const page = await planner.upload(at, { title: "Next" }, piece("next.csv", words));
    expect(page.status).toBe(422);
    expect(page.text).toContain("2 of 30 rows cannot be used");
    expect(page.value("mapping.conditions.prediction")).toBe(">= 5");
  });

  it("is asked about where every row gives the same answer", async () => {
    const asked = await planner.upload(at, { title: "Slip" }, piece("slip.csv", table.replace("score", "points")));
    const fields = { title: "Slip", staged: asked.value("staged"), ...meant, "mapping.columns.prediction": "points" };
    const page = await planner.post(at, { ...fields, "mapping.conditions.prediction": ">= 50" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Every row has the same outcome or the same prediction. Check which cells mean yes");
  });

  it("that counted some rows only is not applied to the next file without asking", async () => {
    const sites = table.replace("area,", "site,area,").replaceAll(/^(north|south)/gm, "a,$1");
    const asked = await planner.upload(at, { title: "Site a" }, piece("sites.csv", sites));
    const rows = { "mapping.rows.0.heading": "site", "mapping.rows.0.text": "a" };
    const fields = { title: "Site a", staged: asked.value("staged"), ...meant, ...rows };
    const first = await planner.send(at, { ...fields, "mapping.conditions.prediction": ">= 5" });
    expect(first.text).toContain("30 rows, every one of them usable");
    const page = await planner.upload(at, { title: "Site b" }, piece("next.csv", `${sites}b,north,1,9\n`));
    expect(page.status).toBe(422);
    expect(page.text).toContain("Only some rows of files like this were chosen before (site: a).");
  });
});

it("what was measured before the pilot is refused with what to do instead", async () => {
  const old = { title: "Old", from: "2026-01-01", to: "2026-01-02" };
  const page = await planner.upload(at, old, piece("old.csv", susCsv(12, "old")));
  expect(page.status).toBe(409);
  expect(page.text).toContain("measure again and attach that, or tick “This is a document”");
});

describe("rows that cannot be used, to somebody who reads Chinese", () => {
  const table = `records,bytes,seconds,failures,start\n${"1,2,3,0,2026-03-01\n".repeat(20)}1,2,3,0,10.3.26\n许多,2,3,0,\n`;

  it("are told why in Chinese, on the form, in the preview and in the list to correct", async () => {
    await planner.post("/language", { to: "zh-CN", back: "/" });
    const page = await planner.upload(at, { title: "处理" }, piece("runs.csv", table));
    const list = await planner.post(at, { title: "处理", staged: page.value("staged"), intent: "rejected" });
    await planner.post("/language", { to: "en", back: "/" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("start：“10.3.26”的年份只有两位（26）：请写全四位");
    expect(page.text).toContain("records 的“许多”不是数字");
    expect(page.text).not.toMatch(/year of two digits|is not a number/);
    expect(list.html).toContain("22,start：“10.3.26”的年份只有两位（26）：请写全四位");
  });

  it("and a refusal names the first of them so", async () => {
    await planner.post("/language", { to: "zh-CN", back: "/" });
    const page = await planner.upload(
      at,
      { title: "处理" },
      piece("runs.csv", "records,bytes,seconds,failures\n许多,2,3,0\n"),
    );
    await planner.post("/language", { to: "en", back: "/" });
    expect(page.text).toContain("核对各列的写法（records 的“许多”不是数字）");
  });
});

it("a refusal is said in whole Chinese sentences, the reader's own words in small print", async () => {
  await planner.post("/language", { to: "zh-CN", back: "/" });
  const page = await planner.upload(
    at,
    { title: "查询" },
    piece("cut.json", '{"status":"error","error":"bad query","data":{}}'),
  );
  await planner.post("/language", { to: "en", back: "/" });
  expect(page.status).toBe(422);
  expect(page.text).toMatch(/第 1 个文件（cut\.json）：[^A-Za-z]+。/);
  expect(page.html).toMatch(/<p class="tiny" lang="en">[^<]+<\/p>/);
});
