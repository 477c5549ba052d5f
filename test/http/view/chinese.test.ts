import { describe, expect, it } from "vitest";
import { readTexts } from "../../../src/http/view/texts.ts";
import type { Texts } from "../../../src/http/view/texts.ts";
import { faultsOf } from "../../support/plain-chinese.ts";
import { localesDir } from "./support.ts";

function flatten(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    typeof text === "string" ? [[prefix + name, text]] : flatten(text, `${prefix}${name}.`),
  );
}

describe("the Chinese texts", () => {
  it("use one word for each thing, full-width punctuation and one way of spacing", () => {
    const texts = Object.entries(readTexts(localesDir)["zh-CN"] ?? {}).flatMap(([room, its]) =>
      flatten(its, `${room}:`),
    );
    const wrong = texts.flatMap(([key, text]) => faultsOf(text, key).map((fault) => `${key}: ${fault}: ${text}`));
    expect(wrong).toEqual([]);
  });

  it.each([
    ["共 3项", "space"],
    ["按e3读取", "space"],
    ["共{{count}}项", "space"],
    ["证据: e3", "punctuation"],
    ["共 1\u202f020 项", "thin space"],
    ["见卷宗", "卷宗 → 评审材料"],
    ["第 2 次查看", "查看 → 判定"],
  ])("%s is found", (text, fault) => expect(faultsOf(text)).toEqual([fault]));

  it.each(["于2026年3月5日提交", "共 3 项", "查看证据", "按 e3 读取，不足 95% 的请求", "各组的参照组"])(
    "%s stands",
    (text) => expect(faultsOf(text, "methods:x")).toEqual([]),
  );
});
