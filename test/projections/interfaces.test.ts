import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { interfaceAudiences } from "../../src/domain/interfaces/declared.ts";
import type { ExchangePlace, InterfaceQueries } from "../../src/projections/interfaces/types.ts";
import { openViews } from "../../src/projections/views.ts";
import { withStandard } from "../support/standards.ts";
import { readModels } from "../support/read-models.ts";
import { House, aProposal } from "../support/house.ts";

let house: House;
/** Three that people use, two that are only proposed, by id. */
let ids: readonly string[];
let slugs: ReadonlyMap<string, string>;

beforeEach(async () => {
  house = await House.open();
  await withStandard(house.services, "administrator", "api", ["1.0", "2.0"]);
  for (const standard of ["files", "other"]) await withStandard(house.services, "administrator", standard, ["1.0"]);
  ids = [
    await house.planned(),
    await house.planned({}, { department: "transport" }),
    await house.planned(),
    await house.proposed(),
    await house.proposed({ department: "transport" }),
  ];
  slugs = new Map(ids.map((id) => [id, house.services.views.portfolio.byId(id)?.slug ?? ""]));
});
afterEach(() => house.close());

interface Row {
  readonly direction: "offers" | "consumes";
  readonly standard: string | null;
  readonly data: string;
  readonly audience: (typeof interfaceAudiences)[number];
  /** Index of a technology; null: an outside system. */
  readonly other: number | null;
}

const row: fc.Arbitrary<Row> = fc.record({
  direction: fc.constantFrom("offers", "consumes"),
  standard: fc.constantFrom(null, "api@1.0", "api@2.0", "files@1.0"),
  data: fc.constantFrom("addresses", "Addresses, permits", "permits"),
  audience: fc.constantFrom(...interfaceAudiences.slice(0, 2)),
  other: fc.option(fc.nat(4), { freq: 6 }),
});

