import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FormPlaces } from "../../../src/http/forms/places.ts";
import { labelOf } from "../../../src/http/forms/draft-list.ts";
import { locales } from "../../../src/http/view/locale.ts";
import { readTexts } from "../../../src/http/view/texts.ts";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import type { Browser, Fields, Page } from "../../support/http.ts";
import { localesDir } from "../view/support.ts";

let demo: DemoSite;
let planner: Browser;
let approver: Browser;
const at = "/technologies/permit-reply-assistant";
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant"));
  [planner, approver] = [await demo.as("planner"), await demo.as("approver")];
}, 180_000);
afterAll(async () => demo.stop());

const browser = { Accept: "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate" };
const script = { Accept: "application/json", "Sec-Fetch-Mode": "cors" };
/** As a browser sends a form: what is refused is shown by a page that can be opened again. */
const press = async (own: Browser, path: string, fields: Fields): Promise<Page> => own.post(path, fields, browser);
const idIn = (address: string): string => new URLSearchParams(address.split("?")[1]).get("draft") ?? "";

describe("what one types", () => {
  it("is kept by every long form, found by its author and nobody else, and gone once it is sent", async () => {
    const lessons = `${at}/lessons`;
    const text = "Ask the counters before, not after.";
    const saved = await planner.post(lessons, { text, intent: "draft" });
    expect(saved.location).toMatch(/^\/technologies\/permit-reply-assistant\/lessons\?draft=/);
    for (const place of ["/work", "/technologies"]) {
      expect((await planner.get(place)).text).toContain("Lessons: Permit reply assistant");
      expect((await approver.get(place)).text).not.toContain("Ask the counters");
    }
    const page = await planner.get(lessons);
    expect(page.value("text")).toBe(text);
    expect(page.text).toContain("Your draft. This is what you typed, saved just now.");
    expect((await planner.get(`${lessons}?fresh=1`)).value("text")).toBe("");
    expect((await approver.get(lessons)).value("text")).toBe("");
    expect((await approver.get(saved.location)).status).toBe(404);
    const sent = await planner.send(lessons, { text, commandId: page.value("commandId"), draft: page.value("draft") });
    expect(sent.text).toContain("The lessons are on record.");
    expect((await planner.get("/work")).text).not.toContain("Lessons: Permit");
    const gone = await planner.get(saved.location);
    expect([gone.status, gone.text.includes("its form was sent, or it was deleted")]).toEqual([404, true]);
  });

  it("is taken although the record went on, and what came since is said where it is shown again", async () => {
    const lessons = `${at}/lessons`;
    const saved = await planner.post(lessons, {
      text: "Count the second signatures.",
      intent: "draft",
      version: (await planner.get(`${lessons}?fresh=1`)).value("version"),
    });
    await approver.send(lessons, { text: "Somebody else says something meanwhile." });
    const page = await planner.get(saved.location);
    expect(page.status).toBe(200);
    expect(page.value("text")).toBe("Count the second signatures.");
    expect(page.text).toContain("The record has changed since you saved this draft.");
    const [commandId, version, draft] = ["commandId", "version", "draft"].map((name) => page.value(name));
    const sent = await planner.post(lessons, { text: page.value("text"), commandId, version, draft } as Fields);
    expect(sent.status).toBe(303);
    // Whoever goes on in a page that stood open is still told before anything is decided over it.
    const open = (await planner.get(`${lessons}?fresh=1`)).value("version");
    await approver.send(lessons, { text: "And once more." });
    expect((await planner.send(lessons, { text: "On an older page.", version: open })).status).toBe(409);
  });

  it("is kept by a page's script as often as it likes, as one draft", async () => {
    const { value } = await planner.get(`${at}/lessons`);
    const commandId = value("commandId");
    for (const text of ["A", "A thought", "A thought that grows"]) {
      const answer = await planner.post(`${at}/lessons`, { commandId, text, intent: "draft" }, script);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.html)).toMatchObject({ text: "Saved as a draft." });
    }
    const page = await planner.get(`${at}/lessons`);
    expect(page.value("text")).toBe("A thought that grows");
    expect((await planner.get("/work")).text.match(/Lessons: Permit reply assistant/g)).toHaveLength(2);
    const deleted = await planner.send(`/drafts/${page.value("draft")}/deletion`, { back: `${at}/lessons` });
    expect(deleted.text).toContain("The draft is deleted.");
    expect(deleted.value("text")).toBe("");
  });

  it("has a name in the list for every form, in both languages, each in the file of its room", () => {
    const places = (demo.app.locals["forms"] as FormPlaces).all();
    expect(places.length).toBeGreaterThan(30);
    const texts = readTexts(localesDir);
    for (const locale of locales) {
      const labels = texts[locale]?.["drafts"]?.["form"] as Record<string, string>;
      expect(places.map(labelOf).filter((label) => labels[label] === undefined)).toEqual([]);
      expect(JSON.parse(readFileSync(join(localesDir, locale, "drafts.json"), "utf8"))).not.toHaveProperty("form");
    }
  });
});

