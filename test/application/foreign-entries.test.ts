import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyBeside } from "../../src/application/verify-beside.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import { ledgerCommand } from "../../src/cli/ledger.ts";
import { restoreCommand } from "../../src/cli/restore.ts";
import { personStream } from "../../src/domain/people/streams.ts";
import type { JsonObject } from "../../src/domain/words/json.ts";
import { backup } from "../../src/ledger/backup.ts";
import { House } from "../support/house.ts";

let house: House;
let elsewhere: string;
beforeEach(async () => {
  house = await House.open();
  elsewhere = mkdtempSync(join(tmpdir(), "touchstone-foreign-"));
});
afterEach(async () => {
  await house.close();
  rmSync(elsewhere, { recursive: true, force: true });
});

/** An entry that only somebody who writes the ledger without the product could make; rightly signed all the same. */
async function smuggle(payload: JsonObject, type = "RoleGranted"): Promise<number> {
  const { ledger, clock } = house.services;
  const stream = personStream("planner");
  const result = await ledger.append({
    stream,
    expectedVersion: (await ledger.readStream(stream)).length,
    events: [{ type, schema: 1, payload }],
    actor: "system",
    role: "system",
    time: clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
  if (result.kind !== "appended") throw new Error(result.kind);
  return result.events[0]?.position ?? 0;
}

async function taken(): Promise<string> {
  const copy = join(elsewhere, "copy");
  await backup(house.folder, copy, new Date("2026-03-02T10:00:00Z"));
  return copy;
}

async function restoring(...args: readonly string[]): Promise<{ readonly status: number; readonly said: string }> {
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  const status = await restoreCommand([...args, "--yes"], io, { dataDir: join(elsewhere, "new") });
  return { status, said: lines.join("\n") };
}

const payloadsIn = ({ findings }: Awaited<ReturnType<typeof verifyRecord>>): readonly string[] =>
  findings.filter(({ kind }) => kind === "payload").map(({ place, message }) => `${place}: ${message}`);

describe("an entry that is not what its type says", () => {
  test("is a finding where it was asked for, and in every copy without the signing key", async () => {
    const at = await smuggle({ role: "king" });
    const said = [
      `entry ${at}: RoleGranted: payload.role is not one of planner, evaluator, approver, auditor, administrator`,
    ];
    expect(payloadsIn(await verifyRecord({ dataDir: house.folder }))).toEqual([]);
    expect(payloadsIn(await verifyRecord({ dataDir: house.folder, payloads: true }))).toEqual(said);
    expect(payloadsIn(await verifyBeside({ dataDir: house.folder, payloads: true }))).toEqual(said);
    const copy = await taken();
    expect(payloadsIn(await verifyRecord({ dataDir: copy }))).toEqual(said);
    cpSync(join(house.folder, "keys"), join(copy, "keys"), { recursive: true });
    expect(payloadsIn(await verifyRecord({ dataDir: copy }))).toEqual([]);
  });

  test("makes the command exit with 1 and name it", async () => {
    const at = await smuggle({ role: "planner", since: 7 });
    const lines: string[] = [];
    const io = { out: (line: string) => void lines.push(line), err: () => undefined };
    const config = { dataDir: house.folder, shipTo: [], smtpUrl: null, mailFrom: null };
    expect(await ledgerCommand(["verify"], io, config)).toBe(0);
    expect(await ledgerCommand(["verify", "--payloads"], io, config)).toBe(1);
    expect(lines.join("\n")).toContain(`FINDING  entry ${at}: RoleGranted: payload.since is not known here`);
  });

  test("keeps a backup from being put in place, unless somebody says so", async () => {
    const at = await smuggle({});
    const copy = await taken();
    const refused = await restoring(copy);
    expect(refused.status).toBe(2);
    expect(refused.said).toContain(`entry ${at}, RoleGranted: payload.role is missing`);
    expect(refused.said).toContain("--accept-malformed");
    expect((await restoring(copy, "--dry-run")).status).toBe(1);
    expect((await restoring(copy, "--accept-malformed")).said).toContain(`Restored to entry ${at}.`);
  });
});

describe("a ledger that is what it says", () => {
  test("is verified and put in place without a word about payloads", async () => {
    await house.planned();
    expect(payloadsIn(await verifyRecord({ dataDir: house.folder, payloads: true }))).toEqual([]);
    const { status, said } = await restoring(await taken());
    expect(status).toBe(0);
    expect(said).not.toContain("type says");
  });

  test("may hold entries of types that are not known here: they stop what reads them, as ever", async () => {
    await smuggle({ any: "thing" }, "TeleportationPlanned");
    expect(payloadsIn(await verifyRecord({ dataDir: house.folder, payloads: true }))).toEqual([]);
    expect((await restoring(await taken())).status).toBe(0);
    await expect(house.services.views.catchUp()).rejects.toThrow("of a kind this version does not know");
  });
});
