import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/domain/words/json.ts";
import { methodNames, methods, runMethod } from "../../../src/domain/methods/methods.ts";
import { inputOf } from "../../../src/http/methods/input.ts";
import { typedOf } from "../../../src/http/methods/typed.ts";
import { startSite } from "../../support/http.ts";
import type { Page, Site } from "../../support/http.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const words = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../../views/locales/${locale}/methods.json`, import.meta.url), "utf8")) as {
    readonly out: Readonly<Record<string, string>>;
    readonly field: Readonly<Record<string, string>>;
    readonly value: Readonly<Record<string, string>>;
    readonly method: Readonly<
      Record<string, { readonly title: string; readonly for: string; readonly field?: object }>
    >;
  };

const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const between = (html: string, from: string, to: string): string => {
  const at = html.indexOf(from);
  return at < 0 ? "" : html.slice(at, html.indexOf(to, at));
};

/** Every number in the worked example as a person reads it. */
function shownNumbers(page: Page): number[] {
  const shown = text(between(page.html, 'id="worked"', "</dl>").replace(/<dt>.*?<\/dt>/gs, " "));
  return [...shown.matchAll(/[−-]?\d(?:[\d\u202f]|,(?=\d{3}))*(?:\.\d+)?(?:e[−-]?\d+)?/g)].map(([one]) =>
    Number(one.replaceAll(/[\u202f,]/g, "").replaceAll("−", "-")),
  );
}

function numbersIn(json: Json): number[] {
  if (typeof json === "number") return [json];
  if (typeof json === "string") return /^0x/.test(json) ? [...json.matchAll(/\d+/g)].map(([x]) => Number(x)) : [];
  return json !== null && typeof json === "object" ? Object.values(json).flatMap((x) => numbersIn(x)) : [];
}

