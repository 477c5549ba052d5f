import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { handle } from "../../src/application/handle.ts";
import { onPerson } from "../../src/application/on-person.ts";
import { eraseText } from "../../src/application/erase.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import { fingerprintOf } from "../../src/projections/schema.ts";
import { openViews } from "../../src/projections/views.ts";
import { readModels } from "../support/read-models.ts";
import { House, aPlan, aProposal, dayNumber, mustAccept } from "../support/house.ts";

let house: House;
beforeEach(async () => void (house = await House.open()));
afterEach(() => house.close());

const contents = (folder = house.folder) => readModels(folder);

/** Read models made from nothing in another folder, so many events at a time. */
async function inBatches(batchSize: number, stateBytes?: number): Promise<Record<string, unknown[]>> {
  const dataDir = mkdtempSync(join(house.folder, "again-"));
  const { ledger, clock } = house.services;
  const views = await openViews({
    dataDir,
    ledger,
    timeZone: "UTC",
    now: () => clock.now(),
    batchSize,
    ...(stateBytes !== undefined && { stateBytes }),
  });
  await views.catchUp();
  expect(schemaOf(dataDir)).toEqual(schemaOf(house.folder));
  await views.close();
  return contents(dataDir);
}

/** Tables and indices of a file, as SQL. */
function schemaOf(folder: string): unknown[] {
  const db = new Sqlite(join(folder, "views.sqlite"), { readonly: true });
  const schema = db.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").all();
  db.close();
  return schema;
}

type Step = { readonly kind: number; readonly target: number; readonly catchUp: boolean };

/** Things people do, in any order: what the domain refuses changes nothing. */
async function act(step: Step, ids: string[], n: number): Promise<void> {
  const id = ids[step.target % Math.max(1, ids.length)];
  if (id === undefined || step.kind === 0) return void ids.push(await house.proposed({ name: `Forecast ${n} 预测` }));
  const text = { text: `words ${n}` };
  const ground = "0".repeat(64);
  const asks = [
    () =>
      house.ask("planner", id, {
        type: "ReviseProposal",
        proposal: aProposal({ name: `Revised ${n}`, department: "transport" }),
      }),
    () => house.ask("planner", id, { type: "WithdrawProposal", reason: text }),
    () => house.vote("approver", id, "admission").catch(() => undefined),
    () => house.ask("planner", id, { type: "LockPilotPlan", plan: aPlan() }),
    () => house.ask("planner", id, { type: "OpenPilot" }),
    () =>
      house.ask("evaluator", id, {
        type: "RecordIncident",
        severity: 2,
        occurredAt: house.clock.now(),
        learnedAt: house.clock.now(),
        timeZone: "UTC",
        text,
      }),
    () =>
      house.ask("planner", id, {
        type: "RequestWaiver",
        gate: "admission",
        condition: "tier-stated",
        reason: text,
        control: text,
        until: dayNumber(90),
      }),
    () =>
      house.ask("approver", id, {
        type: "CastVote",
        gate: "admission",
        option: "return",
        reason: text,
        ground,
        onBehalfOf: null,
        lessons: null,
      }),
    () => house.ask("planner", id, { type: "RecordLessons", text }),
  ];
  await asks[step.kind % asks.length]?.();
}

test("a rebuild gives the same read models as catching up event by event", async () => {
  const steps = fc.array(fc.record({ kind: fc.nat(9), target: fc.nat(5), catchUp: fc.boolean() }), {
    minLength: 20,
    maxLength: 40,
  });
  const ids: string[] = [];
  let n = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      for (const step of list) {
        await act(step, ids, (n += 1));
        if (step.catchUp) await house.services.views.catchUp();
        if (n === 25) house.clock.day(2);
      }
      await house.services.views.recheck();
      const incremental = contents();
      await house.services.views.rebuild();
      expect(contents()).toEqual(incremental);
      expect(await inBatches(7)).toEqual(incremental);
      // So little memory that most technologies make room for others before their last event.
      expect(await inBatches(7, 20_000)).toEqual(incremental);
    }),
    { numRuns: 4 },
  );
  expect(ids.length).toBeGreaterThan(3);
});

test("in a rebuild, a technology that makes room before its own entries of a batch come is written with them", async () => {
  const early = await house.proposed({ name: "Early riser" });
  const { position } = await house.services.ledger.head();
  await house.proposed({ name: "Late comer" });
  await house.ask("planner", early, {
    type: "ReviseProposal",
    proposal: aProposal({ name: "Risen", department: "transport" }),
  });
  await house.services.views.catchUp();
  const incremental = contents();
  expect(JSON.stringify(incremental)).toContain("Risen");
  // The first batch ends with the one, the second begins with the other, and memory holds one of them.
  expect(await inBatches(position, 1)).toEqual(incremental);
});

