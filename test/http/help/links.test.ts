import { afterAll, beforeAll, expect, it } from "vitest";
import { helpParagraphs } from "../../../src/http/say/help-paragraphs.ts";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import type { Browser } from "../../support/http.ts";
import { realLanguages } from "../view/support.ts";

let demo: DemoSite;
let reader: Browser;
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant"));
  reader = await demo.as("approver2");
}, 120_000);
afterAll(async () => demo.stop());

const technology = "/technologies/permit-reply-assistant";
const known = new Set(helpParagraphs(realLanguages().of("en")).map(({ href }) => href));
const plain = (html: string): string => html.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");

/** Where links to states lead, as a page has them. */
const stateLinks = (html: string): readonly string[] =>
  [...plain(html).matchAll(/href="(\/help\/states#[^"]*)"/g)].map(([, href = ""]) => href);

it("leads from each state of a condition and from the verdict to its own paragraph", async () => {
  for (const gate of ["admission", "completion", "rollout"]) {
    const { html, status } = await reader.get(`${technology}/gates/${gate}`);
    expect(status).toBe(200);
    const listed = /<(?:ul|ol)[^>]*class="[^"]*govuk-task-list[\s\S]*?<\/(?:ul|ol)>/.exec(html)?.[0] ?? "";
    const still = /<ul class="ts-still">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "";
    const tags = [...`${listed}${still}`.matchAll(/<(\w+) class="govuk-tag ts-tag[^>]*>/g)];
    for (const [tag, name] of tags) {
      expect(name, tag).toBe("a");
      expect(known, tag).toContain(stateLinks(tag)[0]);
    }
    const word = /<h2 class="ts-verdict__word[\s\S]*?<\/h2>/.exec(html)?.[0];
    if (word !== undefined) expect(known).toContain(stateLinks(word)[0]);
  }
  const { html } = await reader.get(`${technology}/gates/rollout`);
  expect(html).toContain("ts-verdict__word");
  expect(stateLinks(html).length).toBeGreaterThan(3);
});

it("leads from the stages and gates of a life, and from the heads of the portfolio, one step away", async () => {
  const pages = {
    [technology]: ["gate-adoption", "indicatorState-cleared"],
    "/technologies": ["stage-proposed", "gate-admission", "indicatorState-cleared"],
    "/portfolio/heat-map": ["indicatorState-cleared"],
  };
  for (const [path, wanted] of Object.entries(pages)) {
    const links = stateLinks((await reader.get(path)).html);
    for (const anchor of wanted) expect(links, path).toContain(`/help/states#${anchor}`);
    for (const link of links) expect(known, path).toContain(link);
  }
});
