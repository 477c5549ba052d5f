import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEvidence } from "../../../src/evidence/read.ts";
import { evidenceKinds } from "../../../src/domain/evidence/kinds.ts";
import { formats } from "../../../src/evidence/formats.ts";
import { layouts } from "../../../src/evidence/layouts.ts";
import { Readable } from "node:stream";
import { fileOf, templateOf } from "../../../src/http/help/template.ts";
import { registeredConditions } from "../../../src/domain/gates/register.ts";
import { measures } from "../../../src/domain/measures/measures.ts";
import { methods } from "../../../src/domain/methods/methods.ts";
import { jobSteps } from "../../../src/http/help/job-steps.ts";
import { helpParagraphs, jobs } from "../../../src/http/say/help-paragraphs.ts";
import { realLanguages } from "../view/support.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

const texts = (room: string): Readonly<Record<string, object>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../views/locales/en/${room}.json`), "utf8")) as Record<
    string,
    object
  >;

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

describe("help", () => {
  it("is open to anyone, in both languages, with the words side by side", async () => {
    const english = await site.browser().get("/help");
    expect(english.status).toBe(200);
    expect(english.text).toContain("not enough evidence 证据不足");
    expect(english.text).toContain("The system never approves");
    const chinese = await site.browser().get("/help", { "Accept-Language": "zh-CN" });
    expect(chinese.text).toContain("系统从不批准");
    expect(chinese.text).toContain("not enough evidence 证据不足");
  });

  it("names every format under the criterion that it measures, and tools whose files are known but not read", async () => {
    const page = await site.browser().get("/help/evidence-formats");
    for (const { title } of formats.filter(({ name }) => !layouts.some((layout) => layout.name === name)))
      expect(page.text).toContain(title.replaceAll(/\s+/g, " "));
    for (const kind of evidenceKinds) expect(page.html).toContain(`id="${kind}"`);
    expect(page.text).toMatch(/Stability Availability.*Data capacity Load test.*Usability SUS/);
    expect(page.text).toContain("it is a manifest of Lighthouse CI: attach the reports that it names");
  });

  it("names every column of every layout in the reader's language", async () => {
    const chinese = await site.browser().get("/help/evidence-formats", { "Accept-Language": "zh-CN" });
    const meanings = layouts
      .flatMap(({ columns }) => columns.map(({ meaning }) => meaning))
      .filter((meaning) => meaning !== "As q1");
    for (const meaning of meanings) expect(chinese.text).not.toContain(meaning);
    for (const layout of layouts) expect(chinese.html).toContain(`href="/help/evidence-formats/${fileOf(layout)}"`);
  });
});

describe("the paragraphs", () => {
  const conditions = registeredConditions;
  const words = { ...texts("words"), ...(texts("consultations")["words:"] as Readonly<Record<string, object>>) };

  it.each(["en", "zh-CN"])(
    "say in %s what each condition, state, number and job is, at an address that is there",
    async (locale) => {
      const language = realLanguages().of(locale as "en" | "zh-CN");
      const paragraphs = helpParagraphs(language);
      const hrefs = new Set(paragraphs.map(({ href }) => href));
      for (const key of conditions) expect(hrefs).toContain(`/help/conditions#${key}`);
      // Derived from the words that pages show: a state that gets a word needs its paragraph.
      for (const of of ["stage", "gate", "condition", "outcome", "indicatorState", "option", "consultationStanding"])
        for (const value of Object.keys(words[of] as object)) expect(hrefs).toContain(`/help/states#${of}-${value}`);
      for (const name of methods.keys()) expect(hrefs).toContain(`/methods/${name}`);
      for (const { method, kind } of measures)
        expect(hrefs).toContain(method === undefined ? `/help/evidence-formats#${kind}` : `/methods/${method}`);
      const pages = new Map<string, string>();
      for (const { title, text, href } of paragraphs) {
        // A key that has no text is shown as it is.
        expect(`${title} ${text}`, href).not.toMatch(/\b(?:help|conditions|methods|words):/);
        expect(text.length, href).toBeGreaterThan(5);
        const [path = "", anchor] = href.split("#");
        const html = pages.get(path) ?? (await site.browser().get(path, { "Accept-Language": locale })).html;
        pages.set(path, html);
        if (anchor !== undefined) expect(html, href).toContain(`id="${anchor}"`);
      }
    },
  );

  it("lead a beginner in each role through five steps, to addresses that exist", async () => {
    for (const job of jobs) {
      const { status, html } = await site.browser().get(`/help/roles/${job}`);
      expect(status).toBe(200);
      expect(html.match(/<ol class="ts-rows"[\s\S]*<\/ol>/)![0].match(/<li>/g)!.length, job).toBe(5);
    }
    expect((await site.browser().get("/help/roles/emperor")).status).toBe(404);
    const known = (site.app.locals["routes"] as readonly { path: string }[]).map(({ path }) => path);
    for (const href of Object.values(jobSteps).flat()) expect(known).toContain(href.split("#")[0]);
  });
});

describe("a template", () => {
  it("is served as a file and read by its own reader", async () => {
    for (const layout of layouts) {
      const file = await site.browser().get(`/help/evidence-formats/${fileOf(layout)}`);
      expect(file.headers["content-disposition"]).toContain(`filename=touchstone-${fileOf(layout)}`);
      const text = templateOf(layout);
      const open = () => Readable.from([Buffer.from(text)]);
      const outcome = await readEvidence([{ name: "t.csv", bytes: text.length, open }], { timeZone: "UTC" });
      const known = outcome.kind === "measured" ? outcome.reader.format : JSON.stringify(outcome);
      // Three answers of one person are too few for a score, and their reader says so.
      if (layout.name === "sus-long") expect(known).toContain('"dropped"');
      else expect(known).toBe(layout.name);
    }
  });

  it("that does not exist is not there", async () => {
    expect((await site.browser().get("/help/evidence-formats/secrets.csv")).status).toBe(404);
  });
});