test("the views of another ledger, of another version's writing, a damaged file and a missing one are made anew", async () => {
  await house.proposed();
  await house.services.views.catchUp();
  const before = contents();
  for (const spoil of [
    (file: string) => writeFileSync(file, "not a database at all, but long enough to be looked at"),
    (file: string) => rmSync(file),
    (file: string) => {
      const db = new Sqlite(file);
      db.prepare("UPDATE checkpoint SET value = ? WHERE name = 'log'").run("another");
      db.exec("DELETE FROM technologies");
      db.close();
    },
    (file: string) => {
      const db = new Sqlite(file);
      db.prepare(
        "UPDATE checkpoint SET value = replace(value, '\"leafHash\":\"', '\"leafHash\":\"00') WHERE name = 'mark'",
      ).run();
      db.exec("DELETE FROM technologies");
      db.close();
    },
    (file: string) => {
      const db = new Sqlite(file);
      db.prepare("UPDATE checkpoint SET value = ? WHERE name = 'fingerprint'").run(fingerprintOf("of before"));
      db.exec("DELETE FROM technologies");
      db.close();
    },
  ]) {
    await house.services.close();
    for (const suffix of ["-wal", "-shm"]) rmSync(join(house.folder, `views.sqlite${suffix}`), { force: true });
    spoil(join(house.folder, "views.sqlite"));
    await house.reopen();
    await house.services.views.catchUp();
    expect(contents()).toEqual(before);
  }
  expect(existsSync(join(house.folder, "views.sqlite"))).toBe(true);
});

test("the edition stays while nothing is written, and is another after each write, ours or another process's", async () => {
  const { ledger, clock, views } = house.services;
  const other = await openViews({ dataDir: house.folder, ledger, timeZone: "UTC", now: () => clock.now() });
  const editions: string[] = [];
  const wrote = async (write: () => Promise<unknown>): Promise<void> => {
    await write();
    editions.push(views.edition());
    await views.catchUp();
    expect(views.edition()).toBe(editions.at(-1));
  };
  await views.catchUp();
  editions.push(views.edition());
  await wrote(async () => (await house.proposed(), views.catchUp()));
  await wrote(async () => {
    const db = new Sqlite(join(house.folder, "views.sqlite"));
    db.exec("UPDATE technologies SET name = 'Renamed beside us'");
    db.close();
  });
  const before = views.generation;
  await wrote(() => views.rebuild());
  expect(views.generation).toBe(before + 1);
  await wrote(() => other.rebuild().then(() => views.catchUp()));
  expect(new Set(editions).size).toBe(editions.length);
  await other.close();
});

test("a rebuild that a crash ended before the last index was made leaves none of them out", async () => {
  await house.proposed();
  await house.services.views.catchUp();
  const whole = schemaOf(house.folder);
  const db = new Sqlite(join(house.folder, "views.sqlite"));
  db.exec("DROP INDEX technologies_stage; DROP INDEX timeline_technology");
  db.close();
  const { ledger, clock } = house.services;
  const views = await openViews({ dataDir: house.folder, ledger, timeZone: "UTC", now: () => clock.now() });
  await views.catchUp();
  expect(schemaOf(house.folder)).toEqual(whole);
  await views.close();
});

test("two processes that share the read models repeat nothing and leave nothing out", async () => {
  const { ledger, clock, views } = house.services;
  const other = await openViews({ dataDir: house.folder, ledger, timeZone: "UTC", now: () => clock.now() });
  for (let n = 0; n < 6; n += 1) {
    const id = await house.proposed({ name: `Shared ${n}` });
    await house.must("planner", id, { type: "RecordLessons", text: { text: "Lesson" } });
    const command = { type: "AddPerson", roles: ["planner"], department: null } as const;
    mustAccept(await handle(house.services, house.system(), onPerson(`new-${n}`, command)));
    await Promise.all([views.catchUp(), other.catchUp()]);
    expect(other.position()).toEqual(views.position());
    expect([views.people.of(`new-${n}`)?.roles, other.people.of(`new-${n}`)?.roles]).toEqual([
      ["planner"],
      ["planner"],
    ]);
    expect(await other.technologyState(id)).toEqual(await views.technologyState(id));
  }
  await other.rebuild();
  await house.proposed({ name: "After a rebuild by the other" });
  await views.catchUp();
  expect(views.portfolio.pipeline().total).toBe(7);
  await other.close();
  const shared = contents();
  await views.rebuild();
  expect(contents()).toEqual(shared);
});