const step = fc.record({
  target: fc.nat(4),
  act: fc.constantFrom("submit", "submit", "submit", "draft", "accept", "return", "drop", "move"),
  rows: fc.array(row, { maxLength: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What is known of each technology, kept by hand. */
interface Known {
  drafted: readonly Row[];
  submitted: readonly Row[] | null;
  accepted: readonly Row[] | null;
  department: string;
}

const openOf = async (id: string) =>
  (await house.services.views.technologyState(id))?.safeguards.find(({ dropped }) => dropped === null);

async function take({ target, act, rows }: Step, known: Known[], n: number): Promise<void> {
  const id = ids[target] ?? "";
  const of = known[target];
  if (of === undefined) return;
  const open = await openOf(id);
  if (act === "submit" || act === "draft") {
    const own = rows.filter(({ other }) => other !== target);
    const answers =
      own.length === 0
        ? { exchanges: "no", alone: { text: `nothing ${n}` } }
        : { exchanges: "yes", interfaces: own.map(answersOf) };
    const outcome = await house.ask("planner", id, {
      type: "StateSafeguard",
      kind: "interfaces",
      item: open?.item ?? null,
      answers: answers as never,
      submit: act === "submit",
    });
    if (outcome.kind !== "accepted") return;
    Object.assign(of, { drafted: own, submitted: act === "submit" ? own : null });
  }
  if ((act === "accept" || act === "return") && open !== undefined) {
    const outcome = await house.ask("evaluator", id, {
      type: "ReviewSafeguard",
      item: open.item,
      of: open.digest,
      outcome: act === "accept" ? "accepted" : "returned",
      text: { text: "looked at" },
    });
    if (outcome.kind !== "accepted") return;
    Object.assign(of, { submitted: null, ...(act === "accept" && { accepted: of.drafted }) });
  }
  if (act === "drop" && open !== undefined) {
    const outcome = await house.ask("planner", id, { type: "DropSafeguard", item: open.item, text: { text: "begun" } });
    if (outcome.kind === "accepted") Object.assign(of, { drafted: [], submitted: null, accepted: null });
  }
  if (act === "move") {
    const department = of.department === "health" ? "transport" : "health";
    const proposal = aProposal({ name: house.services.views.portfolio.byId(id)?.name ?? "", department });
    const outcome = await house.ask("planner", id, { type: "ReviseProposal", proposal });
    if (outcome.kind === "accepted") of.department = department;
  }
}

const answersOf = ({ direction, standard, data, audience, other }: Row) => ({
  ...{ name: "register", direction, kind: "service", data, audience },
  ...(standard !== null && { standard }),
  ...(other === null ? { outside: "the province" } : { counterpart: slugs.get(ids[other] ?? "") ?? "" }),
});

const rowsOf = ({ submitted, accepted }: Known): readonly Row[] => submitted ?? accepted ?? [];

/** The same, looked for through everything each time. */
function expected(known: readonly Known[]) {
  const standards = (of: Known) => rowsOf(of).flatMap(({ standard }) => standard ?? []);
  const connected = known.map((of, i) => {
    const others = known.filter((other) => other !== of);
    return (
      rowsOf(of).some(({ other }) => other !== null) ||
      others.some((other) => rowsOf(other).some((row) => row.other === i)) ||
      others.some((other) => standards(other).some((standard) => standards(of).includes(standard)))
    );
  });
  const live = [0, 1, 2];
  const chimneys = live.filter((i) => connected[i] === false).map((i) => slugs.get(ids[i] ?? "") ?? "");
  const exchanges = new Map<string, { interfaces: number; without: number }>();
  for (const of of known)
    for (const { direction, other, standard } of rowsOf(of)) {
      if (other === null) continue;
      const there = known[other]?.department ?? "";
      const [provider, consumer] = direction === "offers" ? [of.department, there] : [there, of.department];
      const sum = exchanges.get(`${provider} ${consumer}`) ?? { interfaces: 0, without: 0 };
      exchanges.set(`${provider} ${consumer}`, {
        interfaces: sum.interfaces + 1,
        without: sum.without + (standard === null ? 1 : 0),
      });
    }
  const pairs = (department: string) => {
    const all = known.flatMap((of, i) =>
      rowsOf(of).flatMap(({ direction, other, standard }) => {
        if (other === null || ![of, known[other]].some((end) => end?.department === department)) return [];
        const [provider, consumer] = (direction === "offers" ? [i, other] : [other, i]).map((end) =>
          slugs.get(ids[end] ?? ""),
        );
        return [`${provider} ${consumer} ${standard}`];
      }),
    );
    return [...new Set(all)].toSorted().map((of) => `${of} ${all.filter((one) => one === of).length}`);
  };
  const offers = known.flatMap((of, i) =>
    rowsOf(of)
      .filter(({ direction }) => direction === "offers")
      .flatMap(({ data, audience }) =>
        data.split(", ").map((name) => ({ i, same: `${name.toLowerCase()} ${audience}` })),
      ),
  );
  const duplicates = [...new Set(offers.map(({ same }) => same))]
    .map((same) => ({ same, of: [...new Set(offers.filter((offer) => offer.same === same).map(({ i }) => i))] }))
    .filter(({ of }) => of.length > 1)
    .map(
      ({ same, of }) =>
        `${same}: ${of
          .map((i) => slugs.get(ids[i] ?? ""))
          .toSorted()
          .join(" ")}`,
    );
  return {
    chimneys: chimneys.toSorted(),
    exchanges: Object.fromEntries(exchanges),
    ofDepartments: departments.map(pairs),
    twice: duplicates.length,
    duplicates: duplicates.toSorted(),
  };
}

const departments = ["health", "transport"] as const;

/** What a department exchanges, gathered page by page. */
function gathered(queries: InterfaceQueries, department: string, perPage: number): readonly string[] {
  const lines: string[] = [];
  for (let place: ExchangePlace | null = { slug: "", other: "" }; place !== null;) {
    const page = queries.ofDepartment(department, place, perPage);
    expect(page.exchanges.length).toBeGreaterThan(page.next === null ? -1 : perPage - 1);
    for (const { provider, consumer, standard, interfaces } of page.exchanges)
      lines.push(`${provider} ${consumer} ${standard} ${interfaces}`);
    place = page.next;
  }
  return lines.toSorted();
}

function answered(queries: InterfaceQueries) {
  const ofDepartments = departments.map((department) => gathered(queries, department, 1));
  for (const perPage of [2, 50])
    expect(departments.map((department) => gathered(queries, department, perPage))).toEqual(ofDepartments);
  return {
    ofDepartments,
    chimneys: queries.chimneys(null, "", 100).map(({ slug }) => slug),
    exchanges: Object.fromEntries(
      queries
        .exchanges()
        .map(({ provider, consumer, interfaces, without }) => [`${provider} ${consumer}`, { interfaces, without }]),
    ),
    twice: queries.duplicateCount(null),
    duplicates: queries
      .duplicates(null, 100)
      .map(
        ({ data, audience, technologies }) =>
          `${data.toLowerCase()} ${audience}: ${technologies.map(({ slug }) => slug).join(" ")}`,
      )
      .toSorted(),
  };
}

test("who is alone, what departments exchange and what is offered twice is what the statements say, whatever came before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const copy = await house.copy();
      const outer = house;
      house = copy;
      try {
        const known = ids.map((_, i): Known => ({
          ...{ drafted: [], submitted: null, accepted: null },
          department: i === 1 || i === 4 ? "transport" : "health",
        }));
        for (const [n, one] of steps.entries()) {
          await take(one, known, n);
          await house.services.views.catchUp();
          expect(answered(house.services.views.interfaces)).toEqual(expected(known));
        }
        await expectSameAgain();
      } finally {
        await copy.close();
        house = outer;
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** Made from nothing, all at once, the read models are the same. */
async function expectSameAgain(): Promise<void> {
  const dataDir = mkdtempSync(join(house.folder, "again-"));
  const { ledger, clock } = house.services;
  const views = await openViews({ dataDir, ledger, timeZone: "UTC", now: () => clock.now() });
  await views.catchUp();
  await views.close();
  const [again, before] = [readModels(dataDir), readModels(house.folder)];
  for (const table of ["interfaces", "interfaceData", "interfaceStandings"]) {
    expect(sorted(again[table])).toEqual(sorted(before[table]));
  }
}

const sorted = (rows: readonly unknown[] | undefined) => (rows ?? []).map((row) => JSON.stringify(row)).toSorted();

const outside = (standard: string, data: string) => ({
  exchanges: "yes",
  interfaces: [
    { ...{ name: "n", direction: "offers", kind: "file", standard, data }, audience: "residents", outside: "x" },
  ],
});

async function submitted(id: string, answers: ReturnType<typeof outside>): Promise<void> {
  const item = (await openOf(id))?.item ?? null;
  await house.must("planner", id, { type: "StateSafeguard", kind: "interfaces", item, answers, submit: true });
  await house.services.views.catchUp();
}

test("two that follow one version of a standard are not alone, and one left over is again", async () => {
  const [a = "", b = "", c = ""] = ids;
  const alone = () => house.services.views.interfaces.chimneys(null, "", 9).map(({ technology }) => technology);
  const count = () => house.services.views.interfaces.departments().map(({ chimneys }) => chimneys);
  await submitted(a, outside("api@1.0", "deaths"));
  expect(alone().toSorted()).toEqual([a, b, c].toSorted());
  expect(count()).toEqual([2, 1]);
  await submitted(b, outside("api@1.0", "births"));
  expect(alone()).toEqual([c]);
  expect(count()).toEqual([1, 0]);
  await submitted(b, outside("api@2.0", "births"));
  expect(alone().toSorted()).toEqual([a, b, c].toSorted());
});

test("one that works with the same data, or under another version of its standard, is named as who could share", async () => {
  const [a = "", b = "", c = ""] = ids;
  const { interfaces } = house.services.views;
  expect(interfaces.neighbour(a)).toBeNull();
  for (const [id, standard, data] of [
    [a, "api@1.0", "addresses"],
    [b, "api@2.0", "deaths"],
    [c, "other@1.0", "ADDRESSES"],
  ] as const) {
    await submitted(id, outside(standard, data));
  }
  expect(interfaces.neighbour(a)).toMatchObject({ slug: slugs.get(c), data: "addresses", standard: null });
  expect(interfaces.neighbour(b)).toMatchObject({ slug: slugs.get(a), data: null, standard: "api@1.0" });
  expect(interfaces.neighbour(c)).toMatchObject({ slug: slugs.get(a), data: "ADDRESSES" });
  for (const department of ["health", "transport"]) {
    const twice = interfaces.duplicates(department, 9).map(({ technologies }) => technologies.map(({ slug }) => slug));
    expect(interfaces.duplicateCount(department)).toBe(twice.length);
    expect(twice).toEqual(department === "health" ? [[slugs.get(a), slugs.get(c)].toSorted()] : []);
  }
});
