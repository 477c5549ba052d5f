import { appendFileSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { eraseFile, eraseText } from "../../src/application/erase.ts";
import { replayDecision } from "../../src/application/replay.ts";
import type { Replay } from "../../src/application/replay-types.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { rolledOut } from "./rolled-out.ts";
import { House, mustAccept } from "../support/house.ts";
import { databaseOf } from "../support/database.ts";

let built: House;
let house: House;
let id: string;

beforeAll(async () => {
  house = built = await House.open();
  id = await rolledOut(house);
});
beforeEach(async () => void (house = await built.copy()));
afterEach(() => house.close());
afterAll(() => built.close());

const replay = async (name = "queue-forecast/rollout"): Promise<Replay> =>
  (await replayDecision(house.services, name))!;
const state = async () => {
  await house.services.views.catchUp();
  return (await house.services.views.technologyState(id))!;
};
const fileOf = async (piece: number) => (await state()).evidence[piece]!.files[0]!.digest;

/** The newest entry of a type. */
function leaf(type: string): { position: number; bytes: Buffer } {
  return databaseOf(house.services)
    .prepare("SELECT position, bytes FROM leaf WHERE type = ? ORDER BY position DESC LIMIT 1")
    .get(type) as { position: number; bytes: Buffer };
}
function alter(type: string, from: string, to: string): number {
  const { position, bytes } = leaf(type);
  const altered = bytes.toString("utf8").replace(from, to);
  expect(altered).not.toBe(bytes.toString("utf8"));
  databaseOf(house.services)
    .prepare("UPDATE leaf SET bytes = ? WHERE position = ?")
    .run(Buffer.from(altered), position);
  return position;
}

test("a decision on real files is recomputed and is the same, by its name and by its position", async () => {
  const { stage, decisions } = await state();
  expect(stage).toBe("rolling-out");
  const again = await replay();
  expect(again).toMatchObject({ decision: "queue-forecast/rollout", same: true, differences: [] });
  expect(again.recorded).toMatchObject({ outcome: "approve", verdict: { outcome: "pass" } });
  expect(again.recomputed).toEqual(again.recorded);
  expect(await replay(String(decisions.at(-1)!.position))).toEqual(again);
  expect(await replay("queue-forecast/admission")).toMatchObject({ same: true });
});

test.each(["queue-forecast/adoption", "nothing/rollout", "queue-forecast/coffee", "1", "999999", "", "-1"])(
  "there is no decision %j",
  async (name) => {
    expect(await replayDecision(house.services, name)).toBeNull();
  },
);

test("a planted change in a file is tampering, with the file named", async () => {
  const digest = await fileOf(0);
  appendFileSync(house.services.vault.path(digest), "\n1772697600000,300,ask,200,true");
  expect(await replay()).toMatchObject({
    same: false,
    differences: [{ where: `evidence e1, file ${digest}`, cause: "tampering", recomputed: "altered" }],
  });
});

test("a removed file is tampering too", async () => {
  const digest = await fileOf(1);
  rmSync(house.services.vault.path(digest));
  expect(await replay()).toMatchObject({
    same: false,
    differences: [{ where: `evidence e2, file ${digest}`, cause: "tampering", recomputed: "missing" }],
  });
});

test("planted statistics are tampering, with the entry and the figure named", async () => {
  const position = alter("EvidenceAttached", '"dropped":0', '"dropped":1');
  const { same, differences } = await replay();
  expect(same).toBe(false);
  expect(differences[0]).toMatchObject({ where: `entry ${position}`, cause: "tampering" });
  expect(differences).toContainEqual(
    expect.objectContaining({ where: "evidence e2, dropped", recorded: 1, recomputed: 0 }),
  );
});

test("a planted outcome is tampering, recomputed from the votes", async () => {
  const position = alter("GateDecided", '"outcome":"approve"', '"outcome":"reject"');
  const { same, differences } = await replay();
  expect(same).toBe(false);
  expect(differences.map(({ where, cause }) => [where, cause])).toEqual([
    [`entry ${position}`, "tampering"],
    ["outcome", "tampering"],
  ]);
});

test("an entry that is not even JSON any more is named", async () => {
  const position = alter("LookTaken", '{"actor"', '{actor"');
  expect(await replay()).toMatchObject({
    same: false,
    recomputed: null,
    differences: [{ where: `entry ${position}`, cause: "tampering" }],
  });
});

test("an erased text is stated, and the decision is still the same", async () => {
  const digest = (await state()).dissents[0]!.text;
  mustAccept(
    await eraseText(house.services, {
      ...house.by("administrator"),
      technology: id,
      digest,
      ground: { text: "Court order" },
    }),
  );
  expect(await replay()).toMatchObject({
    same: true,
    differences: [{ where: "dissents.0", recorded: digest, cause: "erased" }],
  });
});

test("nothing in the data folder lets a guess at an erased text be confirmed, and the ledger stays whole", async () => {
  const digest = (await state()).dissents[0]!.text;
  mustAccept(
    await eraseText(house.services, {
      ...house.by("administrator"),
      technology: id,
      digest,
      ground: { text: "Court order" },
    }),
  );
  const { ledger } = house.services;
  const digests = databaseOf({ ledger }).prepare(
    "SELECT DISTINCT digest FROM command WHERE first IN (SELECT position FROM leaf WHERE stream = ?)",
  );
  expect(digests.pluck().all(`technology-${id}`)).toEqual([""]);
  const files = readdirSync(house.folder).filter((name) => name.includes("sqlite"));
  expect(files.some((name) => readFileSync(join(house.folder, name)).includes("Too early"))).toBe(false);
  expect(await verifyLedger({ dataDir: house.folder })).toMatchObject({ ok: true, findings: [] });
});

test("a replaced text is tampering", async () => {
  const digest = (await state()).dissents[0]!.text;
  databaseOf(house.services).prepare("UPDATE private_text SET text = 'I agree' WHERE digest = ?").run(digest);
  expect(await replay()).toMatchObject({ same: false, differences: [{ where: "dissents.0", cause: "tampering" }] });
});

test("an erased file: its measurement cannot be repeated, the verdict is, from the record", async () => {
  const digest = await fileOf(0);
  mustAccept(
    await eraseFile(house.services, {
      ...house.by("administrator"),
      technology: id,
      evidence: "e1",
      digest,
      ground: { text: "Court order" },
    }),
  );
  const again = await replay();
  expect(again).toMatchObject({
    same: false,
    differences: [{ where: `evidence e1, file ${digest}`, cause: "erased" }],
  });
  expect(again.recomputed).toEqual(again.recorded);
});

test("scores stay blind until everybody's are in: no sheet or score on the ledger before the reveal", async () => {
  const db = databaseOf(house.services);
  const revealed = leaf("ScoresRevealed").position;
  const before = db.prepare("SELECT bytes FROM leaf WHERE position < ?").pluck().all(revealed) as Buffer[];
  expect(before.some((bytes) => bytes.includes('"score":5'))).toBe(false);
  expect(leaf("ScoresRevealed").bytes.includes('"score":5')).toBe(true);
});
