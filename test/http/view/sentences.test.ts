import { join } from "node:path";
import i18next from "i18next";
import { expect, test } from "vitest";
import { readTexts } from "../../../src/http/view/texts.ts";
import { locales } from "../../../src/http/view/locale.ts";
import { sentences } from "../../../src/http/view/sentences.ts";

const texts = readTexts(join(import.meta.dirname, "../../../views/locales"));

function keysOf(tree: unknown, path: string): string[] {
  if (typeof tree === "string") return [path];
  return Object.entries(tree as Record<string, unknown>).flatMap(([name, branch]) =>
    keysOf(branch, path === "" ? name : `${path}.${name}`),
  );
}

test.each(locales)("every %s text says the same as i18next does", (locale) => {
  const judge = i18next.createInstance();
  void judge.init({
    resources: texts,
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const { say } = sentences(texts, locale);
  let compared = 0;
  for (const [namespace, tree] of Object.entries(texts[locale] ?? {})) {
    for (const path of keysOf(tree, "")) {
      const key = `${namespace}:${path.replace(/_(zero|one|other)$/, "")}`;
      const names = [...String(judge.getResource(locale, namespace, path)).matchAll(/\{\{(\w+)\}\}/g)].map(
        ([, name = ""]) => name,
      );
      const others = [
        ...String(judge.getResource(locale, namespace, path.replace(/_one$/, "_other"))).matchAll(/\{\{(\w+)\}\}/g),
      ];
      const all = [...names, ...others.map(([, name = ""]) => name)];
      for (const count of [0, 1, 2, 1234]) {
        const values = { ...Object.fromEntries(all.map((name) => [name, `‹${name} $& {{x}}›`])), count };
        expect(say(key, values, String)).toBe(judge.t(key, values));
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(2000);
});

test("a missing text or value is left to i18next", () => {
  const { say, has } = sentences(
    { en: { a: { plain: "Fixed", one: "{{name}} waits", odd: "{{name, upper}}" } } },
    "en",
  );
  expect(say("a:plain", {}, String)).toBe("Fixed");
  expect(say("a:one", {}, String)).toBeNull();
  expect(say("a:odd", { name: "x" }, String)).toBeNull();
  expect(say("a:toString", {}, String)).toBeNull();
  expect(say("b:one", {}, String)).toBeNull();
  expect([has("a:one"), has("a:two")]).toEqual([true, false]);
});

test("a Chinese text sets letters and figures off from its characters, whatever its values are", () => {
  const { say } = sentences({ "zh-CN": { a: { by: "由{{name}}于 {{day}} 提交", both: "{{a}} {{b}}" } } }, "zh-CN");
  expect(say("a:by", { name: "Ann", day: "2026年3月5日" }, String)).toBe("由 Ann 于2026年3月5日提交");
  expect(say("a:by", { name: "王芳", day: "e3" }, String)).toBe("由王芳于 e3 提交");
  expect(say("a:both", { a: "王芳", b: "李明" }, String)).toBe("王芳 李明");
});
