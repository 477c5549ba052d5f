import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEvidence } from "../../../src/evidence/read.ts";
import { evidenceKinds } from "../../../src/domain/evidence/kinds.ts";
import { formats } from "../../../src/evidence/formats.ts";
import { layouts } from "../../../src/evidence/layouts.ts";
import { Readable } from "node:stream";
import { fileOf, templateOf } from "../../../src/http/help/template.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

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
