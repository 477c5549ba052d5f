import { expect, test } from "vitest";
import type { NextWhat } from "../../../src/domain/technology/dates.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";
import { locales } from "../../../src/http/view/locale.ts";

const localesDir = new URL("../../../views/locales", import.meta.url).pathname;
const languages = createLanguages({ localesDir, timeZone: "UTC" });

/** Every kind of date that a technology may wait for: the compiler names what is missing. */
const whats = Object.keys({
  look: 0,
  "pilot-start": 0,
  "pilot-end": 0,
  "collection-end": 0,
  scoring: 0,
  committee: 0,
  gate: 0,
  condition: 0,
  incident: 0,
  clock: 0,
  wave: 0,
  safeguard: 0,
  "cost-report": 0,
  "risk-treatment": 0,
  "risk-acceptance": 0,
  "feedback-answer": 0,
  "feedback-call": 0,
  "consultation-open": 0,
  "consultation-end": 0,
  "consultation-response": 0,
} satisfies Readonly<Record<NextWhat, 0>>);

test.each(locales)("each is said in %s: what comes, what is late, and who has it", (locale) => {
  const { t } = languages.of(locale);
  for (const what of whats)
    for (const text of [`what.${what}`, `late.what.${what}`, `who.${what}`])
      expect([text, t.has(`portfolio:${text}`)]).toEqual([text, true]);
});
