import { parseArgs } from "node:util";
import { replayDecision } from "../application/replay.ts";
import type { Replay } from "../application/replay-types.ts";
import type { Config } from "../config.ts";
import { requireLedger } from "../ledger/reader.ts";
import { openLedger } from "../ledger/sqlite.ts";
import { Vault } from "../ledger/vault.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

const usage = "usage: touchstone decision replay ENTRY|SLUG/GATE [--json]";

/** `touchstone decision replay`: 0 the same, 1 something differs, 2 no such decision. */
export async function decisionCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [action, id, ...rest] = positionals;
  if (action !== "replay" || id === undefined || rest.length > 0) {
    io.err(usage);
    return 2;
  }
  requireLedger(config.dataDir);
  const ledger = openLedger({ dataDir: config.dataDir });
  try {
    const replay = await replayDecision({ ledger, vault: new Vault(config.dataDir) }, id);
    if (replay === null) {
      io.err(`There is no decision ${id}. Name it by the number of its entry, or as SLUG/GATE.`);
      return 2;
    }
    if (values.json) io.out(JSON.stringify(replay));
    else for (const line of described(replay)) io.out(line);
    return replay.same ? 0 : 1;
  } finally {
    ledger.close();
  }
}

function described({ decision, position, recorded, recomputed, same, differences, settled }: Replay): string[] {
  return [
    `${decision}, entry ${position}`,
    `recorded:   ${recorded?.outcome ?? "unreadable"}${verdictOf(recorded)}`,
    `recomputed: ${recomputed?.outcome ?? "not possible"}${verdictOf(recomputed)}`,
    same ? "same" : "not the same",
    ...differences.map(
      ({ where, cause, recorded: was, recomputed: is, note }) =>
        `  ${cause}: ${where}: ${text(was)} → ${text(is)}${note === undefined ? "" : `, ${note}`}`,
    ),
    ...settled.map(
      ({ what, at, person, text: reason }) => `since then ${what} at ${at} by ${person}, reason ${reason}`,
    ),
  ];
}

const verdictOf = (basis: Replay["recorded"]): string =>
  basis?.verdict === null || basis === null ? "" : `, evidence ${basis.verdict.outcome}`;

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
