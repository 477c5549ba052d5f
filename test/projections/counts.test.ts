import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countablesOf } from "../../src/domain/technology/countables.ts";
import { dueStandings, endingStandings, lessonStandings } from "../../src/domain/technology/manifest/countable.ts";
import type { CountableKind } from "../../src/domain/technology/manifest/countable.ts";
import type { CountQuery, CountedThing } from "../../src/projections/counts/types.ts";
import { openViews } from "../../src/projections/views.ts";
import { House, aProposal, dayNumber } from "../support/house.ts";
import { readModels } from "../support/read-models.ts";

let house: House;
let ids: readonly string[];

beforeEach(async () => {
  house = await House.open();
  ids = [
    await house.planned(),
    await house.planned({}, { department: "transport" }),
    await house.planned(),
    await house.proposed(),
    await house.proposed({ department: "transport" }),
  ];
});
afterEach(() => house.close());

const step = fc.record({
  target: fc.nat(4),
  act: fc.constantFrom("record", "record", "close", "lessons", "stop", "move", "wait", "admit"),
  days: fc.nat(9),
  severity: fc.constantFrom(1, 2, 3),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What may be refused is: only the record counts. */
async function take({ target, act, days, severity }: Step, today: number): Promise<number> {
  const id = ids[target] ?? "";
  const { views, clock } = house.services;
  const state = await views.technologyState(id);
  const text = { text: `on day ${today}` };
  if (act === "wait") house.clock.day(today + days);
  if (act === "record")
    await house.ask("planner", id, {
      ...{
        type: "RecordIncident",
        severity: severity as 1,
        occurredAt: clock.now(),
        learnedAt: clock.now(),
        timeZone: "UTC",
        text,
      },
    });
  const open = state?.incidents.find(({ closedAt }) => closedAt === null);
  if (act === "close" && open !== undefined)
    await house.ask("planner", id, { type: "CloseIncident", incident: open.incident, text });
  if (act === "lessons") await house.ask("planner", id, { type: "RecordLessons", text });
  if (act === "stop") await house.ask("approver", id, { type: "StopPilot", reason: text, lessons: text });
  if (act === "admit" && state?.stage === "proposed") await house.vote("approver", id, "admission");
  if (act === "move" && state?.stage === "proposed") {
    const department = state.proposal.department === "health" ? "transport" : "health";
    const proposal = aProposal({ name: state.proposal.name, department });
    await house.ask("planner", id, { type: "ReviseProposal", proposal });
  }
  await views.catchUp();
  return act === "wait" ? today + days : today;
}

const kinds: readonly (readonly [CountableKind, readonly string[]])[] = [
  ["deadline", dueStandings],
  ["deadline", ["late"]],
  ["ending", endingStandings],
  ["lesson", lessonStandings],
  ["decision", ["admission.approve"]],
];

/** Looked for through everything. */
async function expected({ department, kind, standings, from, to }: CountQuery): Promise<readonly string[]> {
  const all = await Promise.all(
    ids.map(async (id) => {
      const state = await house.services.views.technologyState(id);
      if (state === null || (department !== null && state.proposal.department !== department)) return [];
      return countablesOf(state, {
        policy: house.services.views.policies.current(),
        dayOf: (instant) => instant.slice(0, 10),
      })
        .filter((one) => one.kind === kind && standings.includes(one.standing) && one.on >= from && one.on <= to)
        .map(({ subject, on, standing }) => `${on} ${id} ${subject} ${standing}`);
    }),
  );
  return all.flat().toSorted().toReversed();
}

/** A page after the other. */
function listed(query: CountQuery, limit: number): readonly string[] {
  const rows: CountedThing[] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page = house.services.views.counts.page(query, { after, limit });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows.map(({ day, technology, subject, standing }) => `${day} ${technology} ${subject} ${standing}`);
}

const period = fc.tuple(fc.integer({ min: -2, max: 40 }), fc.nat(40)).map(([from, days]) => ({
  from: dayNumber(from),
  to: dayNumber(from + days),
}));

test("whatever came before, each number is that of the things in its days, and of its list, page by page", async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 18 }),
      fc.array(period, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, periods, limit) => {
        const copy = await house.copy();
        const outer = house;
        house = copy;
        try {
          let today = 0;
          for (const one of steps) today = await take(one, today);
          for (const [kind, standings] of kinds)
            for (const department of [null, "health", "transport"])
              for (const days of periods) {
                const query: CountQuery = { ...days, kind, standings, department };
                const things = await expected(query);
                most = Math.max(most, things.length);
                expect(listed(query, limit)).toEqual(things);
                expect(house.services.views.counts.count(query)).toBe(things.length);
              }
          most = Math.max(most, await expectLastDays());
          await expectSameAgain();
        } finally {
          await copy.close();
          house = outer;
        }
      },
    ),
    { numRuns: 12 },
  );
  expect(most).toBeGreaterThan(1);
}, 120_000);

/** The first and the last day of a period belong to it: each day on which something is, alone. */
async function expectLastDays(): Promise<number> {
  let most = 0;
  for (const [kind, standings] of kinds) {
    const ever: CountQuery = { from: dayNumber(-40), to: dayNumber(400), kind, standings, department: null };
    for (const on of new Set((await expected(ever)).map((one) => one.slice(0, 10)))) {
      const query = { ...ever, from: on, to: on };
      const things = await expected(query);
      most = Math.max(most, things.length);
      expect(house.services.views.counts.count(query), `${kind} on ${on}`).toBe(things.length);
      expect(listed(query, 3)).toEqual(things);
    }
  }
  return most;
}

/** Made from nothing, all at once, the read models are the same. */
async function expectSameAgain(): Promise<void> {
  const dataDir = mkdtempSync(join(house.folder, "again-"));
  const { ledger, clock } = house.services;
  const views = await openViews({ dataDir, ledger, timeZone: "UTC", now: () => clock.now() });
  await views.catchUp();
  await views.close();
  const [again, before] = [readModels(dataDir), readModels(house.folder)];
  for (const table of ["countables", "countableSums"]) expect(again[table]).toEqual(before[table]);
}

test("a day begins where the clock of the house says, and not at midnight of Greenwich", async () => {
  const [id = ""] = ids;
  house.clock.instant = "2026-03-31T22:30:00.000Z";
  await house.must("approver", id, { type: "StopPilot", reason: { text: "enough" }, lessons: { text: "learned" } });
  const dataDir = mkdtempSync(join(house.folder, "again-"));
  const { ledger, clock } = house.services;
  const views = await openViews({ dataDir, ledger, timeZone: "Europe/Berlin", now: () => clock.now() });
  await views.catchUp();
  const of = (from: string, to: string) =>
    views.counts.count({ department: null, kind: "ending", standings: endingStandings, from, to });
  expect([of("2026-01-01", "2026-03-31"), of("2026-04-01", "2026-06-30")]).toEqual([0, 1]);
  await views.close();
});