describe("a form that is refused in a browser", () => {
  it("is shown by an address that can be opened again, with what is wrong and all that was typed", async () => {
    const refused = await press(planner, `${at}/incidents`, { severity: "high", day: "2099-99-99", text: "It stood." });
    expect(refused.status).toBe(303);
    for (const _ of ["once", "by Back, and again"]) {
      const page = await planner.get(refused.location);
      expect(page.status).toBe(422);
      expect(page.text).toContain("Enter a real date");
      expect(page.html).toContain('href="#day"');
      expect(page.value("text")).toBe("It stood.");
    }
    await planner.post(`/drafts/${idIn(refused.location)}/deletion`);
  });

  it("and its page before is not empty either: Back shows what was typed", async () => {
    const refused = await press(planner, "/technologies", { name: "Half a name" });
    expect(refused.location).toMatch(/^\/technologies\/new\?draft=/);
    expect((await planner.get("/technologies/new")).value("name")).toBe("Half a name");
    await planner.post(`/drafts/${idIn(refused.location)}/deletion`);
  });

  it("is answered as ever to programs, which follow no pages", async () => {
    expect((await planner.post(`${at}/incidents`, { severity: "high" })).status).toBe(422);
  });
});

describe("what cannot be taken back", () => {
  it("is asked about once: what follows, who is told, and everything typed is still there", async () => {
    const stop = await demo.as("approver2");
    const path = `${at}/gates/rollout/recusal`;
    const head = await demo.services.ledger.head();
    const first = await press(stop, path, { text: "My brother sells it." });
    expect(first.status).toBe(303);
    const question = await stop.get(first.location);
    expect(question.text).toContain("Recuse yourself?");
    // Whoever decides on several in a row reads which of them this is about.
    expect(question.html).toContain(`<a href="${at}">`);
    expect(question.html.split("<h1")[0]).toMatch(/class="ts-eyebrow"><span>\w/);
    expect(question.text).toContain("This cannot be taken back. Nothing has been recorded yet.");
    // What would be recorded: each answer under its question, in both languages.
    expect(question.text).toContain("What will be recorded What is your interest? My brother sells it.");
    expect((await stop.get(`${first.location}&lang=zh-CN`)).text).toMatch(/将要记录的内容 \S+ My brother sells it\./);
    await stop.get("/work?lang=en");
    expect(question.value("confirmed")).toContain(question.value("commandId"));
    expect((await stop.get(`${first.location}&change=1`)).value("text")).toBe("My brother sells it.");
    expect(await demo.services.ledger.head()).toEqual(head);
    const fields = Object.fromEntries(
      ["text", "commandId", "confirmed", "draft", "author", "version"].map((name) => [name, question.value(name)]),
    );
    const done = await press(stop, path, fields);
    const next = await stop.get(done.location);
    expect(next.text).toContain("You are recused. You do not vote on this technology any more.");
    expect(await demo.services.ledger.head()).not.toEqual(head);
  });

  it("is not asked of what the rules refuse, nor of what can be undone", async () => {
    const refused = await press(planner, `${at}/proposal/withdrawal`, { text: "Too late for that." });
    expect((await planner.get(refused.location)).status).toBe(409);
    const fine = await press(planner, `${at}/lessons`, { text: "Write it down." });
    expect(fine.location).toBe(at);
  });
});
