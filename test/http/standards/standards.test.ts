import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAll } from "../../../src/application/sweep.ts";
import { HandClock, dayNumber } from "../../support/house.ts";
import { refusal, startSite } from "../../support/http.ts";
import type { Fields, Member, Page, Site } from "../../support/http.ts";
import { proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const clock = new HandClock();
let site: Site;
let administrator: Member;
let planner: Member;
let evaluator: Member;
let slug: string;
let at: string;

beforeAll(async () => {
  site = await startSite({}, clock);
  administrator = await withDepartment(site);
  planner = await site.signedIn("planner");
  evaluator = await site.signedIn("evaluator");
  const standards = ["City interfaces", "House rules of 1990"];
  slug = await proposed(site, planner, "Permit counter", { tier: "II", standards });
  at = `/technologies/${slug}`;
});
afterAll(() => site.stop());

const standard = "/standards/city-interfaces";
const added: Fields = {
  kind: "interface",
  "name.en": "City interfaces",
  "name.zh": "城市接口规范",
  standard: "city-interfaces",
  department: "transport",
};
const drafted = (label: string): Fields => ({ label, text: `What version ${label} asks for.`, link: "" });

/** Opens the form as a browser does, and sends it with what is on it. */
async function fill(member: Member, address: string, fields: Fields): Promise<Page> {
  const page = await member.get(address);
  expect(page.status, address).toBe(200);
  const hidden = ["commandId", "version", "shown"].map((name) => [name, page.value(name)] as const);
  return member.send(address, { ...Object.fromEntries(hidden.filter(([, value]) => value !== "")), ...fields });
}

const csv = async (member: Member): Promise<string> => (await member.get("/standards.csv")).html;

describe("the register of standards", () => {
  it("says what will stand there, and offers its keeper to begin", async () => {
    expect((await administrator.get("/standards")).html).toContain('href="/standards/new"');
    const page = await planner.get("/standards");
    expect(page.text).toContain("No standard is in the register yet");
    expect(page.html).not.toContain("/standards/new");
    expect((await planner.get("/standards/new")).status).toBe(403);
    expect((await planner.post("/standards/new", added)).status).toBe(403);
  });

  it("takes a standard with one owner, and says what is wrong at its field", async () => {
    const none = await administrator.post("/standards/new", { ...added, department: "" });
    expect(none.status).toBe(422);
    expect(none.text).toContain("Choose a department or a person, not both");
    const both = await administrator.post("/standards/new", { ...added, person: planner.id });
    expect(both.status).toBe(422);
    const page = await administrator.send("/standards/new", added);
    expect(page.text).toContain("The standard is in the register. Write its first version now.");
    expect(page.text).toContain("Answers for it Transport");
    const again = await administrator.post("/standards/new", added);
    expect(again).toMatchObject(refusal("short name city-interfaces already"));
    expect(again.value("name.en")).toBe("City interfaces");
  });

  it("keeps a draft with the rules that a program checks, and publishes it for everybody", async () => {
    const rules = { "rules.servers-https": "error", "rules.operation-id": "warning", style: "kebab-case" };
    const page = await fill(administrator, `${standard}/versions/new`, { ...drafted("1.0"), ...rules });
    expect(page.text).toContain("Every server is reached by https: Error");
    expect(page.text).toContain("Every operation has a name, written as get-permit: Warning");
    expect((await planner.get(`${standard}/versions/1.0/draft`)).status).toBe(403);
    const form = await administrator.get(`${standard}/versions/1.0/draft`);
    expect(form.value("rules.servers-https")).toBe("error");
    const changed = await fill(administrator, `${standard}/versions/1.0/draft`, {
      ...rules,
      text: "Everything by https.",
      link: "",
    });
    expect(changed.text).toContain("Everything by https.");
    const published = await fill(administrator, `${standard}/versions/1.0/publication`, { inForceOn: dayNumber(0) });
    expect(published.text).toContain("Version 1.0 is published.");
    expect((await planner.get("/standards")).text).toContain(
      "In force 1.0 Counts since 2 Mar 2026. No last day is set.",
    );
    expect((await administrator.get(`${standard}/versions/1.0/draft`)).text).toContain("Version 1.0 is published.");
    const late = await administrator.post(`${standard}/versions/1.0/draft`, { text: "Something else", link: "" });
    expect(late).toMatchObject(refusal("Version 1.0 is published."));
  });

  it("lets a technology declare only what counts, and shows who does", async () => {
    await planner.upload(
      `${at}/evidence`,
      { title: "Test of the interface", document: "yes" },
      { field: "files", name: "test.txt", content: "All tests passed.\n" },
    );
    const form = await planner.get(`${at}/safeguards/new/conformance`);
    expect(form.html).toContain('value="city-interfaces@1.0"');
    const answers = { "answers.evidence": "e1", "answers.whole": "yes", intent: "submit" };
    const unknown = await planner.post(`${at}/safeguards/new/conformance`, {
      ...answers,
      "answers.standard": "city-interfaces@9.9",
    });
    expect(unknown).toMatchObject(refusal("This version is not in the register of standards."));
    await planner.send(`${at}/safeguards/new/conformance`, { ...answers, "answers.standard": "city-interfaces@1.0" });
    const statement = await evaluator.get(`${at}/safeguards/g1`);
    expect(statement.text).toContain("City interfaces 1.0");
    const review = { of: statement.value("of"), outcome: "accepted", text: "" };
    expect((await evaluator.send(`${at}/safeguards/g1/review`, review)).text).toContain("In force");
    const version = await planner.get(`${standard}/versions/1.0`);
    expect(version.text).toContain("One technology says that it meets it. Permit counter");
    expect((await csv(planner)).split("\r\n")[1]).toContain(",1");
  });

  it("stands beside what the proposal names by hand: what the register knows is a link", async () => {
    const page = await planner.get(`${at}/proposal`);
    expect(page.html).toContain(`<a href="${standard}">City interfaces</a>`);
    expect(page.text).toContain("House rules of 1990 not in the register of standards");
    expect(page.html).toContain(`href="${at}/safeguards/new/conformance"`);
    expect((await evaluator.get(`${at}/proposal`)).text).not.toContain("Declare which version");
  });

  it("shows whom it concerns before a successor is published: nothing is decided unseen", async () => {
    await fill(administrator, `${standard}/versions/new`, drafted("2.0"));
    const place = `${standard}/versions/2.0/publication`;
    const page = await administrator.get(place);
    // 180 days after today, and the day after that.
    expect(page.value("until")).toBe(dayNumber(180));
    expect(page.text).toContain("One technology lapses on 30 Aug 2026");
    expect(page.html).toContain(`href="${at}"`);
    const gap = await fill(administrator, place, { inForceOn: dayNumber(300), until: dayNumber(180) });
    expect(gap.text).toContain("Choose days without a gap");
    const other = await fill(administrator, place, { inForceOn: dayNumber(1), until: dayNumber(200) });
    expect(other.text).toContain("Nothing is decided yet");
    expect(other.text).toContain("One technology lapses on 19 Sep 2026");
    expect((await planner.get(`${standard}/versions/2.0`)).text).toContain("Draft");
    const short = await fill(administrator, place, { inForceOn: dayNumber(10), until: dayNumber(180) });
    expect(short.text).toContain("say why there is less time");
    const done = await fill(administrator, place, {
      inForceOn: dayNumber(10),
      until: dayNumber(180),
      reason: "The old way is not safe.",
    });
    expect(done.text).toContain("Version 2.0 is published.");
    expect((await planner.get(`${standard}/versions/1.0`)).text).toContain("Why The old way is not safe.");
  });

  it("tells the technology at once: history, work with its day, countdown on the register", async () => {
    expect((await planner.get(`${at}/history`)).text).toContain(
      "Version 1.0 of the standard city-interfaces, which it declares, counts until 29 Aug 2026. Version 2.0 takes its place.",
    );
    const work = await planner.get("/work");
    expect(work.text).toContain("Move to the next version of a standard: city-interfaces 1.0 to 2.0");
    expect(work.html).toContain(`href="${at}/safeguards/g1/edit"`);
    const register = await planner.get("/standards");
    expect(register.text).toContain(
      "City interfaces 1.0 29 Aug 2026 in 180 days One technology has to move on until then.",
    );
    expect((await planner.get(`${at}/safeguards/g1`)).text).toContain("Stands until 29 Aug 2026");
    // Said once: a sweep finds nothing to say.
    const { position } = await site.services.ledger.head();
    expect(await sweepAll(site.services)).toMatchObject({ events: 0 });
    expect((await site.services.ledger.head()).position).toBe(position);
  });

  it("lapses by the calendar alone one day past the end, and still names the technology", async () => {
    clock.day(180);
    expect((await planner.get(`${at}/safeguards/g1`)).text).toContain("In force");
    clock.day(181);
    const lapsed = await planner.get(`${at}/safeguards/g1`);
    expect(lapsed.text).toContain("Lapsed");
    expect(lapsed.text).toContain("Stood until 29 Aug 2026");
    const version = await planner.get(`${standard}/versions/1.0`);
    expect(version.text).toContain("Withdrawn");
    expect(version.text).toContain("Permit counter");
    expect((await planner.get("/work")).text).toContain("Move to the next version of a standard");
    const again = await planner.post(`${at}/safeguards/g1/edit`, {
      "answers.standard": "city-interfaces@1.0",
      "answers.evidence": "e1",
      "answers.whole": "yes",
      intent: "submit",
    });
    expect(again).toMatchObject(refusal("city-interfaces 1.0 is withdrawn"));
  });

  it("is content once the technology declares the next version", async () => {
    const moved = {
      "answers.standard": "city-interfaces@2.0",
      "answers.evidence": "e1",
      "answers.whole": "yes",
      intent: "submit",
    };
    await fill(planner, `${at}/safeguards/g1/edit`, moved);
    expect((await planner.get("/work")).text).not.toContain("Move to the next version of a standard");
    expect((await planner.get(`${standard}/versions/1.0`)).text).toContain("No technology says that it meets it.");
  });

  it("ends a standard only where that is said, and names the version that ends on its page", async () => {
    const place = `${standard}/versions/2.0/withdrawal`;
    const page = await fill(administrator, place, { until: dayNumber(400), reason: "The city no longer needs it." });
    expect(page.text).toContain("Nothing is decided yet");
    const unsaid = await fill(administrator, place, {
      until: dayNumber(400),
      reason: "The city no longer needs it.",
      shown: page.value("shown"),
    });
    expect(unsaid.text).toContain("No version follows 2.0. Publish the next one, or say that the standard ends.");
    const ended = await fill(administrator, place, {
      until: dayNumber(400),
      ends: "yes",
      reason: "The city no longer needs it.",
      shown: page.value("shown"),
    });
    expect(ended.text).toContain("The last day of version 2.0 is set.");
    expect((await planner.get("/work")).text).toContain(
      "Move to the next version of a standard: city-interfaces 2.0, which ends",
    );
  });

  it("is filtered by what it is about and how it stands, also as a file", async () => {
    expect((await planner.get("/standards?kind=data")).text).toContain("No standard fits");
    expect((await planner.get("/standards?kind=interface&state=withdrawn")).text).toContain("City interfaces");
    expect(
      (await csv(planner))
        .split("\r\n")
        .slice(0, 3)
        .map((line) => line.split(",").slice(4, 6).join(" ")),
    ).toEqual(["Version State", "1.0 Withdrawn", "2.0 Being phased out"]);
  });

  it("erases what a version says on a legal ground; its days stay", async () => {
    expect((await planner.get(`${standard}/versions/1.0/erasure`)).status).toBe(403);
    const page = await fill(administrator, `${standard}/versions/1.0/erasure`, {
      ground: "A court said so.",
      sure: "yes",
    });
    expect(page.text).not.toContain("Everything by https.");
    expect(page.text).toContain("Withdrawn");
    expect((await planner.get(`${standard}/versions/1.0`)).text).not.toContain("Everything by https.");
  });

  it("reads in Chinese", async () => {
    await administrator.post("/language", { to: "zh-CN", back: "/standards" });
    for (const place of [
      "/standards",
      standard,
      `${standard}/versions/2.0`,
      `${standard}/versions/2.0/withdrawal`,
      "/standards/new",
    ]) {
      const shown = await administrator.get(place);
      expect(shown.text, place).toContain("标准");
      expect(shown.text, place).not.toMatch(/\{\{|standards:/);
    }
  });
});
