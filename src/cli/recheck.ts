import { parseArgs } from "node:util";
import { recheckEvidence } from "../application/recheck.ts";
import type { Recheck } from "../application/recheck.ts";
import { requireLedger } from "../ledger/reader.ts";
import { openLedger } from "../ledger/sqlite.ts";
import { Vault } from "../ledger/vault.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

export const recheckUsage = "touchstone evidence recheck SLUG [PIECE] [--json]";

/** `evidence recheck`: stored files measured again. 0 as recorded, 1 something differs, 2 no such evidence. */
export async function recheckCommand(
  args: readonly string[],
  io: Pick<CommandIo, "out" | "err">,
  { dataDir }: { readonly dataDir: string },
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [slug, piece, ...rest] = positionals;
  if (slug === undefined || rest.length > 0) {
    io.err(recheckUsage);
    return 2;
  }
  requireLedger(dataDir);
  const ledger = openLedger({ dataDir });
  try {
    const found = await recheckEvidence({ ledger, vault: new Vault(dataDir) }, slug, piece);
    if (found === null) {
      io.err(`There is no evidence ${piece === undefined ? `of ${slug}` : `${piece} of ${slug}`}.`);
      return 2;
    }
    if (values.json) io.out(JSON.stringify(found));
    else for (const line of described(found)) io.out(line);
    return found.same ? 0 : 1;
  } finally {
    ledger.close();
  }
}

function described({ pieces }: Recheck): string[] {
  return pieces.flatMap(({ evidence, kind, same, differences }) => [
    `${evidence} (${kind}): ${same ? "as recorded" : "not as recorded"}`,
    ...differences.map(
      ({ where, cause, recorded, recomputed }) =>
        `  ${cause}: ${where}: ${JSON.stringify(recorded)} → ${JSON.stringify(recomputed)}`,
    ),
  ]);
}
