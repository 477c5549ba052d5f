import { parseArgs } from "node:util";
import { verifyRecord } from "../application/verify.ts";
import { keyName } from "../ledger/checkpoint.ts";
import { LedgerError } from "../ledger/errors.ts";
import { exportLedger } from "../ledger/export.ts";
import { checkFolder } from "../ledger/folder.ts";
import { withFolder } from "../ledger/lock.ts";
import { proveEntry } from "../ledger/prove.ts";
import { readKeys, readSnapshot } from "../ledger/reader.ts";
import { rotateKey } from "../ledger/rotate-key.ts";
import type { Verification } from "../ledger/verify.ts";
import type { Config } from "../config.ts";
import { explain } from "./explain.ts";
import { shipCheckpoint } from "./ship.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { counted } from "../domain/words/counted.ts";

type LedgerIo = Pick<CommandIo, "out" | "outSlowly" | "err">;

type LedgerConfig = Pick<Config, "dataDir" | "shipTo" | "smtpUrl" | "mailFrom">;

const usageLine =
  "ledger verify [--checkpoint FILE] [--payloads] [--json] | export | prove ENTRY | ship [TO…] | vkey [--all] | rotate-key";
const USAGE = `usage: touchstone ledger verify [--checkpoint FILE] [--payloads] [--json]
       touchstone ledger export
       touchstone ledger prove ENTRY
       touchstone ledger ship [TO…]   a folder, mailto:ADDRESS or https://ADDRESS; without TO those of TOUCHSTONE_SHIP_TO
       touchstone ledger vkey [--all]   with --all every key the ledger had, and from which entry on
       touchstone ledger rotate-key     hands signing over to a new key; the server has to be stopped`;

/** `touchstone ledger …`; answers the exit status. */
export async function ledgerCommand(args: readonly string[], io: LedgerIo, config: LedgerConfig): Promise<ExitStatus> {
  try {
    return await run(args, io, config);
  } catch (error) {
    io.err(explain(error, usageLine));
    return 2;
  }
}

async function run(args: readonly string[], io: LedgerIo, config: LedgerConfig): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      checkpoint: { type: "string" },
      payloads: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
    },
  });
  const [command, position, ...rest] = positionals;
  if (command === "prove" && position !== undefined && rest.length === 0) return prove(position, io, config);
  if (command === "ship") return shipCheckpoint(positionals.slice(1), io, config);
  if (position !== undefined) return usage(io);
  switch (command) {
    case "verify":
      return verify(values, io, config);
    case "export":
      await exportLedger(config.dataDir, (line) => (io.outSlowly ?? io.out)(line));
      return 0;
    case "vkey":
      return vkey(values, io, config);
    case "rotate-key":
      return rotate(io, config);
    default:
      return usage(io);
  }
}

function usage(io: LedgerIo): ExitStatus {
  io.err(USAGE);
  return 2;
}

async function verify(
  {
    checkpoint: file,
    payloads,
    json,
  }: { readonly checkpoint?: string; readonly payloads: boolean; readonly json: boolean },
  io: LedgerIo,
  { dataDir }: LedgerConfig,
): Promise<ExitStatus> {
  const result = await verifyRecord({ dataDir, payloads, ...(file !== undefined && { checkpointFile: file }) });
  if (json) io.out(JSON.stringify(result, null, 2));
  else io.out(describe(result));
  return result.ok ? 0 : 1;
}

function describe({ ok, entries, position, root, findings, notes }: Verification): string {
  const lines = [
    ...findings.map(({ place, message }) => `FINDING  ${place}: ${message}`),
    ...notes.map((note) => `note     ${note}`),
    `${counted(entries, "entry", "entries")}, the last is entry ${position}, root ${root ?? "unknown: an entry is missing"}`,
    ok ? "The ledger is whole." : `The ledger is NOT whole: ${counted(findings.length, "finding")}.`,
  ];
  return lines.join("\n");
}

async function prove(text: string, io: LedgerIo, { dataDir }: LedgerConfig): Promise<ExitStatus> {
  if (!/^[1-9]\d*$/.test(text)) throw new LedgerError("format", `"${text}" is not the number of an entry: 1, 2, 3 …`);
  io.out((await proveEntry(dataDir, Number(text))).trimEnd());
  return 0;
}

async function vkey({ all }: { readonly all: boolean }, io: LedgerIo, { dataDir }: LedgerConfig): Promise<ExitStatus> {
  const spans = await readSnapshot(dataDir, (db) => readKeys(db).spans);
  if (!all) io.out(spans.at(-1)?.vkey ?? "");
  else
    for (const { vkey: key, from, until } of spans)
      io.out(`${key}  ${until === null ? `entries from ${from} on` : `entries ${from}–${until - 1}`}`);
  return 0;
}

/** Not beside a server: it would go on signing with the key it has read. */
async function rotate(io: LedgerIo, { dataDir }: LedgerConfig): Promise<ExitStatus> {
  checkFolder(dataDir);
  const { position, from, to } = await withFolder(dataDir, async () => rotateKey(dataDir, new Date()));
  io.out(`Entry ${position} hands signing over from the key ${keyName(from)} to ${keyName(to)}; both signed it.`);
  io.out(to);
  io.err(
    "What the former key signed stays valid. Give the verifying key above to whoever checks checkpoints, and put a copy of " +
      "keys/ledger.key where you kept the former one; keep that one as long as backups of before are kept.",
  );
  return 0;
}
