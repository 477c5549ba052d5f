import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onDepartments } from "../../../src/application/on-departments.ts";
import { readConfig } from "../../../src/config.ts";
import { createFragments } from "../../../src/http/kept/fragments.ts";
import type { Fragments } from "../../../src/http/kept/fragments.ts";
import type { Deps } from "../../../src/http/deps.ts";
import { portfolioPieces } from "../../../src/http/portfolio/pieces.ts";
import type { PortfolioQuery } from "../../../src/projections/portfolio/types.ts";
import { House, mustAccept } from "../../support/house.ts";
import { realViews } from "../view/support.ts";

let house: House;
const look = { text: "", finding: false };
const templates = realViews();
const ids: string[] = [];
let day = 0;
let kept: Fragments;
let none: Fragments;

beforeAll(async () => {
  house = await House.open();
  const generation = () => house.services.views.generation;
  kept = createFragments(4_000_000, generation);
  none = createFragments(0, generation);
  for (const [name, department] of [
    ["Bus arrival", "transport"],
    ["智能审批助手", "health"],
    ["Land register", "nowhere-yet"],
  ] as const) {
    ids.push(await house.proposed({ name, department: department === "nowhere-yet" ? "health" : department }));
  }
}, 60_000);
afterAll(() => house.close());

const deps = (fragments: Fragments): Deps =>
  ({ services: house.services, templates, fragments, config: readConfig({}) }) as unknown as Deps;

/** The page without its frame. */
function drawn(fragments: Fragments, locale: "en" | "zh-CN", query: PortfolioQuery, sees: Sees): string {
  const pieces = portfolioPieces(deps(fragments), templates.languages.of(locale));
  return pieces.lead().text + pieces.body(query, { ...sees, department: "health", look }).text;
}

type Sees = { readonly mayPropose: boolean; readonly comparing: boolean };
const planner: Sees = { mayPropose: true, comparing: false };

const some = (n: number): string => ids[n % ids.length] ?? "";
const note = (words: string) => ({ text: words });
const rename = (key: string, name: string) =>
  handle(
    house.services,
    house.system(),
    onDepartments({ type: "RenameDepartment", key, name: { en: name, zh: name } }),
  );

/** What may happen between two looks at the page; what the rules refuse changes nothing, which is a history too. */
const happenings: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  propose: async (n) =>
    ids.push(await house.proposed({ name: `Thing ${ids.length} of ${n}`, department: "transport" })),
  revise: async (n) => {
    const proposal = { name: `Renamed ${n}`, department: n % 2 === 0 ? "health" : "transport" };
    const { aProposal } = await import("../../support/house.ts");
    await house.ask("planner", some(n), { type: "ReviseProposal", proposal: aProposal(proposal) });
  },
  admit: async (n) => house.vote("approver", some(n), "admission").catch(() => null),
  lessons: (n) => house.ask("planner", some(n), { type: "RecordLessons", text: note(`Lesson ${n}`) }),
  withdraw: (n) => house.ask("planner", some(n), { type: "WithdrawProposal", reason: note("No.") }),
  days: async (n) => house.clock.day((day += n % 9)),
  department: (n) => rename(n % 2 === 0 ? "health" : "transport", `Department ${n}`),
  recheck: () => house.services.views.recheck(),
  rebuild: async (n) => (n % 4 === 0 ? house.services.views.rebuild() : 0),
};

test("a page with kept pieces is byte for byte the page without, whatever happened, on any day, to anybody", async () => {
  const looks = fc.record({
    happening: fc.constantFrom(...Object.keys(happenings)),
    n: fc.nat(40),
    locale: fc.constantFrom("en" as const, "zh-CN" as const),
    sees: fc.record({ mayPropose: fc.boolean(), comparing: fc.boolean() }),
    query: fc.constantFrom<Omit<PortfolioQuery, "limit">>(
      { sort: "date" },
      { sort: "name" },
      { sort: "updated", stage: "proposed" },
      { sort: "date", late: true },
      { sort: "name", department: "transport" },
      { sort: "date", search: "thing", needs: "all" },
      { sort: "date", search: "hours", needs: { person: "planner", department: null } },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(looks, { minLength: 10, maxLength: 25 }), async (history) => {
      for (const { happening, n, locale, sees, query } of history) {
        await happenings[happening]?.(n);
        await house.services.views.catchUp();
        for (const own of [
          { ...query, limit: 50 },
          { sort: "date" as const, limit: 50 },
        ]) {
          const without = drawn(none, locale, own, sees);
          expect(drawn(kept, locale, own, sees), happening).toBe(without);
          expect(drawn(kept, locale, own, sees), happening).toBe(without);
        }
      }
    }),
    { numRuns: 6 },
  );
  expect(kept.bytes).toBeGreaterThan(0);
}, 120_000);

test("a department's new name stands in every row at once, though no technology changed", async () => {
  const query = { sort: "name", limit: 50 } as const;
  const before = drawn(kept, "en", query, planner);
  mustAccept(await rename("transport", "Roads and Rails"));
  await house.services.views.catchUp();
  expect(before).not.toContain("Roads and Rails");
  expect(drawn(kept, "en", query, planner)).toContain("<small>Roads and Rails</small>");
});

test("a row that stays as it was is drawn once, however often others are written", async () => {
  const query = { sort: "name", limit: 50 } as const;
  let made = 0;
  const counting: Fragments = {
    ...kept,
    of: (key, make) =>
      kept.of(key, () => {
        if (key.startsWith("portfolio row")) made += 1;
        return make();
      }),
  };
  drawn(kept, "en", query, planner);
  ids.push(await house.proposed({ name: `Another ${randomUUID()}` }));
  await house.services.views.catchUp();
  drawn(counting, "en", query, planner);
  expect(made).toBe(1);
});
