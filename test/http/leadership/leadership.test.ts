import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import type { Browser } from "../../support/http.ts";

let demo: DemoSite;
let approver: Browser;

beforeAll(async () => {
  demo = await startDemo(
    scenesNamed(
      ...["Permit reply assistant", "Hospital appointment exchange", "Parking guidance", "Fax gateway"],
      ...["Ferry ticket machines", "Snow clearing orders", "Street-light fault detection", "Data-sharing exchange"],
      "Hotline call transcription",
    ),
  );
  approver = await demo.as("approver");
}, 240_000);
afterAll(() => demo.stop());

const always = "from=2025-01-01&to=2026-12-31";

interface Numbered {
  readonly href: string;
  readonly count: number;
}

const unescaped = (href: string): string => href.replaceAll("&amp;", "&");

/** Links whose text is a number and nothing else. */
const numbersIn = (html: string): readonly Numbered[] =>
  [...html.matchAll(/<a href="([^"]+)">([\d\u00a0\u2009,]+)<\/a>/g)].map(([, href = "", count = ""]) => ({
    href: unescaped(href),
    count: Number(count.replace(/\D/g, "")),
  }));

/** Rows of a list from its first page to its last. */
async function lengthOf(by: Browser, address: string): Promise<number> {
  let rows = 0;
  for (let next: string | undefined = address; next !== undefined;) {
    const page = await by.get(next);
    expect([next, page.status]).toEqual([next, 200]);
    const main = page.html.slice(page.html.indexOf('<main id="main">'));
    rows += address.startsWith("/technologies?")
      ? [...main.matchAll(/<a class=name href=/g)].length
      : [...(/<tbody>(.*?)<\/tbody>/s.exec(main)?.[1] ?? "").matchAll(/<tr>/g)].length;
    next = /<a href="([^"]+)" rel="next">/.exec(main)?.[1]?.replaceAll("&amp;", "&");
  }
  return rows;
}

async function everyNumberIsALength(by: Browser, pages: readonly string[], least: number): Promise<void> {
  const checked = new Set<string>();
  for (const address of pages) {
    const page = await by.get(address);
    expect([address, page.status]).toEqual([address, 200]);
    for (const { href, count } of numbersIn(page.html)) {
      expect([href, await lengthOf(by, href)]).toEqual([href, count]);
      checked.add(href);
    }
  }
  expect(checked.size).toBeGreaterThan(least);
}

const departmentPages = (): readonly string[] =>
  demo.services.views.departments.all().map(({ key }) => `/scorecard/${key}?${always}`);

