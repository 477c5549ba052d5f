import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createViews } from "../../../src/http/view/engine.ts";
import type { Views } from "../../../src/http/view/engine.ts";
import { Html, html } from "../../../src/http/view/html.ts";
import { realLanguages } from "./support.ts";

function views(templates: Readonly<Record<string, string>>): Views {
  const viewsDir = mkdtempSync(join(tmpdir(), "views-"));
  for (const [name, source] of Object.entries(templates)) {
    mkdirSync(dirname(join(viewsDir, name)), { recursive: true });
    writeFileSync(join(viewsDir, `${name}.hbs`), source);
  }
  return createViews({ viewsDir, languages: realLanguages(), assetUrl: (name) => `/assets/${name}` });
}

describe("a view", () => {
  it("escapes text and prints only our own HTML as it is", () => {
    const { text } = views({ page: "{{name}} {{made}}" }).part("page", "en", {
      name: "<script>",
      made: html`<b>${"<i>"}</b>`,
    });
    expect(text).toBe("&lt;script&gt; <b>&lt;i&gt;</b>");
  });

  it("speaks the language it is asked in", () => {
    const both = views({ page: '{{t "common:state.met"}}, {{t "common:format.days" count=days}}' });
    expect(both.part("page", "en", { days: 9 }).text).toBe("Met, 9 days");
    expect(both.part("page", "zh-CN", { days: 9 }).text).toBe("已满足, 9 天");
  });

  it("hands texts to components as they are, escaped when they are printed", () => {
    const both = views({
      box: "[{{title}}]",
      page: '{{> box title=(t "common:form.youTyped" value=name)}} {{> box title=(t "common:state.met")}}',
    });
    expect(both.part("page", "en", { name: "<x>" }).text).toBe("[You typed “&lt;x&gt;”.] [Met]");
  });

  it("uses components with their own model, and blocks around its content", () => {
    const page = views({
      "components/tag": "<i>{{text}}</i>",
      "components/section": "<h2>{{title}}</h2>{{> @partial-block}}",
      page: '{{#each tags}}{{> components/tag this}}{{/each}}{{#> components/section title="Files"}}{{n}}{{/components/section}}',
    });
    expect(page.part("page", "en", { tags: [{ text: "a" }, { text: "b" }], n: 2 }).text).toBe(
      "<i>a</i><i>b</i><h2>Files</h2>2",
    );
  });

  it("fails where its model lacks what it prints", () => {
    expect(() => views({ page: "{{title}}" }).part("page", "en", { titel: "x" })).toThrow(/title/);
  });
});

describe("a page with a missing text", () => {
  const both = views({ broken: '<p>{{t "common:nope"}}</p>', sound: '{{t "common:state.met"}}' });
  it("fails, and alone", () => {
    expect(() => both.part("broken", "en", {})).toThrow(/common:nope/);
    expect(both.part("sound", "en", {}).text).toBe("Met");
  });
});

describe("a fault in a template is found before anybody asks for the page", () => {
  it.each([
    ["a text that one language lacks", 'line one\n{{t "common:nope"}}', /page\.hbs:2: no en text for common:nope/],
    ["a partial that does not exist", "{{> components/tagg}}", /page\.hbs:1: no partial components\/tagg/],
    ["printing without escaping", "{{{name}}}", /page\.hbs:1: prints unescaped/],
    ["logic beyond if and each", "{{#unless a}}b{{/unless}}", /page\.hbs:1: {{#unless}}: only if and each/],
    ["an unknown helper", "{{shout name}}", /page\.hbs:1: unknown helper shout/],
    [
      "a missing text handed to a component",
      '{{#> page title=(t "common:nope")}}{{/page}}',
      /no en text for common:nope/,
    ],
    ["a fault inside a block", '{{#if a}}{{t "common:nope"}}{{/if}}', /no zh-CN text for common:nope/],
  ])("%s", (_, source, message) => {
    expect(views({ page: source }).faults.join("\n")).toMatch(message);
  });
});

describe("a large piece of a page", () => {
  it("stays what it is wherever in the model it stands, beside others of the same text", () => {
    const [one, other] = [new Html("<p>一</p>".repeat(900)), new Html("<p>一</p>".repeat(900))];
    const made = views({
      page: "{{#each rows}}<div>{{#each parts}}{{this}}{{/each}}</div>{{/each}}",
      "layouts/page": "<{{body}}>",
    });
    const model = { rows: [{ parts: [one, "<x>"] }, { parts: [other] }] };
    const drawn = made.pieces("page", { locale: "en", visit: { path: "/" }, page: { title: "t" }, model });
    const [first, second, ...more] = drawn.filter((piece) => piece instanceof Html);
    expect([first === one, second === other, more.length]).toEqual([true, true, 0]);
    expect(drawn.map(String).join("")).toBe(`<<div>${one.text}&lt;x&gt;</div><div>${other.text}</div>>`);
  });

  it("stands where its template prints it, as often as it does, as if it were any other", () => {
    const large = new Html("<p>试金石 $& {{x}}</p>".repeat(400));
    const made = views({ page: "<i>{{name}}</i>{{#if rows}}{{rows}}{{/if}}-{{rows}}", "layouts/page": "<{{body}}>" });
    const [first, ...more] = made.pieces("page", {
      locale: "en",
      visit: { path: "/" },
      page: { title: "t" },
      model: { name: "<n>", rows: large },
    });
    expect(more.filter((piece) => piece === large)).toHaveLength(2);
    expect([first, ...more].map(String).join("")).toBe(`<<i>&lt;n&gt;</i>${large.text}-${large.text}>`);
    expect(large.bytes.toString()).toBe(large.text);
    expect(large.bytes).toBe(large.bytes);
  });
});
