import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { gathered, readTexts } from "../../../src/http/view/texts.ts";
import type { Texts } from "../../../src/http/view/texts.ts";
import { readTemplates } from "../../../src/http/view/templates.ts";
import { localesDir, realViews, viewsDir } from "./support.ts";

/** Every text by its key; the plural forms of one sentence are one key. */
function flatten(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    typeof text === "string" ? [[prefix + name, text]] : flatten(text, `${prefix}${name}.`),
  );
}

function keysOf(locale: "en" | "zh-CN"): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [room, texts] of Object.entries(readTexts(localesDir)[locale] ?? {})) {
    for (const [name, text] of flatten(texts, `${room}:`)) {
      const key = name.replace(/_(zero|one|two|few|many|other)$/, "");
      keys.set(key, [...(keys.get(key) ?? []), text]);
    }
  }
  return keys;
}

function placeholders(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]!));
  return [...new Set(found)].filter((name) => name !== "count").sort();
}

const [english, chinese] = [keysOf("en"), keysOf("zh-CN")];

describe("the texts", () => {
  it("have every key in both languages", () => {
    const only = (a: Map<string, unknown>, b: Map<string, unknown>): string[] =>
      [...a.keys()].filter((key) => !b.has(key));
    expect({ onlyEnglish: only(english, chinese), onlyChinese: only(chinese, english) }).toEqual({
      onlyEnglish: [],
      onlyChinese: [],
    });
  });

  it("ask for the same values in both languages", () => {
    // A reader's own message is English: in Chinese it stands in small print beneath a sentence of the page's own.
    const asked = (key: string, texts: readonly string[]): string =>
      placeholders(texts)
        .filter((name) => !(key.startsWith("evidence:problem.") && name.includes("message")))
        .join();
    const differing = [...english].filter(([key, texts]) => asked(key, texts) !== asked(key, chinese.get(key) ?? []));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("leave no text empty", () => {
    const empty = [...english, ...chinese].filter(([, texts]) => texts.some((text) => text.trim() === ""));
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it("write Chinese with full-width punctuation", () => {
    const halfWidth = /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|[\u4e00-\u9fff]["']|["'][\u4e00-\u9fff]/;
    const wrong = [...chinese].filter(([, texts]) =>
      texts.some((text) => halfWidth.test(text.replace(/<[^>]*>/g, ""))),
    );
    expect(wrong.map(([key, texts]) => `${key}: ${texts.join(" / ")}`)).toEqual([]);
  });

  it("shout in neither language", () => {
    const loud = [...english, ...chinese].filter(([, texts]) => texts.some((text) => /[!！]/.test(text)));
    expect(loud.map(([key]) => key)).toEqual([]);
  });
});

describe("the files of several rooms", () => {
  const pilot = { title: "Pilot", "events:": { PilotOpened: "It opened.", mark: { stopped: "Stopped" } } };
  const rollout = { title: "Rollout", "events:": { WaveOpened: "It opened.", mark: { held: "Held" } } };

  it("make one table of what each says of its events", () => {
    expect(
      gathered([
        ["events", { other: "Recorded." }],
        ["pilot", pilot],
        ["rollout", rollout],
      ]),
    ).toEqual({
      events: {
        other: "Recorded.",
        PilotOpened: "It opened.",
        WaveOpened: "It opened.",
        mark: { stopped: "Stopped", held: "Held" },
      },
      pilot: { title: "Pilot" },
      rollout: { title: "Rollout" },
    });
  });

  it("never give one key twice, at any depth, as text or as a table of texts", () => {
    const twice = (texts: Texts) => () =>
      gathered([
        ["pilot", pilot],
        ["gate", { "events:": texts }],
      ]);
    expect(twice({ PilotOpened: "Again." })).toThrow("The text events:PilotOpened is given twice");
    expect(twice({ mark: { stopped: "Again" } })).toThrow("The text events:mark.stopped is given twice");
    expect(twice({ mark: "Again" })).toThrow("The text events:mark is given twice");
    expect(() => gathered([["pilot", { "events:": "None" }]])).toThrow("holds no texts");
  });
});

describe("the views of the product", () => {
  it("name only partials and texts that exist", () => {
    expect(realViews().faults).toEqual([]);
  });

  it.each([...readTemplates(viewsDir)])("%s is a template that can be compiled", (_, source) => {
    expect(() => Handlebars.precompile(source, { strict: true })).not.toThrow();
  });
});
