import { parseArgs } from "node:util";
import { backup } from "../ledger/backup.ts";
import type { Backup } from "../ledger/backup.ts";
import { keyFile } from "../ledger/key.ts";
import { explain } from "./explain.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { note } from "./note.ts";
import { sealFrom, sealOptions } from "./seal.ts";
import { counted } from "../domain/words/counted.ts";

const usage = "backup DIR | backup FILE --passphrase-file FILE | backup FILE --key-file FILE";

/** `touchstone backup`: 0 done, 1 done and something is held against what was copied, 2 not done. */
export async function backupCommand(
  args: readonly string[],
  io: Pick<CommandIo, "out" | "err">,
  { dataDir }: { readonly dataDir: string },
): Promise<ExitStatus> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: sealOptions });
    const [target, ...rest] = positionals;
    if (target === undefined || rest.length > 0) {
      io.err(`usage: touchstone ${usage}`);
      return 2;
    }
    const seal = sealFrom(values);
    const made = await backup(dataDir, target, new Date(), seal);
    for (const line of described(made, target, seal !== null)) io.err(line);
    await note(io, dataDir, "backed-up");
    io.err(`The signing key ${keyFile(dataDir)} is left out: keep a copy of it in another place.`);
    return made.findings.length === 0 ? 0 : 1;
  } catch (error) {
    io.err(explain(error, usage));
    return 2;
  }
}

function described({ position, files, holds, findings }: Backup, target: string, sealed: boolean): string[] {
  const where = sealed ? `sealed in ${target}` : `in ${target}`;
  const lines = [`Backed up to entry ${position}: ${counted(files.length, "file")} ${where}, read back and verified.`];
  if (holds !== undefined) {
    const { peopleWithNameAndEmail, passwordHashes, drafts, privateTexts, evidenceFiles } = holds;
    lines.push(
      `It holds personal data: names and e-mail addresses (${peopleWithNameAndEmail}), password hashes ` +
        `(${passwordHashes}), drafts (${drafts}), private texts (${privateTexts}), evidence files (${evidenceFiles}).` +
        (sealed ? "" : " Nothing in it is encrypted: keep it as you keep the data folder."),
    );
  }
  if (findings.length === 0) return lines;
  return [
    ...lines,
    ...findings.map(({ place, message }) => `FINDING  ${place}: ${message}`),
    "The copy is held against by verification. Compare with: touchstone ledger verify",
  ];
}
