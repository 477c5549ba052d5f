import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crafted, header, text } from "../../evidence/crafted-workbook.ts";
import { zipOf } from "../../evidence/zip-of.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { carriedOut, mapped, planOf, sent, technologiesIn } from "./support.ts";

let site: Site;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
});
afterAll(() => site.stop());

const sound = async (): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        { name: "Notes", rows: [["read me"]] },
        {
          name: "List",
          rows: [
            ["Name", "Stage", "Department", "What it does"],
            ["From a workbook", "Trial", "transport", "Counts,\nin two lines"],
          ],
        },
      ],
    }),
  );

describe("workbooks", () => {
  it("are read by the sheet that is named", async () => {
    const at = await planOf(planner, await sound(), { ...mapped, sheet: "List" });
    expect((await carriedOut(planner, at)).text).toContain("Rows written: 1 of 1");
    expect(site.services.views.portfolio.bySlug("from-a-workbook")?.asserted).toBe("piloting");
  });

  const wide = Array.from({ length: 300 }, (_, at) => text(`${column(at)}1`, "x")).join("");
  const hostile: readonly (readonly [string, () => Promise<Buffer> | Buffer])[] = [
    [
      "two cells at the corners",
      () => crafted(`<row r="1">${text("A1", "x")}</row><row r="1048576">${text("XFD1048576", "y")}</row>`),
    ],
    ["a cell beyond every sheet", () => crafted(`<row r="999999999">${text("ZZZZZZ999999999", "y")}</row>`)],
    ["a million rows that are not there", () => crafted(`${header}<row r="1000000">${text("A1000000", "x")}</row>`)],
    ["no end", () => crafted("<row><c><is><t>")],
    ["no cell", () => crafted("")],
    ["three hundred columns", () => crafted(`<row r="1">${wide}</row>`)],
    ["a shared string of hundreds of megabytes", () => crafted(header, Buffer.alloc(310 << 20, 0x61))],
    ["cut at a fifth", async () => (await sound()).subarray(0, 400)],
    [
      "twenty thousand rows with a cell in the last column",
      () =>
        crafted(
          Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}">${text(`XFD${at + 1}`, "x")}</row>`).join(""),
        ),
    ],
    ["no sheet", () => zipOf({ name: "xl/workbook.xml", content: "<workbook/>" })],
    ["a binary workbook", () => zipOf({ name: "xl/workbook.bin", content: "x" })],
    [
      "an archive of archives",
      () => zipOf({ name: "a.zip", content: zipOf({ name: "b.zip", content: "x" }) }, { name: "c.zip", content: "x" }),
    ],
  ];

  it.each(hostile)(
    "%s: refused in words while another request is answered",
    async (_name, made) => {
      const at = await sent(planner, await made(), "technologies", "list.xlsx");
      const [page, other] = await Promise.all([planner.get(at), answeredWithin(planner)]);
      expect(other).toBe(200);
      expect(page.status).toBe(422);
      expect(page.text).toContain("The file cannot be read as it is.");
      expect(page.html).not.toContain('value="plan"');
    },
    90_000,
  );

  it("that name a file of ours show its name at most", async () => {
    const entities = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>';
    const rows = `<row r="1">${text("A1", "Name")}<c r="B1" t="s"><v>0</v></c></row><row r="2">${text("A2", "&x;")}</row>`;
    const page = await planner.get(await sent(planner, crafted(rows, entities), "technologies", "list.xlsx"));
    expect(page.html).not.toContain("root:");
  });

  it("leave nothing behind", () => {
    expect(technologiesIn(site)).toBe(1);
  });
});

async function answeredWithin(who: Member): Promise<number> {
  const started = performance.now();
  const { status } = await who.get("/imports");
  return performance.now() - started < 10_000 ? status : 0;
}

function column(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : column(Math.floor(at / 26) - 1) + column(at % 26);
}
