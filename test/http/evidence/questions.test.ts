import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappingOf } from "../../../src/application/piece-mapping.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting, susCsv } from "./support.ts";

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

const pieces = async () =>
  (await site.services.views.technologyState(site.services.views.portfolio.bySlug("queue-forecast")!.id))!.evidence;

/** Attempts at a task in the words of somebody's own form. */
const attempts = (seed: string): string =>
  [
    "participant,task,outcome",
    `${seed}1,Renew,是`,
    `${seed}2,Renew,否`,
    `${seed}3,Renew,是`,
    `${seed}4,Renew,done`,
  ].join("\n");
const said = {
  "answers.values.0.column": "outcome",
  "answers.values.0.heading": "outcome",
  "answers.values.0.word": "是",
  "answers.values.0.meaning": "success",
  "answers.values.1.column": "outcome",
  "answers.values.1.heading": "outcome",
  "answers.values.1.word": "否",
  "answers.values.1.meaning": "failure",
};

describe("words that no reader knows", () => {
  let staged: string;

  it("are asked about with the rows they stand in, beside the first rows as they would be read", async () => {
    const page = await planner.upload(at, { title: "Tasks" }, piece("tasks.csv", attempts("a")));
    expect(page.status).toBe(422);
    expect(page.text).toContain("2 words in “outcome” are not known: say what each means");
    expect(page.text).toMatch(/“是” in 2 rows, the first is row 2/);
    expect(page.text).toMatch(
      /2 cannot be used outcome “是” is not success, partial or failure outcome takes: .* For example: success a1/,
    );
    expect(page.html).toContain('href="#answers-values-0-meaning"');
    expect(page.value("answers.values.0.word")).toBe("是");
    expect(page.value("title")).toBe("Tasks");
    staged = page.value("staged");
    expect(await pieces()).toHaveLength(0);
  });

  it("mean what was answered: the page shows that before anything is attached", async () => {
    const page = await planner.post(at, { title: "Tasks", staged, ...said, intent: "preview" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("4 rows in all. Nothing is attached yet.");
    expect(page.text).toMatch(/2 counts a1 Renew success written: 是/);
    // What was answered goes on with the form.
    expect(page.value("answers.values.1.meaning")).toBe("failure");
    expect(await pieces()).toHaveLength(0);
  });

  it("are recorded with the piece, and the next file of the source asks nothing", async () => {
    const done = await planner.send(at, { title: "Tasks", staged, ...said });
    expect(done.text).toContain("Attached as e1");
    expect(done.text).toContain("“是” in outcome means success");
    const next = await evaluator.upload(at, { title: "Next" }, piece("next.csv", attempts("b")));
    expect(next.location).toBe(`${at}/e2`);
    const mapping = { values: { outcome: { 是: "success", 否: "failure" } } };
    for (const one of await pieces()) expect(await mappingOf(site.services.ledger, one)).toMatchObject(mapping);
    expect((await evaluator.send(`${at}/e2/measurement`)).text).toContain("as recorded");
  });

  it("are shown as answered before, by whom and when, and can be answered anew", async () => {
    const page = await evaluator.upload(at, { title: "Third", intent: "preview" }, piece("third.csv", attempts("c")));
    expect(page.text).toMatch(/Read as answered before on .* by Person Number 2: .*“是” in outcome means success/);
    const fields = { title: "Third", staged: page.value("staged") };
    const anew = await evaluator.post(at, { ...fields, intent: "change" });
    expect(anew.text).toContain("What do the words in “outcome” mean?");
    expect(anew.value("answers.values.0.word")).toBe("否");
    expect(anew.value("answers.values.0.meaning")).toBe("failure");
    expect(anew.value("anew")).toBe("yes");
    const other = { ...said, "answers.values.1.meaning": "partial" };
    const done = await evaluator.send(at, { ...fields, ...other, anew: "yes" });
    expect(done.text).toContain("“否” in outcome means partial");
  });

  it("that are new in a known source are asked about alone, and what was answered before stays", async () => {
    const more = attempts("d").replace("done", "半");
    const page = await planner.upload(at, { title: "Fourth" }, piece("fourth.csv", more));
    expect(page.text).toContain("One word in “outcome” is not known");
    const word = { column: "outcome", heading: "outcome", word: "半", meaning: "=row" };
    const fields = Object.fromEntries(Object.entries(word).map(([name, text]) => [`answers.values.0.${name}`, text]));
    const done = await planner.send(at, { title: "Fourth", staged: page.value("staged"), ...fields });
    expect(done.text).toContain("“是” in outcome means success");
    expect(done.text).toContain("Rows left out where outcome is 半");
  });
});

describe("ids that stand in earlier evidence with other answers", () => {
  const answers = (shift: number): string => susCsv(8, "").replaceAll(",1\n", `,${shift}\n`);
  const second = answers(2).replaceAll("4,2,5,1", "2,4,2,4");

  it("are asked about, and count as they are said to", async () => {
    expect((await planner.upload(at, { title: "First survey" }, piece("one.csv", susCsv(8, "")))).location).not.toBe(
      "",
    );
    const page = await planner.upload(at, { title: "Second survey" }, piece("two.csv", second));
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/8 of 8 ids in this file also stand in e\d, with other answers/);
    const fields = { title: "Second survey", staged: page.value("staged") };
    const done = await planner.send(at, { ...fields, "answers.people": "other" });
    expect(done.text).toContain("Ids that stood in earlier evidence are other people");
    const all = (await pieces()).filter(({ kind }) => kind === "sus");
    expect(all.map(({ statistics }) => statistics.kind === "sus" && statistics.n)).toEqual([8, 8]);
    expect(all[1]?.warnings).toContain("other-people");
    expect((await planner.send(`${at}/${all[1]!.evidence}/measurement`)).text).toContain("as recorded");
  });

  it("are not asked about where they answered alike, as in a later copy of a survey", async () => {
    const longer = `${susCsv(8, "")}9,staff,4,2,5,1,4,2,5,2,4,1\n`;
    const done = await planner.upload(at, { title: "Longer" }, piece("longer.csv", longer));
    expect(done.status).toBe(303);
  });

  it("count once where they are the same people", async () => {
    const third = second.replaceAll("staff", "public");
    const page = await planner.upload(at, { title: "Third survey" }, piece("three.csv", third));
    const fields = { title: "Third survey", staged: page.value("staged"), "answers.people": "same" };
    expect((await planner.post(at, fields)).status).toBe(303);
    const last = (await pieces()).at(-1)!;
    expect(last.statistics.kind === "sus" && last.statistics.n).toBe(0);
  });
});

describe("an archive of several files", () => {
  it("is never asked how its letters read", async () => {
    // The mark of a ZIP and bytes that are no text in any encoding.
    const broken = Buffer.concat([
      Buffer.from("504b0304140000000800", "hex"),
      Buffer.from([0xa3, 0x9c, 0xe4, 0, 0xff]),
    ]);
    const page = await planner.upload(at, { title: "Archive" }, piece("results.zip", broken));
    expect(page.status).toBe(422);
    expect(page.html).not.toContain('name="encoding"');
  });
});

describe("what is not measured", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

  it("is asked about where it is a picture, and attached as a document by one button, without sending it again", async () => {
    const page = await planner.upload(at, { title: "Dashboard" }, piece("shot.png", png));
    expect(page.status).toBe(422);
    expect(page.text).toContain("This is a file of kind PNG, and nothing is measured from it.");
    const done = await planner.send(at, { title: "Dashboard", staged: page.value("staged"), intent: "document" });
    expect(done.text).toMatch(/Attached as e\d+/);
    expect((await pieces()).at(-1)?.kind).toBe("document");
  });

  it("is attached at once where it was said to be a document", async () => {
    const other = Buffer.concat([png, Buffer.from([1])]);
    const done = await planner.upload(at, { title: "Dashboard", document: "yes" }, piece("shot.png", other));
    expect(done.status).toBe(303);
  });

  it("is offered to become a document where no reader knows it", async () => {
    const page = await planner.upload(at, { title: "Notes" }, piece("notes.txt", "Just words about the pilot.\n"));
    expect(page.status).toBe(422);
    expect(page.text).toContain("Attach it as a document");
    expect((await planner.post(at, { title: "Notes", staged: page.value("staged"), intent: "document" })).status).toBe(
      303,
    );
  });
});

describe("rows that cannot be used", () => {
  it("are counted, shown with their reasons, and downloaded as a table with what stands in them", async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `P${n},Renew,success,${n < 6 ? "=soon" : n + 1}`);
    const sheet = ["participant,task,outcome,seconds", ...rows].join("\n");
    const page = await planner.upload(at, { title: "Times" }, piece("times.csv", sheet));
    expect(page.text).toContain("6 of 40 rows cannot be used");
    expect(page.text).toContain("6 rows cannot be used.");
    const list = await planner.post(at, { title: "Times", staged: page.value("staged"), intent: "rejected" });
    expect(list.status).toBe(200);
    expect(list.html).toContain("File,Row,Why it cannot be used,participant,task,outcome,seconds");
    expect(list.html.split("\r\n")).toHaveLength(8);
    expect(list.html).toMatch(/times\.csv,2,"?seconds “=soon” is not a number.*,P0,Renew,success,'=soon/);
  });
});
