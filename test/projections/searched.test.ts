import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseText } from "../../src/application/erase.ts";
import { gatherFacts } from "../../src/application/facts.ts";
import { mayRead, scopeOf } from "../../src/domain/technology/may-read.ts";
import { inSimplified } from "../../src/domain/words/simplified.ts";
import { indexed } from "../../src/projections/portfolio/search-words.ts";
import { definition } from "../../src/projections/schema.ts";
import { searched } from "../../src/projections/searched/searched.ts";
import { readersOf } from "../../src/projections/searched/readers.ts";
import { House, dayNumber, mustAccept, staff } from "../support/house.ts";

const ground = { today: () => "2026-03-02", now: () => "2026-03-02T09:00:00.000Z", state: () => "" };

function indexOf(texts: readonly string[]): Database {
  const db = new Sqlite(":memory:");
  db.exec(definition);
  fill(db, texts);
  return db;
}

function fill(db: Database, texts: readonly string[]): void {
  db.exec("DELETE FROM searchedWords");
  const add = db.prepare("INSERT INTO searchedWords (rowid, words, kind, readers) VALUES (?, ?, 'evidence', 'open')");
  texts.forEach((text, at) => add.run(at + 1, indexed(text)));
}

const countIn = (db: Database, typed: string): number => searched.queries(db, ground).count(typed, "evidence", "all");

describe("the index of things", () => {
  const chinese = fc.string({
    unit: fc.constantFrom(...Array.from("审批数据量试点评估々〇龥市民臺灣的一")),
    minLength: 1,
    maxLength: 5,
  });
  const latin = fc.constantFrom("load", "Loading", "k6", "2026", "Überwachung", "p95");
  const between = fc.constantFrom("", " ", "，", "。", "-", "（");
  const text = fc
    .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: chinese }, latin), between), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flat().join(""));

  const db = indexOf([]);
  afterAll(() => db.close());

  it("finds a Chinese word of any length wherever a scan of the texts finds it, and nowhere else", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), chinese, (texts, word) => {
        fill(db, texts);
        const scan = texts.filter((one) => inSimplified(one).includes(inSimplified(word))).length;
        const hits = countIn(db, word);
        expect(hits).toBe(scan);
      }),
      { numRuns: 200 },
    );
  });

  it("finds Latin words by their beginnings, in any order, and no word by its middle", () => {
    const db = indexOf(["October load test", "Test of the 负载 load balancer", "download figures"]);
    expect([countIn(db, "load"), countIn(db, "TEST loa"), countIn(db, "负载 bal"), countIn(db, "oad")]).toEqual([
      2, 2, 1, 0,
    ]);
    expect([countIn(db, "，。"), countIn(db, '" OR kind:*'), countIn(db, "evidence"), countIn(db, "open")]).toEqual([
      0, 0, 0, 0,
    ]);
    db.close();
  });

  it("takes no department or person for another whose name is a part of it", () => {
    const db = new Sqlite(":memory:");
    db.exec(definition);
    const readers = readersOf({ department: "health-care", people: ["anna b"], experts: [], barred: [] }, false);
    db.prepare("INSERT INTO searchedWords (rowid, words, kind, readers) VALUES (1, 'load', 'evidence', ?)").run(
      readers,
    );
    const countFor = (person: string, department: string) =>
      searched
        .queries(db, ground)
        .count("load", "evidence", { person, department, role: true, seat: false, decides: false });
    expect([countFor("x", "health-care"), countFor("anna b", "water")]).toEqual([1, 1]);
    expect([countFor("anna", "health"), countFor("b", "care")]).toEqual([0, 0]);
    db.close();
  });
});

describe("a house", () => {
  let house: House;
  let technology: string;

  beforeAll(async () => {
    house = await House.open();
    technology = await house.planned({}, { name: "Kiosk booking", department: "transport" });
    const other = await house.planned({}, { name: "Kiosk printing" });
    house.clock.instant = `${dayNumber(3)}T09:00:00.000Z`;
    await house.must("planner", technology, { type: "OpenPilot" });
    await house.must("planner", other, { type: "OpenPilot" });
    for (const id of [technology, other])
      await house.must("planner2", id, {
        type: "RecordIncident",
        severity: 2,
        occurredAt: `${dayNumber(3)}T07:00:00.000Z`,
        learnedAt: `${dayNumber(3)}T07:30:00.000Z`,
        timeZone: "UTC",
        text: { text: "打印机卡纸 Thermal paper jammed" },
      });
    await house.must("approver4", technology, { type: "RecuseApprover", text: { text: "My cousin sells it." } });
    await house.services.views.catchUp();
  });
  afterAll(() => house.close());

  const hitsOf = (person: string, typed = "thermal") => {
    const scope = scopeOf({ id: person }, gatherFacts(house.services, house.by(person).actor));
    const { searched: queries } = house.services.views;
    const { things } = queries.page({ typed, kind: "incident", scope, limit: 50 });
    expect(queries.count(typed, "incident", scope)).toBe(things.length);
    return things;
  };

  it.each(staff.map(([person]) => person))("%s finds exactly what they may read as a whole", async (person) => {
    const facts = gatherFacts(house.services, house.by(person).actor);
    const rows = house.services.views.portfolio.page({ sort: "name", limit: 50 }).rows;
    const readable = [];
    for (const { id, slug } of rows) {
      const state = (await house.services.views.technologyState(id))!;
      if (mayRead(state, { id: person }, facts).all && state.incidents.length > 0) readable.push(slug);
    }
    expect(
      hitsOf(person)
        .map(({ technology: { slug } }) => slug)
        .toSorted(),
    ).toEqual(readable.toSorted());
  });

  it("keeps from whoever recused themselves what they no longer decide on, and from the administrator all of it", () => {
    expect(hitsOf("approver").length).toBe(2);
    expect(hitsOf("approver4").map(({ technology: { name } }) => name)).toEqual(["Kiosk printing"]);
    expect(hitsOf("administrator")).toEqual([]);
    expect(hitsOf("auditor", "卡").map(({ item }) => item)).toEqual(["i1", "i1"]);
  });

  it("forgets words that were erased", async () => {
    const first = hitsOf("auditor").find((hit) => hit.technology.name === "Kiosk booking");
    const digest = first !== undefined && "digest" in first.words ? first.words.digest : "";
    mustAccept(
      await eraseText(house.services, {
        ...house.by("administrator"),
        ...{ technology, digest, ground: { text: "Request of a person." } },
      }),
    );
    await house.services.views.catchUp();
    expect(hitsOf("auditor").length).toBe(1);
  });
});
