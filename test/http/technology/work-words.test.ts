import { expect, test } from "vitest";
import { house } from "../../../src/http/rooms.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";

const languages = createLanguages({ localesDir: "views/locales", timeZone: "UTC" });

test.each(["en", "zh-CN"] as const)("%s: whatever waits for a person has the words of its button", (locale) => {
  const { t } = languages.of(locale);
  expect([...house.work.keys()].filter((kind) => !t.has(`technology:do.${kind}`))).toEqual([]);
});
