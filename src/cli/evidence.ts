import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { EvidenceFile, ReadOutcome } from "../evidence/format.ts";
import type { Problem } from "../evidence/refused.ts";
import { encodings } from "../domain/evidence/encoding.ts";
import { formatNames } from "../domain/evidence/format-name.ts";
import { readEvidence } from "../evidence/read.ts";
import { pieceDigest } from "../ledger/vault.ts";
import { described } from "./describe-measurement.ts";
import { parseEvidenceArgs } from "./evidence-options.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { isMisuse, Misuse } from "./misuse.ts";
import { recheckCommand, recheckUsage } from "./recheck.ts";

export const evidenceUsage = [
  "touchstone evidence read PATH… [--as FORMAT] [--within MS] [--task-limit SECONDS] [--time-zone ZONE]",
  "    [--encoding ENCODING] [--map COLUMN=HEADING]… [--when COLUMN=CONDITION]… [--rows HEADING=TEXT]…",
  "    [--state COLUMN=TEXT]… [--mapping FILE.json] [--json]",
  "  A folder or several files are one piece of evidence.",
  "  --map, --when and --rows read a table under other headings, as --as says: which heading stands for which column,",
  "  which cells mean yes (1, or Medium, High, or >= 5, or <= 2), and which rows are meant. --state says what the file",
  "  does not hold. --mapping has all of it in a file.",
  recheckUsage,
  "  Measures stored files again and compares with the record.",
  `  FORMAT: ${formatNames.join(", ")}`,
  `  ENCODING: ${encodings.join(", ")}`,
].join("\n");

/** `evidence read`: measures files without storing them. 2 where they cannot be read or the use is wrong. */
export async function evidenceCommand(
  args: readonly string[],
  io: CommandIo,
  config: { readonly dataDir: string },
): Promise<ExitStatus> {
  if (args[0] === "recheck") return recheckCommand(args.slice(1), io, config);
  const parsed = await parseEvidenceArgs(args, io);
  if (isMisuse(parsed)) {
    io.err(parsed.message);
    io.err(evidenceUsage);
    return 2;
  }
  const files = await filesOf(parsed.paths);
  if (isMisuse(files)) {
    io.err(files.message);
    return 2;
  }
  const outcome = await readEvidence(files, parsed.options);
  return parsed.json ? printJson(outcome, io) : printText(outcome, io);
}

/** All files below the paths, hidden ones aside. */
async function filesOf(paths: readonly string[]): Promise<EvidenceFile[] | Misuse> {
  const files: EvidenceFile[] = [];
  for (const path of paths) {
    try {
      files.push(...(await filesUnder(path, basename(path))));
    } catch (error) {
      return new Misuse(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return files;
}

async function filesUnder(path: string, name: string): Promise<EvidenceFile[]> {
  const stats = await stat(path);
  if (!stats.isDirectory()) return [{ name, path, bytes: stats.size }];
  const entries = (await readdir(path)).filter((entry) => !entry.startsWith(".")).sort();
  const nested: EvidenceFile[] = [];
  for (const entry of entries) nested.push(...(await filesUnder(join(path, entry), join(name, entry))));
  return nested;
}

function printJson(outcome: ReadOutcome, io: CommandIo): ExitStatus {
  if (outcome.kind === "refused") {
    for (const problem of outcome.problems) io.err(problem.message);
    io.out(JSON.stringify({ ...outcome, problems: outcome.problems.map(withoutSample) }));
    return 2;
  }
  const digest = pieceDigest(outcome.digests);
  if (outcome.kind === "document") io.out(JSON.stringify({ kind: "document", format: outcome.format, digest }));
  else io.out(JSON.stringify({ ...outcome.measurement, reader: outcome.reader, digest }));
  return 0;
}

/** Rows of a table may be personal, and what a command prints lands in logs. */
function withoutSample({ sample: _, ...problem }: Problem): Problem {
  return problem;
}

function printText(outcome: ReadOutcome, io: CommandIo): ExitStatus {
  switch (outcome.kind) {
    case "refused":
      for (const { message, headings } of outcome.problems) {
        io.err(message);
        if (headings !== undefined) io.err(`  Headings: ${headings.map((heading) => `“${heading}”`).join(", ")}`);
      }
      return 2;
    case "document":
      io.out(`${outcome.format}: attached as a document, not measured`);
      return 0;
    case "measured":
      for (const line of described(outcome.measurement)) io.out(line);
      return 0;
    default:
      return outcome satisfies never;
  }
}
