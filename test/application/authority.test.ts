import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { handle } from "../../src/application/handle.ts";
import { onDepartments } from "../../src/application/on-departments.ts";
import { onPerson } from "../../src/application/on-person.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import { House, aProposal, mustAccept } from "../support/house.ts";

let house: House;
beforeEach(async () => void (house = await House.open()));
afterEach(() => house.close());

/** Changes views.sqlite behind the back of the product, which is stopped meanwhile. */
async function edit(change: (db: Database) => void): Promise<void> {
  await house.services.views.catchUp();
  await house.services.close();
  const db = new Sqlite(join(house.folder, "views.sqlite"));
  change(db);
  db.close();
  await house.reopen();
  await house.services.views.catchUp();
}

const vote = (person: string, id: string) => house.vote(person, id, "admission");

describe("whoever edits views.sqlite gives nobody a right", () => {
  test("no role, department or policy stands in the file", async () => {
    await house.services.views.catchUp();
    const db = new Sqlite(join(house.folder, "views.sqlite"));
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    const rows = tables.flatMap((table) => db.prepare(`SELECT * FROM "${table}"`).all());
    db.close();
    expect(JSON.stringify(rows)).not.toMatch(/"roles\\*"|deputy|evidenceValidityDays/);
  });

  test("a table of roles as older versions kept it is not read", async () => {
    const id = await house.proposed();
    await edit((db) => {
      db.exec("CREATE TABLE records (kind TEXT, id TEXT, version INTEGER, position INTEGER, state TEXT)");
      const state = { roles: ["approver"], department: null, disabled: false, deputy: null, version: 9 };
      db.prepare("INSERT INTO records VALUES ('person', 'evaluator', 9, 9, ?)").run(JSON.stringify(state));
    });
    expect(house.services.views.people.of("evaluator")?.roles).toEqual(["evaluator"]);
    await expect(vote("evaluator", id)).rejects.toThrow(/RoleMissing/);
  });

  test("the time of the newest entry is the ledger's: nothing lapses because a date was edited", async () => {
    await house.proposed();
    const { time } = house.services.views.position();
    await edit((db) =>
      db.exec(
        "UPDATE checkpoint SET value = json_set(value, '$.time', '2039-01-01T00:00:00.000Z') WHERE name = 'mark'",
      ),
    );
    expect(house.services.views.position().time).toBe(time);
  });

  test("a technology is what its stream says, whatever its row says", async () => {
    const id = await house.proposed();
    await house.must("planner", id, { type: "WithdrawProposal", reason: { text: "Too early." } });
    await edit((db) => db.exec("UPDATE technologies SET position = position - 1, version = 1, stage = 'proposed'"));
    expect((await house.services.views.technologyState(id))?.stage).toBe("withdrawn");
  });

  test("an erasure invented there removes no file", async () => {
    const id = await house.planned();
    house.clock.day(1);
    await house.must("planner", id, { type: "OpenPilot" });
    house.clock.day(2);
    const content = "outage,start,end\n";
    await house.attach(id, { "note.txt": content }, { kind: "document" });
    const digest = createHash("sha256").update(content).digest("hex");
    await edit((db) => db.prepare("INSERT INTO erasures VALUES (?, ?)").run(digest, id));
    await sweepAll(house.services);
    expect(await house.services.vault.check(digest)).toBe("whole");
  });

  test("after a start people, departments and policies are there at once, whatever the views hold", async () => {
    await handle(
      house.services,
      house.by("administrator"),
      onDepartments({ type: "CloseDepartment", key: "transport" }),
    );
    await house.services.close();
    writeFileSync(join(house.folder, "views.sqlite"), "nothing");
    await house.reopen();
    const { people, departments, policies } = house.services.views;
    expect(people.all()).toHaveLength(12);
    expect(departments.keys()).toEqual(["health"]);
    expect(policies.current().version).toBe(1);
  });
});

describe("a role counts until the entry that takes it away, and no longer", () => {
  const revoke = (person: string, role: "approver" | "planner") =>
    handle(house.services, house.by("administrator"), onPerson(person, { type: "RevokeRole", role }));

  test("taken away in the very moment of the act: the act is decided anew and refused", async () => {
    const { ledger, views } = house.services;
    await views.catchUp();
    const append = ledger.append.bind(ledger);
    let revoked = false;
    // Another process writes between the decision and its append.
    ledger.append = async (request) => {
      if (!revoked) {
        revoked = true;
        mustAccept(await revoke("planner", "planner"));
      }
      return append(request);
    };
    await expect(house.proposed(aProposal())).rejects.toThrow(/RoleMissing/);
    expect((await ledger.readStreams("technology-")).length).toBe(0);
  });

  test("another person's change does not hold anybody up", async () => {
    const id = await house.proposed();
    mustAccept(await revoke("approver2", "approver"));
    mustAccept(await vote("approver", id));
  });
});