test("an event of an unknown type stops catching up, loudly, and nothing of its batch is applied", async () => {
  await house.proposed();
  const { ledger, views } = house.services;
  await views.catchUp();
  const at = views.position().position;
  const append = { actor: "system", role: "system", time: house.clock.now(), commandDigest: "0".repeat(64) };
  await ledger.append({
    ...append,
    stream: "technology-future",
    expectedVersion: 0,
    commandId: "future",
    events: [{ type: "TechnologyDreamtUp", schema: 1, payload: {} }],
  });
  await expect(views.catchUp()).rejects.toThrow(/TechnologyDreamtUp/);
  await expect(views.catchUp()).rejects.toThrow(/TechnologyDreamtUp/);
  expect(views.position().position).toBe(at);
});

test("everyone reads their own writes", async () => {
  const ids = await Promise.all([1, 2, 3].map((n) => house.proposed({ name: `Name ${n}` })));
  await Promise.all(
    ids.map(async (id) => {
      await house.must("planner", id, { type: "RecordLessons", text: { text: "Lesson" } });
      await house.services.views.catchUp();
      expect(house.services.views.portfolio.byId(id)?.version).toBe(2);
    }),
  );
});

test("an erased need is found no more, and its words are in no file of the views", async () => {
  const id = await house.proposed({ need: { text: "Zanzibar complaint of Mr Quibble" } });
  const find = () =>
    house.services.views.portfolio.page({ search: "zanzibar", needs: "all", sort: "name", limit: 10 }).rows.length;
  await house.services.views.catchUp();
  expect(find()).toBe(1);
  const state = (await house.services.views.technologyState(id))!;
  const { need: digest } = state.proposal;
  mustAccept(
    await eraseText(house.services, {
      ...house.by("administrator"),
      technology: id,
      digest,
      ground: { text: "Court order" },
    }),
  );
  await house.services.views.catchUp();
  expect(find()).toBe(0);
  const { readFileSync, readdirSync } = await import("node:fs");
  const files = readdirSync(house.folder).filter((name) => name.includes(".sqlite"));
  expect(files).toContain("views.sqlite-wal");
  expect(files.filter((name) => readFileSync(join(house.folder, name)).includes("anzibar"))).toEqual([]);
});

test("what waits for whom: votes for those who may decide, not for authors or who has voted", async () => {
  const id = await house.proposed({ tier: "IV" });
  const waits = async (person: string, role: "approver" | "planner" | "evaluator") => {
    await house.services.views.catchUp();
    return house.services.views.work
      .page({ id: person, roles: [role] }, { kinds: ["vote", "plan-pilot", "open-pilot"], limit: 10 })
      .items.map(({ kind, technology }) => `${kind} ${technology.id}`);
  };
  expect(await waits("approver", "approver")).toEqual([`vote ${id}`]);
  expect(await waits("planner", "approver")).toEqual([]);
  await house.vote("approver", id, "admission");
  expect(await waits("approver", "approver")).toEqual([]);
  expect(await waits("approver2", "approver")).toEqual([`vote ${id}`]);
  await house.vote("approver2", id, "admission");
  expect(await waits("approver3", "approver")).toEqual([]);
  expect(await waits("planner", "planner")).toEqual([`plan-pilot ${id}`]);
  await house.must("planner", id, {
    type: "LockPilotPlan",
    plan: aPlan({ days: 90, looks: [dayNumber(40), dayNumber(90)] }),
  });
  expect(await waits("planner", "planner")).toEqual([`open-pilot ${id}`]);
});

test("a look that is due is taken by the sweep at its day, and a second sweep finds nothing", async () => {
  const id = await house.planned();
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  house.clock.day(9);
  expect(await sweepAll(house.services)).toMatchObject({ events: 0 });
  house.clock.day(10);
  expect(await sweepAll(house.services)).toMatchObject({ technologies: 1, events: 1 });
  expect(await sweepAll(house.services)).toMatchObject({ events: 0 });
  await house.services.views.catchUp();
  expect(house.services.views.portfolio.byId(id)).toMatchObject({ scoresFrom: "look", outcome: "not-enough-evidence" });
});

test("the past can be seen as of a position", async () => {
  const id = await house.proposed();
  await house.services.views.catchUp();
  const { position } = house.services.views.position();
  await house.must("planner", id, { type: "ReviseProposal", proposal: aProposal({ name: "Another name" }) });
  await house.services.views.catchUp();
  const name = async (asOf?: number) =>
    (await house.services.views.technologyState(id, asOf === undefined ? {} : { asOf }))?.proposal.name;
  expect([await name(position), await name(), await name(position - 1)]).toEqual([
    "Queue forecast",
    "Another name",
    undefined,
  ]);
});
