import { parseArgs } from "node:util";
import { recheckAll, recheckEvidence } from "../application/recheck.ts";
import type { Recheck, RecheckedPiece } from "../application/recheck.ts";
import { requireLedger } from "../ledger/reader.ts";
import { openLedger } from "../ledger/sqlite.ts";
import { Vault } from "../ledger/vault.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { counted } from "../domain/words/counted.ts";

export const recheckUsage = "touchstone evidence recheck [SLUG [PIECE]] [--json]";

type Io = Pick<CommandIo, "out" | "err">;
type Parts = Parameters<typeof recheckAll>[0];

/** `evidence recheck`: stored files measured again. 0 as recorded, 1 something differs, 2 no such evidence. */
export async function recheckCommand(
  args: readonly string[],
  io: Io,
  { dataDir }: { readonly dataDir: string },
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [slug, piece, ...rest] = positionals;
  if (rest.length > 0) {
    io.err(recheckUsage);
    return 2;
  }
  requireLedger(dataDir);
  const ledger = openLedger({ dataDir });
  try {
    const parts = { ledger, vault: new Vault(dataDir) };
    return slug === undefined
      ? await recheckWhole(parts, io, values.json)
      : await recheckOne(parts, io, values.json, slug, piece);
  } finally {
    ledger.close();
  }
}

async function recheckOne(parts: Parts, io: Io, json: boolean, slug: string, piece?: string): Promise<ExitStatus> {
  const recheck = await recheckEvidence(parts, slug, piece);
  if (recheck === null) {
    io.err(`There is no evidence ${piece === undefined ? `of ${slug}` : `${piece} of ${slug}`}.`);
    return 2;
  }
  if (json) io.out(JSON.stringify(recheck));
  else for (const line of [...described(recheck), summary(recheck.pieces)]) io.out(line);
  return recheck.same ? 0 : 1;
}

/** Each technology is told as it is done: a whole ledger may take its time. */
async function recheckWhole(parts: Parts, io: Io, json: boolean): Promise<ExitStatus> {
  const technologies: Recheck[] = [];
  for await (const recheck of recheckAll(parts)) {
    technologies.push(recheck);
    if (json || recheck.pieces.length === 0) continue;
    io.out(recheck.technology);
    for (const line of described(recheck)) io.out(`  ${line}`);
  }
  const same = technologies.every((recheck) => recheck.same);
  if (json) io.out(JSON.stringify({ same, technologies }));
  else io.out(summary(technologies.flatMap(({ pieces }) => pieces)));
  return same ? 0 : 1;
}

function described({ pieces }: Recheck): string[] {
  return pieces.flatMap(({ evidence, kind, same, differences, note }) => [
    `${evidence} (${kind}): ${same ? "as recorded" : "not as recorded"}${note === undefined ? "" : `, ${note}`}`,
    ...differences.map(
      ({ where, cause, recorded, recomputed }) =>
        `  ${cause}: ${where}: ${JSON.stringify(recorded)} → ${JSON.stringify(recomputed)}`,
    ),
  ]);
}

function summary(pieces: readonly RecheckedPiece[]): string {
  const byReader = (piece: RecheckedPiece): boolean => piece.differences.some(({ cause }) => cause === "reader");
  const [same, reader] = [pieces.filter((piece) => piece.same).length, pieces.filter(byReader).length];
  const other = pieces.length - same - reader;
  const parts = [
    `${same} as recorded`,
    ...(reader > 0 ? [`${reader} read otherwise by a newer reader`] : []),
    ...(other > 0 ? [`${other} not as recorded`] : []),
  ];
  return `${counted(pieces.length, "piece")}: ${parts.join(", ")}`;
}
