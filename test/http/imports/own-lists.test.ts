import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { carriedOut, fieldsIn, sent } from "./support.ts";

/** Lists as offices keep them, brought in by their pages alone: what is not guessed is chosen by the words on the page. */
let site: Site;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
});
afterAll(() => site.stop());

interface Answers {
  /** What is typed or chosen beside the guesses. */
  readonly said?: Record<string, string>;
  /** By a word of a column, what it is said to mean. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Through the mapping as a person goes: look at it, choose, look at the words, choose, plan. */
async function planned(content: Buffer | string, name: string, { said = {}, words = {} }: Answers): Promise<string> {
  const at = await sent(planner, content, "technologies", name);
  const first = await planner.get(at);
  expect(first.status, first.text).toBe(200);
  const second = await planner.post(at, { ...fieldsIn(first), ...said, intent: "look" });
  const chosen = { ...fieldsIn(second), ...said, ...meanings(second, words) };
  const plan = await planner.post(at, { ...chosen, intent: "plan" });
  if (plan.status !== 303) throw new Error(plan.text);
  return plan.location;
}

/** The fields whose labels name a word. */
function meanings({ html }: Page, words: Readonly<Record<string, string>>): Record<string, string> {
  const labels = [...html.matchAll(/<label[^>]*for="([^"]*)"[^>]*>\s*([^]*?)<\/label>/g)];
  const fields: Record<string, string> = {};
  for (const [word, meaning] of Object.entries(words)) {
    const id = labels.find(([, , label = ""]) => label.includes(`“${word}”`))?.[1];
    const field = new RegExp(`<select[^>]*id="${id ?? "-"}"[^>]*name="([^"]*)"`).exec(html)?.[1];
    if (field === undefined) throw new Error(`The page asks for no meaning of ${word}`);
    fields[field] = meaning;
  }
  return fields;
}

const proposalOf = (slug: string) => {
  const row = site.services.views.portfolio.bySlug(slug);
  return row === null ? null : site.services.views.technologyState(row.id);
};

/** There is no encoder for it: what its decoder reads as a character is that character. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from(Array.from(text).flatMap((c) => (c < "\x80" ? [c.charCodeAt(0)] : (bytes.get(c) ?? [0x3f]))));
}

/** Latin letters stand where Latin-1 has them; the euro, the dash and the like stand elsewhere. */
const inWindows1252 = (text: string): Buffer => {
  const own: Readonly<Record<string, number>> = { "€": 0x80, "–": 0x96 };
  return Buffer.from(Array.from(text, (c) => own[c] ?? c.charCodeAt(0)));
};

describe("a list of one's own", () => {
  it("in Chinese, parted by semicolons, in the encoding of an old office, with rows of nothing at its end", async () => {
    const list = [
      "编号;项目名称;建设阶段;牵头部门;项目简介;年度费用",
      "1;智能排号;已上线;交通局;预计排队时间，减少等候;12万",
      "2;路灯巡检;试点;交通局;发现熄灭的路灯;￥80000",
      ";;;;;",
      ";;;;;",
    ].join("\r\n");
    const at = await planned(inGb18030(list), "清单.csv", { said: { "same.needOf": "市民" } });
    const page = await planner.get(at);
    expect(page.text).toContain("1 new and 1 left out");
    // "12万" is a figure to people alone: the row says so, and the rest is not held up.
    expect(page.text).toContain("Cost of a year: “12万” is no number.");
    expect((await carriedOut(planner, at, "good")).text).toContain("Rows written: 1 of 1");
    const slug = site.services.views.portfolio.page({ search: "路灯巡检", sort: "name", limit: 5 }).rows[0]?.slug ?? "";
    expect((await proposalOf(slug))?.proposal).toMatchObject({
      name: "路灯巡检",
      department: "transport",
      cost: { annual: 80_000 },
    });
    expect((await planner.get(`/technologies/${slug}`)).text).toContain("says “试点” (row 3");
  });

  it("in Windows-1252 with a title above and two rows of headings, whose figures are written as in Europe", async () => {
    const list = [
      "Digital services – inventory, spring 2026;;;;;",
      ";;;;;",
      "Service;;;Money;;",
      "Name;Department;Description;Annual cost;Number of users;Status",
      "Büroklammern-Bestellung;Transport;Orders paper clips for 3 £;12.500,50 €;n/a;live",
      "Café au lait;Transport;Coffee;;1.234.567;live",
    ].join("\r\n");
    const at = await planned(inWindows1252(list), "inventar.csv", {
      said: { "same.needOf": "The desk" },
      words: { live: "adopted" },
    });
    expect((await carriedOut(planner, at)).text).toContain("Rows written: 2 of 2");
    const [clips, coffee] = [await proposalOf("buroklammern-bestellung"), await proposalOf("cafe-au-lait")];
    expect(clips?.proposal).toMatchObject({
      name: "Büroklammern-Bestellung",
      cost: { annual: 12_500.5 },
      demand: { users: null },
    });
    expect(coffee?.proposal.demand.users).toBe(1_234_567);
  });

  it("as a workbook with a merged title, days as serial numbers and a status that nobody here knows", async () => {
    const workbook = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: "Projekte",
            rows: [
              ["Our projects"],
              [],
              ["Project", "Start", "Status", "Lead department", "Description", "Owner"],
              ["Flood gauge", 46_082, "Phase Q2/x", "Transport", "Reads the gauge", "Person Number 2"],
              ["Flood siren", 46_083, "paused?", "Transport", "Sounds the siren", ""],
            ],
            merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }],
          },
        ],
      }),
    );
    const at = await planned(workbook, "projekte.xlsx", {
      said: { "same.needOf": "Villages by the river" },
      words: { "Phase Q2/x": "piloting", "paused?": "-" },
    });
    const page = await planner.get(at);
    expect(page.text).toContain("“paused?” is left out, as you said.");
    expect((await carriedOut(planner, at)).text).toContain("Rows written: 1 of 1");
    expect(site.services.views.portfolio.bySlug("flood-gauge")?.asserted).toBe("piloting");
    expect((await proposalOf("flood-gauge"))?.proposal.sponsor).toBe(planner.id);
  });

  it("of forty columns, some of the same name, with identifiers that stand there twice", async () => {
    const headings = Array.from({ length: 36 }, (_, at) => (at % 6 === 0 ? "Remark" : `Column ${at}`));
    const cells = headings.map((_, at) => `value ${at}`);
    const list = [
      ["ID", "System", "Unit", "Purpose", ...headings],
      ["7", "Wide one", "transport", "Is wide", ...cells],
      ["7", "Wide two", "transport", "Is wide too", ...cells],
      ["8", "Wide three", "transport", "Is wide as well", ...cells],
    ]
      .map((row) => row.join("\t"))
      .join("\n");
    const at = await sent(planner, list, "technologies", "wide.tsv");
    expect((await planner.get(at)).text).toContain("stand in the file more than once and are numbered: Remark");
    const plan = await planned(list, "wide.tsv", { said: { "same.needOf": "Everybody" } });
    expect((await planner.get(plan)).text).toContain("The same identifier stands in row 2 already.");
    expect((await carriedOut(planner, plan, "good")).text).toContain("Rows written: 2 of 2");
    expect(site.services.views.portfolio.bySlug("wide-three")).not.toBeNull();
  });

  it("of which no heading is known shows its first rows as they stand, to choose by", async () => {
    const list = "Foo,Bar\nRoad salt,transport\n";
    const page = await planner.get(await sent(planner, list));
    expect(page.text).toMatch(/First rows.*Row Foo Bar 2 Road salt transport/);
  });
});
