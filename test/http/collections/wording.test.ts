import { expect, it } from "vitest";
import { statements } from "../../../src/evidence/layouts/sus-statements.ts";
import { languageIn } from "../../support/journey-visitor.ts";

it.each(["en", "zh-CN"] as const)("asks the ten statements that the reader knows, in their order (%s)", (locale) => {
  const { t } = languageIn(locale);
  for (let item = 1; item <= 10; item += 1) {
    const asked = t(`answering:item.sus.${item}`).toLowerCase();
    const matches = statements.flatMap((statement, at) => (statement.test(asked) ? [at + 1] : []));
    expect([asked, matches]).toEqual([asked, [item]]);
  }
});
