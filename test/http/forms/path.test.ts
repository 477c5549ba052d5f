import { expect, it } from "vitest";
import { reasonText } from "../../../src/http/forms/show.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";
import { localesDir } from "../view/support.ts";

const languages = createLanguages({ localesDir, timeZone: "UTC" });

const tied = {
  code: "AuditorTied",
  params: {
    auditor: "Audit House",
    path: [
      { code: "tie.ownedBy", params: { organisation: "Beta" } },
      { code: "tie.suppliedUntil", params: { until: "2026-05-03" } },
    ],
  },
};

it("a refusal names the way over owners step by step, in either language", () => {
  expect(reasonText(tied, languages.of("en"))).toBe(
    "Audit House may not audit it: Audit House – owned by Beta – supplied it until 3\u00A0May 2026.",
  );
  expect(reasonText(tied, languages.of("zh-CN"))).toBe(
    "“Audit House”不得审计：Audit House——由“Beta”拥有——供应它直至2026年5月3日。",
  );
});
