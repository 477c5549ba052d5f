import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { EvidenceFile, ReadOptions, ReadOutcome } from "../evidence/format.ts";
import { formatNames, isFormatName } from "../domain/evidence/format-name.ts";
import { readEvidence } from "../evidence/read.ts";
import { pieceDigest } from "../ledger/vault.ts";
import { described } from "./describe-measurement.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { recheckCommand, recheckUsage } from "./recheck.ts";

export const evidenceUsage = [
  "touchstone evidence read PATH… [--as FORMAT] [--within MS] [--task-limit SECONDS] [--time-zone ZONE] [--json]",
  "  A folder or several files are one piece of evidence.",
  recheckUsage,
  "  Measures stored files again and compares with the record.",
  `  FORMAT: ${formatNames.join(", ")}`,
].join("\n");

/** `evidence read`: measures files without storing them. 2 where they cannot be read or the use is wrong. */
export async function evidenceCommand(
  args: readonly string[],
  io: CommandIo,
  config: { readonly dataDir: string },
): Promise<ExitStatus> {
  if (args[0] === "recheck") return recheckCommand(args.slice(1), io, config);
  const parsed = parse(args, io);
  if (typeof parsed === "string") {
    io.err(parsed);
    io.err(evidenceUsage);
    return 2;
  }
  const files = await filesOf(parsed.paths);
  if (typeof files === "string") {
    io.err(files);
    return 2;
  }
  const outcome = await readEvidence(files, parsed.options);
  return parsed.json ? printJson(outcome, io) : printText(outcome, io);
}

interface Parsed {
  readonly paths: readonly string[];
  readonly options: ReadOptions;
  readonly json: boolean;
}

function parse(args: readonly string[], io: CommandIo): Parsed | string {
  const [subcommand, ...rest] = args;
  if (subcommand !== "read") return `There is no “evidence ${subcommand ?? ""}”`;
  const given = argumentsOf(rest);
  if (typeof given === "string") return given;
  const { values, positionals } = given;
  if (positionals.length === 0) return "Name at least one file or folder";
  if (values.as !== undefined && !isFormatName(values.as)) return `--as ${values.as} is no known format`;
  const timeZone = values["time-zone"] ?? io.timeZone;
  if (!isZone(timeZone)) return `--time-zone ${timeZone} is no known time zone`;
  const withinMs = positiveWhole(values.within);
  if (withinMs === null) return "--within takes a whole number of milliseconds above 0";
  const taskLimitSeconds = positiveWhole(values["task-limit"]);
  if (taskLimitSeconds === null) return "--task-limit takes a whole number of seconds above 0";
  const options: ReadOptions = {
    timeZone,
    ...(values.as === undefined ? {} : { as: values.as }),
    ...(withinMs === undefined ? {} : { withinMs }),
    ...(taskLimitSeconds === undefined ? {} : { taskLimitSeconds }),
  };
  return { paths: positionals, options, json: values.json };
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: "string" },
        within: { type: "string" },
        "task-limit": { type: "string" },
        "time-zone": { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Undefined where nothing was given, null where it is no whole number above 0. */
function positiveWhole(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** All files below the paths, hidden ones aside; a message where a path cannot be read. */
async function filesOf(paths: readonly string[]): Promise<EvidenceFile[] | string> {
  const files: EvidenceFile[] = [];
  for (const path of paths) {
    try {
      files.push(...(await filesUnder(path, basename(path))));
    } catch (error) {
      return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return files;
}

async function filesUnder(path: string, name: string): Promise<EvidenceFile[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [{ name, path, bytes: found.size }];
  const entries = (await readdir(path)).filter((entry) => !entry.startsWith(".")).sort();
  const nested: EvidenceFile[] = [];
  for (const entry of entries) nested.push(...(await filesUnder(join(path, entry), join(name, entry))));
  return nested;
}

function printJson(outcome: ReadOutcome, io: CommandIo): ExitStatus {
  if (outcome.kind === "refused") {
    for (const problem of outcome.problems) io.err(problem.message);
    io.out(JSON.stringify(outcome));
    return 2;
  }
  const digest = pieceDigest(outcome.digests);
  if (outcome.kind === "document") io.out(JSON.stringify({ kind: "document", format: outcome.format, digest }));
  else io.out(JSON.stringify({ ...outcome.measurement, reader: outcome.reader, digest }));
  return 0;
}

function printText(outcome: ReadOutcome, io: CommandIo): ExitStatus {
  switch (outcome.kind) {
    case "refused":
      for (const problem of outcome.problems) io.err(problem.message);
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
