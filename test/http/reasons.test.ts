import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/domain/words/json.ts";
import { nameStyles } from "../../src/domain/standards/rule-set.ts";
import { allowedIn } from "../../src/domain/technology/terms.ts";
import { reasonText } from "../../src/http/forms/show.ts";
import { createLanguages } from "../../src/http/view/languages.ts";
import { localesDir } from "./view/support.ts";

const domain = join(import.meta.dirname, "../../src/domain");
const languages = createLanguages({ localesDir, timeZone: "UTC" });

type Found = { readonly code: string; readonly params: readonly string[]; readonly at: string };

/** What events and commands are called, figures of the statistics and words of a radar's format: none of these refuses anything. */
const notRules =
  /^(statistics|methods)\/|radar\/write|policy\/default\/|impact-questions|technology\/(state\/(?:events|commands|technology)|allowed|open-actions|roles-to-enter)\.ts$|\/evolve\//;

const read = (file: string) => ({ file, text: readFileSync(join(domain, file), "utf8") });
const all = readdirSync(domain, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map(read);
const sources = all.filter(({ file }) => !notRules.test(file));
const happenings = new Set(
  all.flatMap(({ text }) => [...text.matchAll(/(?:type: |Event<|happened\()"(\w+)"/g)].map((match) => match[1] ?? "")),
);

/** Ways of writing a name, of which one looks like a code. */
const styles: ReadonlySet<string> = new Set(nameStyles);

/** Every code the rules can refuse with, as their source names it, with the names of its params. */
const codes: readonly Found[] = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/"([A-Z][a-z]+(?:[A-Z][a-z]+)*)"/g)].flatMap((match) => {
    const code = match[1] ?? "";
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const named = code in allowedIn || happenings.has(code) || before.endsWith("startsWith(") || styles.has(code);
    if (named || !/(?:,\s*|code: |\? |: |=> |return |\()$/.test(before)) return [];
    const rest = restOfCall(text.slice(match.index + match[0].length));
    return [{ code, params: paramsOf(rest), at: file }];
  }),
);

/** The source behind the code up to the bracket that closes its call or object. */
function restOfCall(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if ("({[".includes(text[i] ?? "")) depth += 1;
    if (")}]".includes(text[i] ?? "") && --depth < 0) return text.slice(0, i);
  }
  return text;
}

/** Names in the last object of a call: `{ shortest, tier: t.tier }`. */
function paramsOf(rest: string): readonly string[] {
  const inner = /\{((?:[^{}]|\{[^{}]*\})*)\}[^{}]*$/.exec(rest)?.[1] ?? "";
  return inner
    .split(/,(?![^([{]*[)\]}])/)
    .map((part) => /^\s*(\w+)/.exec(part)?.[1] ?? "")
    .filter((name) => name !== "");
}

/** Codes whose params are built elsewhere than beside them: the pages of policy, proposal and imports try their sentences. */
const elsewhere =
  /^(Policy|Predecessor|Name(?:Taken|OfEnded)$|Import(?:IdRepeated|NameRepeated|EndedHere|TakesUpAgain|Same|DecidedHere|NotYours)$)/;

const value = (name: string): Json =>
  /^(eligible|quorum|most|days|count|minimum|least|shortest|wave|position|mostDays)$/.test(name) ? 3 : "x";

describe("the sentences of refusals", () => {
  it("are looked for in every code that the rules name", () => {
    const names = new Set(codes.map(({ code }) => code));
    for (const code of [
      "PlanAlreadyLocked",
      "GuardBreached",
      "Negative",
      "ConditionOverdue",
      "TextMissing",
      "AuthorMayNotDecide",
      "PolicyWeightsNotOne",
      "RoleHeldAlready",
      "GateNotOpen",
    ])
      expect(names).toContain(code);
    expect(names.size).toBeGreaterThan(150);
  });

  it.each(["en", "zh-CN"] as const)("stand in %s for every code", (locale) => {
    const { t } = languages.of(locale);
    const missing = codes.filter(({ code }) => !t.has(`reasons:${code}`)).map(({ code, at }) => `${code} (${at})`);
    expect([...new Set(missing)]).toEqual([]);
  });

  it.each(["en", "zh-CN"] as const)("use in %s only what the rule says", (locale) => {
    const texts = JSON.parse(readFileSync(join(localesDir, locale, "reasons.json"), "utf8")) as Record<string, unknown>;
    const given = new Map<string, Set<string>[]>();
    for (const { code, params } of codes) given.set(code, [...(given.get(code) ?? []), new Set(params)]);
    const wrong = Object.entries(texts).flatMap(([code, text]) => {
      const asked = typeof text === "string" ? [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "") : [];
      return (given.get(code) ?? []).flatMap((params) =>
        asked.filter((name) => !params.has(name)).map((name) => `${code}: ${name} of {${[...params].join()}}`),
      );
    });
    expect(wrong.filter((one) => !elsewhere.test(one))).toEqual([]);
  });

  it.each(["en", "zh-CN"] as const)("are sentences in %s, with figures, days and words in their places", (locale) => {
    const language = languages.of(locale);
    for (const { code, params } of codes) {
      if (elsewhere.test(code)) continue;
      expect(
        () => reasonText({ code, params: Object.fromEntries(params.map((name) => [name, value(name)])) }, language),
        code,
      ).not.toThrow();
    }
    const said = reasonText(
      { code: "ConditionOverdue", params: { condition: "cost-stated", dueOn: "2026-11-27" } },
      language,
    );
    expect(said).toContain(language.t("conditions:cost-stated.title"));
    expect(said).toContain(language.format.date("2026-11-27"));
    expect(reasonText({ code: "NotInThisStage", params: { stage: "piloting" } }, language)).toContain(
      language.t("words:stage.piloting"),
    );
  });
});
