import { join } from "node:path";
import { expect } from "vitest";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { runAndKill } from "../support/kill.ts";

const script = join(import.meta.dirname, "kill-writer.ts");

/** Kills a writing process again and again: what it acknowledged is there exactly once, and nothing half-written. */
export async function surviveKills(dataDir: string, kills: number): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 0; round < kills; round++) {
    const afterLines = 1 + Math.floor(Math.random() * 40);
    acknowledged.push(...(await runAndKill({ script, args: [dataDir, String(round)], afterLines })));
    const { findings } = await verifyLedger({ dataDir });
    expect(findings, `after kill ${round + 1}`).toEqual([]);
  }
  const ledger = openLedger({ dataDir });
  const parts = new Map<string, number>();
  for (const { command } of await ledger.readAll(0, Number.MAX_SAFE_INTEGER)) {
    parts.set(command, (parts.get(command) ?? 0) + 1);
  }
  ledger.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  expect(acknowledged.filter((command) => !parts.has(command))).toEqual([]);
  // Both events of each command, acknowledged or not, and never twice.
  expect([...parts].filter(([, count]) => count !== 2)).toEqual([]);
}