describe("decision information", () => {
  it("gives each number the list that it is the length of, of all departments and of one", async () => {
    const [one] = demo.services.views.portfolio.page({ sort: "name", limit: 1 }).rows;
    const whole = `/decision-information?${always}`;
    await everyNumberIsALength(approver, [whole, `${whole}&department=${one?.department ?? ""}`], 15);
  }, 120_000);

  it("tells where everything is, what came and how it turned out, and says what is meant by each", async () => {
    const { text } = await approver.get(`/decision-information?${always}`);
    for (const words of [
      "Where everything is",
      "Which decisions came",
      "Waivers and voices against",
      "Technologies by department",
    ])
      expect(text).toContain(words);
  });

  it("begins with the quarter it is, and says so where the days asked for are no period", async () => {
    const { text } = await approver.get("/decision-information");
    const day = demo.services.today();
    expect(text).toContain(`Quarter ${Math.ceil(Number(day.slice(5, 7)) / 3)} of ${day.slice(0, 4)}`);
    for (const wrong of [
      "from=2026-02-30&to=2026-03-01",
      "from=2026-03-02&to=2026-03-01",
      "from=x",
      "from=0001-01-01&to=2026-01-01",
    ]) {
      const page = await approver.get(`/decision-information?${wrong}`);
      expect([wrong, page.status]).toEqual([wrong, 200]);
      expect(page.text).toContain("is no period of at most ten years");
    }
  });

  it("says what will stand there where nothing came yet", async () => {
    const { text } = await approver.get("/decision-information?from=2020-01-01&to=2020-03-31");
    expect(text).toContain("Quarter 1 of 2020");
    expect(text).toContain("No rollout was approved in this period.");
    expect(text).toContain("no decision came");
  });

  it("is a file with the same numbers, and no cell that a spreadsheet would run", async () => {
    const page = await approver.get(`/decision-information?${always}`);
    const file = await approver.get(`/decision-information.csv?${always}`);
    const lines = file.html.split("\r\n");
    for (const { href, count } of numbersIn(page.html).filter(({ href }) => href.includes("figure=")))
      expect(lines.filter((line) => line.includes(`,${count},`) && line.endsWith(href))).toHaveLength(1);
    expect(lines.flatMap((line) => line.split(",")).filter((cell) => /^"?[=+@\t]/.test(cell))).toEqual([]);
  });
});

describe("the scorecard of departments", () => {
  it("gives each number the list that it is the length of, in the whole list and on each department's page", async () => {
    await everyNumberIsALength(approver, [`/scorecard?${always}`, ...departmentPages()], 10);
  }, 180_000);

  it("leads from each thing of a list to a page that is there", async () => {
    const lists = numbersIn((await approver.get(`/scorecard?${always}`)).html);
    const places = new Set<string>();
    for (const { href } of lists) {
      const rows = /<tbody>(.*?)<\/tbody>/s.exec((await approver.get(href)).html)?.[1] ?? "";
      for (const [, place = ""] of rows.matchAll(/<a href="([^"]+)"/g)) places.add(unescaped(place));
    }
    expect(places.size).toBeGreaterThan(20);
    expect([...places].filter((place) => place.startsWith("/ledger/")).length).toBeGreaterThan(5);
    for (const place of places) expect([place, (await approver.get(place)).status]).toEqual([place, 200]);
  }, 120_000);

  it("stands in the order of the register whatever the numbers, and its sums are those of its rows", async () => {
    const { html } = await approver.get(`/scorecard?${always}`);
    const rows = [...html.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, cell = ""]) => Number(cell.replace(/<[^>]*>|\D/g, ""))),
    );
    const keys = [...html.matchAll(/href="\/scorecard\/([\w-]+)\?/g)].map(([, key]) => key);
    expect(keys).toEqual(demo.services.views.departments.all().map(({ key }) => key));
    const [together = [], ...departments] = rows.toReversed();
    expect(together).toEqual(together.map((_, at) => departments.reduce((sum, row) => sum + (row[at] ?? 0), 0)));
    expect(Math.max(...together)).toBeGreaterThan(0);
  });

  it("shows no share of few, and says why", async () => {
    for (const address of departmentPages()) {
      const { text } = await approver.get(address);
      expect(text).not.toMatch(/\d\u00a0?%/);
    }
    const texts = await Promise.all(departmentPages().map(async (address) => (await approver.get(address)).text));
    expect(texts.some((text) => text.includes("too few for a share: under 30"))).toBe(true);
  });

  it("is a file of every department, and of one it leads to its page", async () => {
    const file = await approver.get(`/scorecard.csv?${always}`);
    const departments = demo.services.views.departments.all();
    expect(file.html.trim().split("\r\n")).toHaveLength(departments.length + 1);
    const one = await approver.get(`/scorecard?${always}&department=${departments[0]?.key ?? ""}`);
    expect([one.status, one.location]).toEqual([302, `/scorecard/${departments[0]?.key ?? ""}?${always}`]);
  });

  it("is nowhere for what is no department, no figure and no tier", async () => {
    for (const address of [
      "/scorecard/nobody",
      "/decision-information/list?figure=promise.broken",
      "/decision-information/technologies?tier=V",
    ])
      expect([address, (await approver.get(address)).status]).toEqual([address, 404]);
  });
});

describe("in Chinese", () => {
  it("every page of these rooms says everything, and with no key of a text", async () => {
    const chinese = await demo.as("approver2", "zh-CN");
    const [department = ""] = departmentPages();
    const lists = [
      ...numbersIn((await chinese.get(`/scorecard?${always}`)).html),
      ...numbersIn((await chinese.get(`/decision-information?${always}`)).html),
    ];
    for (const address of [
      `/decision-information?${always}`,
      `/scorecard?${always}`,
      department,
      ...lists.map(({ href }) => href),
    ]) {
      const page = await chinese.get(address);
      expect([address, page.status]).toEqual([address, 200]);
      expect(page.text).not.toMatch(/\b(leadership|words|portfolio):\w/);
    }
  }, 120_000);
});

describe("who reads it", () => {
  it("is everybody who holds a role, and nobody else", async () => {
    for (const login of ["planner", "auditor", "administrator"])
      expect((await (await demo.as(login)).get(`/scorecard?${always}`)).status).toBe(200);
  });
});
