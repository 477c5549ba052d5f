import { expect, test } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { itemModel } from "../../../src/http/say/work-item.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";
import type { WorkItem } from "../../../src/projections/work/types.ts";

const languages = createLanguages({ localesDir: "views/locales", timeZone: "UTC" });
const risks = new Map([["t1", new Map([["g1", "Batteries die"]])]]);
const around = { policy: defaultPolicy, departments: [], today: "2026-12-01", names: new Map<string, string>(), risks };
const words = { group: "own", href: () => "/" } as const;

test.each([
  ["2026-12-01", true, "late since today", "今天已逾期"],
  ["2026-12-01", false, "today", "今天"],
  ["2026-11-30", true, "1 day late", "逾期 1 天"],
])("a term that ends within the day %s, late: %s, is said to be %s", (due, late, en, zh) => {
  const item = {
    technology: { name: "A", department: "housing", proposer: "p", held: false },
    kind: "incident",
    gate: null,
    subject: null,
    due,
    dueAt: `${due}T12:15:00.000Z`,
    since: "2026-11-30",
    late,
  } as unknown as WorkItem;
  expect(itemModel(words, languages.of("en"), around, item).due).toBe(en);
  expect(itemModel(words, languages.of("zh-CN"), around, item).due).toBe(zh);
});

test("a risk is called by its name, and by its number where none is known", () => {
  const of = (subject: string) =>
    ({
      technology: { id: "t1", name: "A", department: "housing", proposer: "p", held: false },
      ...{ kind: "treat-risk", gate: null, subject, due: null, dueAt: null, since: "2026-11-30", late: false },
    }) as unknown as WorkItem;
  const said = (subject: string) => itemModel({ ...words, ofRisk: true }, languages.of("en"), around, of(subject)).text;
  expect(said("g1")).toContain("Treat risk “Batteries die”");
  expect(said("g2")).toContain("Treat risk “g2”");
});
