import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eraseFile } from "../../src/application/erase.ts";
import { replayDecision } from "../../src/application/replay.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import { withholdEntry } from "../../src/application/withhold.ts";
import { rolledOut } from "./rolled-out.ts";
import { House, mustAccept } from "../support/house.ts";
import { databaseOf } from "../support/database.ts";

let house: House;
beforeEach(async () => void (house = await House.open()));
afterEach(() => house.close());

/** Everything the house has on disk but the files of evidence, write-ahead logs included. */
const onDisk = (): string =>
  readdirSync(house.folder)
    .filter((name) => name.includes(".sqlite"))
    .map((name) => readFileSync(join(house.folder, name), "latin1"))
    .join();

const pieceOf = async (id: string, evidence: string) => {
  await house.services.views.catchUp();
  const state = await house.services.views.technologyState(id);
  const piece = state?.evidence.find((one) => one.evidence === evidence);
  if (piece === undefined) throw new Error(`no ${evidence}`);
  return piece;
};

const withhold = async (id: string, entry: number, person = "administrator") =>
  withholdEntry(house.services, {
    ...house.by(person),
    technology: id,
    entry,
    ground: { text: "Art. 17, request 4/2026" },
  });

describe("a group that is named after a person", () => {
  const answers = (): string =>
    [
      "participant,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10",
      ...Array.from({ length: 30 }, (_, n) => `p${n},Team Anna Muster,5,1,5,1,5,2,5,1,4,1`),
    ].join("\n");
  let id: string;
  beforeEach(async () => {
    id = await house.planned();
    house.clock.day(1);
    await house.must("planner", id, { type: "OpenPilot" });
    house.clock.day(5);
    mustAccept(await house.attach(id, { "sus.csv": answers() }));
  });

  test("is gone from ledger and views, in memory and after a rebuild; the technology goes on", async () => {
    const { position } = await pieceOf(id, "e1");
    expect(onDisk()).toContain("Anna Muster");
    mustAccept(await withhold(id, position));
    const gone = await pieceOf(id, "e1");
    expect(gone).toMatchObject({ position, state: "in-force", kind: "sus", statistics: { kind: "withheld" } });
    expect(onDisk()).not.toContain("Anna Muster");
    const page = house.services.views.timeline.page({ technology: id, limit: 50 });
    expect(JSON.stringify(page.entries)).not.toContain("Anna Muster");
    await house.services.views.rebuild();
    expect(await pieceOf(id, "e1")).toEqual(gone);
    expect(onDisk()).not.toContain("Anna Muster");
    expect(await verifyRecord({ dataDir: house.folder })).toMatchObject({ ok: true, withheld: 1 });
    await house.must("planner", id, { type: "WithdrawEvidence", evidence: "e1", reason: { text: "Says nothing." } });
  });

  test("stays where anybody but an administrator asks, or another entry is meant", async () => {
    const { position } = await pieceOf(id, "e1");
    expect(await withhold(id, position, "planner")).toMatchObject({ kind: "rejected" });
    expect(await withhold(id, position - 1)).toMatchObject({
      kind: "rejected",
      reasons: [{ code: "EntryNotWithholdable" }],
    });
    expect(await withhold(id, 1)).toMatchObject({ kind: "rejected", reasons: [{ code: "EntryUnknown" }] });
    expect((await pieceOf(id, "e1")).statistics.kind).toBe("sus");
    mustAccept(await withhold(id, position));
    expect(await withhold(id, position)).toMatchObject({ kind: "rejected", reasons: [{ code: "AlreadyWithheld" }] });
  });

  test("cannot be confirmed by a guess at the command that brought it", async () => {
    const { position } = await pieceOf(id, "e1");
    mustAccept(await withhold(id, position));
    const kept = databaseOf(house.services)
      .prepare<[number], string>("SELECT digest FROM command WHERE first <= ? ORDER BY first DESC LIMIT 1")
      .pluck()
      .get(position);
    expect(kept).toBe("");
  });

  test("and its file can still be erased, from the piece that has nothing else left", async () => {
    const { position, files } = await pieceOf(id, "e1");
    mustAccept(await withhold(id, position));
    const file = { technology: id, evidence: "e1", digest: files[0]?.digest ?? "", ground: { text: "The same" } };
    mustAccept(await eraseFile(house.services, { ...house.by("administrator"), ...file }));
    expect(await verifyRecord({ dataDir: house.folder })).toMatchObject({ ok: true, findings: [] });
  });
});

describe("a decision that rested on a withheld piece", () => {
  test("says so when it is replayed, and is recomputed from the file as long as that is there", async () => {
    const id = await rolledOut(house);
    const state = await house.services.views.technologyState(id);
    const sus = state?.evidence.find(({ kind }) => kind === "sus");
    mustAccept(await withhold(id, sus?.position ?? 0));
    await house.services.views.catchUp();
    expect(house.services.views.decisions.latest(id, "rollout")?.drift).toContainEqual(
      expect.objectContaining({ kind: "evidence-withheld", subject: sus?.evidence }),
    );
    const said = { where: `evidence ${sus?.evidence}`, cause: "withheld" };
    const replay = await replayDecision(house.services, "queue-forecast/rollout");
    expect(replay).toMatchObject({ same: false, differences: [said] });

    const file = { technology: id, evidence: sus?.evidence ?? "", digest: sus?.files[0]?.digest ?? "" };
    mustAccept(
      await eraseFile(house.services, { ...house.by("administrator"), ...file, ground: { text: "The same" } }),
    );
    const without = await replayDecision(house.services, "queue-forecast/rollout");
    expect(without?.differences.map(({ cause }) => cause)).not.toContain("method");
    expect(without?.differences.map(({ cause }) => cause)).not.toContain("tampering");
    expect(without?.differences).toContainEqual(expect.objectContaining(said));
  });
});
