import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { carriedOut, fieldsIn, list, mapped, planOf, sent, technologiesIn } from "./support.ts";

let site: Site;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
});
afterAll(() => site.stop());

describe("a planner's list becomes a portfolio", () => {
  it("is read, and its columns and words are guessed to be looked at", async () => {
    const page = await planner.get(await sent(planner, list));
    expect(page.status).toBe(200);
    expect(page.text).toContain("Read as a table (CSV) with 3 rows.");
    expect(page.value("columns.name")).toBe("Name");
    expect(page.value("columns.stage")).toBe("Stage");
    expect(page.text).toContain("“In production” (1 row)");
    expect(page.value("words.stage.0")).not.toBe("");
    expect(page.value("words.department.0")).toBe("transport");
  });

  it("asks for what no row says, at its field", async () => {
    const at = await sent(planner, list);
    const fields = fieldsIn(await planner.get(at));
    const page = await planner.send(at, { ...fields, "columns.summary": "", "same.needOf": "", intent: "plan" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Choose a column, or say what holds for all rows");
    expect(page.value("columns.name")).toBe("Name");
  });

  it("shows what becomes of each row, writes nothing before it is told to, and then exactly that", async () => {
    const at = await planOf(planner, list, mapped);
    const before = await planner.get(at);
    expect(before.text).toContain("3 rows would be written");
    expect(before.text).toContain("Said: Adopted (imported, no evidence)");
    expect(technologiesIn(site)).toBe(0);
    const after = await carriedOut(planner, at);
    expect(after.text).toContain("Carried out. Rows written: 3 of 3");
    expect(technologiesIn(site)).toBe(3);
    const row = site.services.views.portfolio.bySlug("queue-forecast");
    expect(row).toMatchObject({ stage: "proposed", asserted: "adopted", gate: "admission", tier: "IV" });
    expect(site.services.views.portfolio.bySlug("snow-plan")?.asserted).toBeNull();
  });

  it("marks what is only asserted on the portfolio, by its filter and on the technology's pages", async () => {
    const mark = "Said: Adopted (imported, no evidence)";
    expect((await planner.get("/technologies")).text).toContain(mark);
    const filtered = await planner.get("/technologies?state=asserted");
    expect(filtered.text).toContain("Queue forecast");
    expect(filtered.text).not.toContain("Snow plan Transport");
    expect((await planner.get("/technologies/queue-forecast")).text).toContain(mark);
    expect((await planner.get("/technologies/queue-forecast/gates/admission")).text).toContain(mark);
    expect((await planner.get("/technologies/queue-forecast/history")).text).toContain(
      "The file says: Adopted. Asserted, no evidence.",
    );
  });

  it("creates nothing the second time", async () => {
    const page = await planner.get(await planOf(planner, list, mapped));
    expect(page.text).toContain("Nothing would be written");
    expect(page.text).toContain("It is here and says the same.");
    expect(page.html).not.toContain("/execution");
  });

  it("changes a proposal that the file says something else of, and nothing else", async () => {
    const changed = list
      .replace("Counts free places", "Counts free places and says which")
      .replace("sensor,Trial", "sensor,In production");
    const at = await planOf(planner, changed, mapped);
    expect((await planner.get(at)).text).toContain("Changes: Stage and Summary.");
    expect((await carriedOut(planner, at)).text).toContain("Rows written: 1 of 1");
    expect(site.services.views.portfolio.bySlug("parking-sensor")?.asserted).toBe("adopted");
    expect((await planner.get("/technologies/parking-sensor")).text).toContain("Counts free places and says which");
    expect((await planner.get(await planOf(planner, changed, mapped))).text).toContain("Nothing would be written");
  });
});

describe("a plan", () => {
  const one = (name: string): string =>
    `Name,Stage,Department,What it does\n${name},Trial,transport,Does what ${name} does\n`;

  it("is carried out by its own digest alone", async () => {
    const at = await planOf(planner, one("Forged plan"), mapped);
    const page = await planner.send(`${at}/execution`, { digest: "0".repeat(64), mode: "all" });
    expect(page.text).toContain("This is not the plan that you were shown");
    expect(site.services.views.portfolio.bySlug("forged-plan")).toBeNull();
  });

  it("is nobody else's", async () => {
    const at = await planOf(planner, one("Private plan"), mapped);
    const digest = (await planner.get(at)).value("digest");
    const other = await site.signedIn("planner");
    expect((await other.get(at)).status).toBe(404);
    expect((await other.post(`${at}/execution`, { digest, mode: "all" })).status).toBe(404);
    expect(site.services.views.portfolio.bySlug("private-plan")).toBeNull();
  });

  it("is void where what it rests on has changed, and a new one is a click away", async () => {
    const [first, second] = [
      await planOf(planner, one("Twice planned"), mapped),
      await planOf(planner, one("Twice planned"), mapped),
    ];
    await carriedOut(planner, first);
    const before = technologiesIn(site);
    const page = await carriedOut(planner, second);
    expect(page.text).toContain("has changed since it was made. Nothing was written");
    expect(technologiesIn(site)).toBe(before);
    const anew = await planner.send(`${second}/renewal`);
    expect(anew.text).toContain("Nothing would be written");
    expect((await planner.get(second)).status).toBe(404);
  });

  it("of two planners at once becomes one's: the other is void or refused row by row", async () => {
    const other = await site.signedIn("planner");
    const plans = [
      await planOf(planner, one("At the same moment"), mapped),
      await planOf(other, one("At the same moment"), mapped),
    ] as const;
    const before = technologiesIn(site);
    const pages = await Promise.all([carriedOut(planner, plans[0]), carriedOut(other, plans[1])]);
    expect(technologiesIn(site)).toBe(before + 1);
    expect(pages.filter(({ text }) => text.includes("Rows written: 1 of 1")).length).toBe(1);
    expect(
      pages.filter(({ text }) => /Nothing was written|Another import is being carried out/.test(text)).length,
    ).toBe(1);
  });

  it("with a row that cannot be used is not carried out whole, and its good rows can be", async () => {
    const ragged = `${one("Good row")}Broken,row,with,one,too many\nGood row,Trial,transport,Again\nLost word,Somewhere else,transport,No stage\n`;
    const at = await planOf(planner, ragged, mapped);
    const page = await planner.get(at);
    expect(page.text).toContain("Fields of the row: 5, of the headings: 4");
    expect(page.text).toContain("The same name stands in row 2 already.");
    expect(page.text).toContain("it was not said what “Somewhere else” means");
    expect((await carriedOut(planner, at, "all")).text).toContain("3 rows cannot be used");
    expect((await carriedOut(planner, at, "good")).text).toContain("Carried out. Rows written: 1 of 1");
  });

  it("is taken back as a whole while nobody has touched what it made", async () => {
    const two = `${one("Taken back")}Taken back too,Trial,transport,Also\n`;
    const at = await planOf(planner, two, mapped);
    await carriedOut(planner, at);
    await planner.post("/technologies/taken-back-too/questions", { to: "approvers", about: "whole", text: "Why?" });
    const refused = await planner.send(`${at}/withdrawal`, { reason: "Wrong file" });
    expect(refused.text).toContain("has been worked on since: Taken back too. Nothing was taken back.");
    expect(site.services.views.portfolio.bySlug("taken-back")?.stage).toBe("proposed");
    const alone = await planOf(planner, one("Wholly taken back"), mapped);
    await carriedOut(planner, alone);
    const page = await planner.send(`${alone}/withdrawal`, { reason: "Wrong file" });
    expect(page.text).toContain("This import is taken back");
    expect(site.services.views.portfolio.bySlug("wholly-taken-back")?.stage).toBe("withdrawn");
    const again = await planner.get(await planOf(planner, one("Wholly taken back"), mapped));
    expect(again.text).toContain("this takes it up again");
  });
});

describe("taking an import back", () => {
  const rows = (word: string, stage = "Trial"): string =>
    [
      "Name,Stage,Department,What it does",
      `Bus lanes,${stage},transport,${word} lanes`,
      `Tram stops,Trial,transport,Stops`,
    ]
      .concat(word === "Counts" ? [] : ["Ferry times,Trial,transport,Ferries"])
      .join("\n");
  const stateOf = async (slug: string) => {
    await site.services.views.catchUp();
    return site.services.views.technologyState(site.services.views.portfolio.bySlug(slug)?.id ?? "");
  };

  it("puts back what it changed and withdraws what it proposed, each on the record", async () => {
    await carriedOut(planner, await planOf(planner, rows("Counts"), mapped));
    const second = await planOf(planner, rows("Watches", "In production"), mapped);
    expect((await planner.get(second)).text).toContain("1 new, 1 changed and 1 as it is");
    await carriedOut(planner, second);
    expect((await planner.get("/technologies/bus-lanes")).text).toContain("says “In production” (row 2");
    expect((await planner.get(second)).text).toContain("what it changed says again what it said before");
    const page = await planner.send(`${second}/withdrawal`, { reason: "Wrong file" });
    expect(page.text).toContain("This import is taken back");
    const technology = await planner.get("/technologies/bus-lanes");
    expect(technology.text).toContain("Counts lanes");
    expect(technology.text).toContain("says “Trial”");
    expect(technology.text).toContain("Said: Piloting");
    expect((await planner.get("/technologies/bus-lanes/history")).text).toContain(
      "took back what was imported from row 2 of a file. As before, a file says: Piloting.",
    );
    expect((await stateOf("ferry-times"))?.stage).toBe("withdrawn");
    expect((await stateOf("tram-stops"))?.entries).toHaveLength(2);
    expect((await planner.get(await planOf(planner, rows("Counts"), mapped))).text).toContain(
      "Nothing would be written",
    );
  });

  it("leaves everything where somebody has worked on what it only changed", async () => {
    await carriedOut(planner, await planOf(planner, rows("Lights"), mapped));
    const third = await planOf(planner, rows("Paints"), mapped);
    await carriedOut(planner, third);
    await planner.post("/technologies/bus-lanes/questions", { to: "approvers", about: "whole", text: "Why?" });
    const refused = await planner.send(`${third}/withdrawal`, { reason: "Wrong file" });
    expect(refused.text).toContain("has been worked on since: Bus lanes. Nothing was taken back.");
    expect((await planner.get("/technologies/bus-lanes")).text).toContain("Paints lanes");
  });
});

describe("roles", () => {
  it("lets planners bring in technologies, administrators departments and people, and nobody else anything", async () => {
    const [approver, administrator] = [await site.signedIn("approver"), await site.signedIn("administrator")];
    expect((await approver.get("/imports")).status).toBe(403);
    const upload = (who: Member, kind: string) =>
      who.upload("/imports", { kind }, { field: "file", name: "list.csv", content: list });
    expect((await upload(planner, "people")).status).toBe(403);
    expect((await upload(administrator, "technologies")).status).toBe(403);
    expect((await upload(administrator, "departments")).status).toBe(303);
  });
});

it("gives two long names that begin alike an address each", async () => {
  const long = "A service that answers letters about the renewal of permits for stalls";
  const list = `Name,Stage,Department,What it does\n${long} in the north,Trial,transport,a\n${long} in the south,Trial,transport,b\n`;
  const page = await carriedOut(planner, await planOf(planner, list, mapped));
  expect(page.text).toContain("Rows written: 2 of 2");
});
