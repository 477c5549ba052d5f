import { parseArgs } from "node:util";
import { backup } from "../ledger/backup.ts";
import { keyFile } from "../ledger/key.ts";
import { restore } from "../ledger/restore.ts";
import type { Restored } from "../ledger/restore.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

type BackupIo = Pick<CommandIo, "out" | "err">;

interface BackupConfig {
  readonly dataDir: string;
}

/** `touchstone backup DIR`; answers the exit status. */
export async function backupCommand(
  args: readonly string[],
  io: BackupIo,
  { dataDir }: BackupConfig,
): Promise<ExitStatus> {
  return guarded(io, async () => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [target, ...rest] = positionals;
    if (target === undefined || rest.length > 0) return usage(io, "backup DIR");
    const manifest = await backup(dataDir, target, new Date());
    io.err(`Backed up to position ${manifest.position}: ${manifest.files.length} files in ${target}.`);
    io.err(`The signing key ${keyFile(dataDir)} is left out: keep a copy of it in another place.`);
    return 0;
  });
}

/** `touchstone restore DIR [--accept-loss]`; answers the exit status. */
export async function restoreCommand(
  args: readonly string[],
  io: BackupIo,
  { dataDir }: BackupConfig,
): Promise<ExitStatus> {
  return guarded(io, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "accept-loss": { type: "boolean", default: false } },
    });
    const [source, ...rest] = positionals;
    if (source === undefined || rest.length > 0) return usage(io, "restore DIR [--accept-loss]");
    const options = { acceptLoss: values["accept-loss"], now: new Date() };
    const restored = await restore(source, dataDir, options);
    io.err(describe(restored, dataDir));
    return restored.readOnly === null ? 0 : 1;
  });
}

function describe(restored: Restored, dataDir: string): string {
  const { position, setAside, readOnly, declared, keyPresent } = restored;
  const lines = [`Restored to position ${position}.`];
  if (setAside !== null) lines.push(`The ledger that was there is kept in ${setAside}.`);
  if (declared !== null) {
    lines.push(`Declared lost, on record: everything after ${declared.keptPosition} up to ${declared.lostPosition}.`);
  }
  lines.push(...describeWithheld(restored));
  if (readOnly !== null) lines.push(readOnly);
  if (!keyPresent) lines.push(`Put the signing key in ${keyFile(dataDir)} before you start the server.`);
  return lines.join("\n");
}

/** What was taken away on a legal ground must not come back unnoticed. */
function describeWithheld({ broughtBack, withheldAgain }: Restored): string[] {
  const open = broughtBack.filter((entry) => !withheldAgain.includes(entry));
  return [
    ...(withheldAgain.length > 0 ? [`Withheld again, as they were before: entries ${withheldAgain.join(", ")}.`] : []),
    ...(open.length > 0
      ? [
          `This copy brings back what was withheld on a legal ground: entries ${open.join(", ")}. ` +
            "They are withheld again once the ledger can be written.",
        ]
      : []),
  ];
}

function usage(io: BackupIo, form: string): ExitStatus {
  io.err(`usage: touchstone ${form}`);
  return 2;
}

async function guarded(io: BackupIo, run: () => Promise<ExitStatus>): Promise<ExitStatus> {
  try {
    return await run();
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