describe.each([
  ["en", {}],
  ["zh-CN", { "Accept-Language": "zh-CN" }],
] as const)("the method pages in %s", (locale, headers) => {
  it("are all on the list, each with its sentence, for anyone", async () => {
    const page = await site.browser().get("/methods", headers);
    expect(page.status).toBe(200);
    for (const name of methodNames()) {
      expect(page.html).toContain(`href="/methods/${name}"`);
      expect(page.text).toContain(words(locale).method[name]!.for);
    }
  });

  it.each(methodNames())("%s shows what the method really answers to its example", async (name) => {
    const page = await site.browser().get(`/methods/${name}`, headers);
    expect(page.status).toBe(200);
    expect(page.text).toContain(words(locale).method[name]!.title);
    const answer = runMethod(name, methods.get(name)!.example)!;
    const json = JSON.parse(text(between(page.html, 'id="worked-json">', "</pre>")).replace(/^[^{]*>/, "")) as Json;
    expect(json).toEqual(answer);
    // What stands there is rounded to six figures and is the same number.
    const [shown, expected] = [shownNumbers(page), numbersIn(answer)];
    if (!JSON.stringify(answer).includes("0x")) {
      expect(shown.length).toBe(expected.length);
      expected.forEach((value, i) => expect(Math.abs(shown[i]! - value)).toBeLessThanOrEqual(1e-5 * Math.abs(value)));
    }
    expect(page.text).toContain(`touchstone -- method ${name}`);
    const printed = methods.get(name)!.sources.filter(({ key }) => !key.startsWith("house-"));
    for (const { reference } of printed) expect(page.text).toContain(reference);
  });

  it("has a word for every key of every answer, input and decision", () => {
    const { out, field, method } = words(locale);
    const missing = methodNames().flatMap((name) => [
      ...keysOf(runMethod(name, methods.get(name)!.example)!).filter((key) => !(key in out) && !isData(key)),
      ...methods
        .get(name)!
        .fields.map((described) => described.name)
        .filter((key) => !(key in field) && !(key in (method[name]!.field ?? {}))),
    ]);
    expect(missing).toEqual([]);
  });
});

/** Names of groups are data. */
const isData = (key: string): boolean => ["a", "b", "c", "american_indian", "hispanic", "black"].includes(key);

function keysOf(json: Json): string[] {
  if (json === null || typeof json !== "object") return [];
  if (Array.isArray(json)) return (json as Json[]).flatMap(keysOf);
  return Object.entries(json as JsonObject).flatMap(([key, value]) => [key, ...keysOf(value)]);
}

it("says what the letters of a formula are, each once and in the method's own sense", async () => {
  const bound = (await site.browser().get("/methods/availability_lower_bound")).text;
  expect(bound).toContain("r: outages; D: time down; U: time up; R: how long one more outage is taken to last");
  expect(bound).toContain("F(q; a, b): quantile q of the F distribution");
  const looks = (await site.browser().get("/methods/look_confidence")).text;
  expect(looks).toContain("c: confidence of the whole");
  expect(looks).not.toContain("c: one-sided confidence");
});

describe("what is typed", () => {
  it.each(methodNames())("%s: its example, typed, is read back as it was", (name) => {
    const tried = methods.get(name)!;
    const fields = tried.fields.map((field) => field.name);
    const taken = Object.fromEntries(Object.entries(tried.example).filter(([key]) => fields.includes(key)));
    expect(inputOf(tried, typedOf(tried, tried.example))).toEqual({ input: taken });
  });

  it("is calculated and shown with the command that gives the same", async () => {
    const page = await site.browser().post("/methods/wilson_interval", { successes: "15", n: "148", conf: "0.95" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("Lower bound 0.0623864");
    expect(page.text).toContain(`echo '{"successes":15,"n":148,"conf":0.95}'`);
    expect(page.html).toContain('value="148"');
  });

  it.each([
    ["wilson_interval", { successes: "3,5", n: "10", conf: "0.95" }, "comma between figures"],
    ["wilson_interval", { successes: "many", n: "10", conf: "0.95" }, "“many” is not a number"],
    ["wilson_interval", { successes: "1", n: "10", conf: "1" }, "between 0 and 1"],
    ["wilson_interval", { successes: "1", n: "99999999999", conf: "0.9" }, "is not between 0 and 10000000"],
    ["wilson_interval", { successes: "11", n: "10", conf: "0.9" }, "Successes lie between 0 and the number of trials"],
    ["wilson_interval", { successes: "", n: "10", conf: "0.9" }, "Enter a value"],
    ["sus_score", { items: "1 2 3" }, "Enter 10 numbers, not 3"],
    ["fisher_exact", { table: "1 2\n3" }, "Entries in row “2”: 1; there should be 2"],
    ["usl_fit_3_parameter", { load: "1 2 3 4 5 6", throughput: "1 2 3" }, "6, not 3"],
    ["mean_t_interval", { x: Array.from({ length: 501 }, () => "1").join(" "), conf: "0.95" }, "At most 500"],
    ["special_functions", { calls: "rm -rf" }, "Write a function of the list"],
    ["four_fifths_rule", { rates_per_100: "a 10\na 20" }, "stands there twice"],
  ])("%s refuses %j at its field, keeping it", async (name, fields, message) => {
    const page = await site.browser().post(`/methods/${name}`, fields);
    expect(page.status).toBe(422);
    expect(page.text).toContain(message);
    expect(page.html).toContain("govuk-error-summary");
    expect(page.html).toContain('aria-invalid="true"');
  });

  it("refuses in the reader's language what only the method can see", async () => {
    const [chinese, english] = [{ "Accept-Language": "zh-CN" }, {}];
    const typed = { successes: "11", n: "10", conf: "0.9" };
    const post = (headers: Record<string, string>) => site.browser().post("/methods/wilson_interval", typed, headers);
    expect((await post(english)).text).toContain("Successes lie between 0 and the number of trials");
    const page = await post(chinese);
    expect(page.text).toContain("成功次数须在 0 与试验次数之间");
    expect(page.text).not.toContain("Successes");
  });

  it("puts a refusal at the field it is about", async () => {
    const typed = { groups: "a 54 120\nb 30 100", reference: "x", minimum: "30", conf: "0.95" };
    const page = await site.browser().post("/methods/group_comparison", typed);
    expect(page.html).toMatch(/href="#reference"[^>]*>Reference group: The reference group is not among the groups/);
  });

  it("escapes what it shows, and knows no other method", async () => {
    const groups = `<script>x</script> 54 120\n' 30 100`;
    const page = await site
      .browser()
      .post("/methods/group_comparison", { groups, reference: "'", minimum: "30", conf: "0.95" });
    expect(page.status).toBe(200);
    expect(page.html).not.toContain("<script>x");
    expect((await site.browser().get("/methods/constructor")).status).toBe(404);
    expect((await site.browser().post("/methods/no_such", {})).status).toBe(404);
  });
});
