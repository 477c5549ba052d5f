import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOfCsv } from "../../support/sheet.ts";
import { scenesNamed, startDemo, type DemoSite } from "../../support/demo.ts";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemo(
    scenesNamed(
      "Permit reply assistant",
      "Street-light fault detection",
      "Hospital appointment exchange",
      "Digital ID counter kiosk",
      "Building model check",
      "Elder care check-in",
      "Hotline call transcription",
      "Snow clearing orders",
    ),
  );
}, 120_000);
afterAll(() => site.stop());

const work = async (login: string, language: "en" | "zh-CN" = "en") => (await site.as(login, language)).get("/work");

test("an approver: decisions first, then what has drifted, then what is held", async () => {
  const { text } = await work("approver");
  expect(text).toMatch(
    /Permit reply assistant: rollout gate Your vote is missing · Housing and Construction · proposed by [A-Z][a-z]+ [A-Z][a-z]+ Not enough evidence/,
  );
  expect(text).toContain("rested on has changed (entry");
  expect(text).toMatch(
    /Hospital appointment exchange The rollout is held: resume or roll back · Health · proposed by [A-Z][a-z]+ [A-Z][a-z]+ Held held 4 days a hold never lapses/,
  );
  const order = ["Needs your decision", "Changed since it was decided", "Held, and yours to release"];
  expect(order.map((title) => text.indexOf(title))).toEqual(
    order.map((title) => text.indexOf(title)).toSorted((a, b) => a - b),
  );
  expect(order.every((title) => text.includes(title))).toBe(true);
});

test("an approver who supported a waiver is not asked again, another is", async () => {
  expect((await work("approver2")).text).not.toContain("grant or refuse waiver");
  expect((await work("approver3")).text).toContain("completion gate: grant or refuse waiver w1");
});

test("an evaluator who has not scored is asked to, blind; one who disagrees is asked to moderate", async () => {
  const all = await Promise.all(["evaluator", "evaluator2", "evaluator3"].map(async (one) => (await work(one)).text));
  expect(all.filter((text) => text.includes("Building model check Declare your interest, then score"))).toHaveLength(1);
  expect(all.every((text) => text.includes("Elder care check-in Moderate “"))).toBe(true);
  expect(all.join()).not.toMatch(/recovery-from-failure|Moderate “[a-z-]+”/);
});

test("a list of incidents does not say that none is late while their reports are overdue", async () => {
  const { text } = await (await site.as("planner")).get("/technologies/hotline-call-transcription/incidents");
  expect(text).toMatch(/\d+ terms? overdue|One term overdue/);
  expect(text).toContain("One incident is open, and it is late.");
});

test("planners see their incidents, pilots, conditions and missing evidence, late ones as late", async () => {
  const texts = await Promise.all(["planner", "planner2", "planner3"].map(async (one) => (await work(one)).text));
  const all = texts.join(" ");
  for (const expected of [
    "Close incident i1",
    "Open the pilot",
    "rollout gate: fulfil “No grave or overdue incident is open”",
    "Attach the evidence that the completion gate misses",
    "2 days late",
    "is late.",
  ]) {
    expect(all).toContain(expected);
  }
});

test("what is late is one click away, and nothing else stands there", async () => {
  const planners = await Promise.all(["planner", "planner2", "planner3"].map(async (one) => site.as(one)));
  let seen = 0;
  for (const own of planners) {
    const all = await own.get("/work");
    const count = /href="\/work\?group=late"><strong>(?:(One)|(\d+)) of them/.exec(all.html);
    const alone = await own.get("/work?group=late");
    const expected = count === null ? 0 : Number(count[2] ?? 1);
    expect((alone.html.match(/<h3>/g) ?? []).length).toBe(expected);
    if (expected === 0) expect(alone.text).toContain("Nothing is late");
    seen += expected;
  }
  expect(seen).toBeGreaterThan(0);
});

test("what has no day comes last, the longest waiting first", () => {
  const { work: list } = site.services.views;
  const kinds = site.services.views.portfolio
    .page({ sort: "name", limit: 100 })
    .rows.flatMap((row) => list.of(row).map(({ kind }) => kind));
  const person = { id: "nobody", roles: ["approver", "planner", "evaluator"] as const };
  const { items } = list.page(person, { kinds: [...new Set(kinds)], limit: 200 });
  const undated = items.filter(({ due }) => due === null);
  expect(undated.length).toBeGreaterThan(2);
  expect(items.slice(-undated.length)).toEqual(undated);
  expect(undated.map(({ since }) => since)).toEqual(undated.map(({ since }) => since).toSorted());
});

test("nobody is shown what waits for another role", async () => {
  const { text } = await work("auditor");
  expect(text).toContain("Nothing waits for you");
  expect(text).not.toContain("Permit reply assistant");
  expect((await work("planner")).text).not.toContain("Your vote is missing");
});

test.each(["approver", "approver3", "evaluator", "evaluator2", "planner", "planner2", "planner3"])(
  "what waits for %s leads where it can be done",
  async (login) => {
    const own = await site.as(login);
    const { html } = await own.get("/work");
    const links = [...html.matchAll(/<h3><a href="([^"]*)"/g)].map(([, href]) => href ?? "");
    expect(links.length).toBeGreaterThan(0);
    for (const href of new Set(links)) expect([href, (await own.get(href)).status]).toEqual([href, 200]);
  },
);

test("an incident leads to its closing and a disagreement to its moderation, without a page between", async () => {
  const pages = await Promise.all(
    ["planner", "planner2", "planner3", "evaluator"].map(async (login) => (await site.as(login)).get("/work")),
  );
  const all = pages.map(({ html }) => html).join("");
  expect(all).toMatch(/<a href="\/technologies\/[^"]+\/incidents\/i\d+">/);
  expect(all).toMatch(/<a href="\/technologies\/elder-care-check-in\/evaluation\/moderations\/[a-z-]+">/);
});

test("in Chinese", async () => {
  const { text } = await work("approver", "zh-CN");
  expect(text).toContain("件事项待您处理");
  expect(text).toContain("推广评审 尚缺您的表决");
  expect(text).toContain("暂停不会自行解除");
});

test("the start page is a person's own work", async () => {
  expect((await (await site.as("planner")).get("/")).location).toBe("/work");
});

test("what waits is taken out as a file with the same things, a group or what is late alone", async () => {
  const approver = await site.as("approver", "en");
  const page = await approver.get("/work");
  expect(page.html).toContain('href="/work.csv"');
  const [heading, ...rows] = rowsOfCsv((await approver.get("/work.csv")).html);
  expect(heading).toEqual([
    ...["Group", "What it is about", "What to do", "Technology", "Department"],
    ...["State", "By", "By the minute", "Late", "Since"],
  ]);
  const decisions = rows.filter(([group]) => group === "Needs your decision");
  expect(decisions).toContainEqual(
    expect.arrayContaining(["Permit reply assistant: rollout gate", "Your vote is missing", "Not enough evidence"]),
  );
  expect(decisions.length).toBeLessThan(rows.length);
  const group = rowsOfCsv((await approver.get("/work.csv?group=decision")).html).slice(1);
  expect(group).toEqual(decisions);
  const late = rowsOfCsv((await approver.get("/work.csv?group=late")).html).slice(1);
  expect(late).toEqual(rows.filter((cells) => cells[8] === "TRUE"));
  expect((await (await site.as("auditor", "en")).get("/work.csv")).status).toBe(200);
});
