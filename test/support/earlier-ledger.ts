import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Replay } from "../../src/application/replay-types.ts";

export interface EarlierLedger {
  /** To be removed by whoever asked. */
  readonly folder: string;
  readonly dataDir: string;
  /** What `decision replay` answered of every decision before the house was rebuilt. */
  readonly replays: readonly Replay[];
}

/** When its last entry was written, and how one of its people signs in. */
export const earlierNow = "2026-11-21T09:00:00.000Z";
export const earlierAuditor = { email: "auditor@demo.invalid", password: "slate-slate-slate-100" };

/**
 * A ledger as version 0.2.0 wrote it, copied: its demonstration's people and departments, and one technology through its
 * whole life, from the proposal to its retirement after two waves. A plan was amended after data, an evaluator dissented,
 * evidence was withdrawn after the decision that rested on it, a deputy voted, and the text of the need was erased. Its load
 * tests have few columns, so that it packs small. Everything in it, the key too, is invented.
 */
export function earlierLedger(): EarlierLedger {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-earlier-"));
  const archive = join(import.meta.dirname, "../fixtures/ledger-0.2.0.tar.gz");
  const { status, stderr } = spawnSync("tar", ["-xzf", archive, "-C", folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${archive} cannot be unpacked: ${stderr}`);
  const replays = JSON.parse(readFileSync(join(folder, "replays.json"), "utf8")) as Replay[];
  return { folder, dataDir: join(folder, "ledger"), replays };
}
