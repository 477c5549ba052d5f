import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { encodings } from "../domain/evidence/encoding.ts";
import { isFormatName } from "../domain/evidence/format-name.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import type { ReadOptions } from "../evidence/format.ts";
import { parseMapping } from "../evidence/mapping.ts";
import { isUnreadable } from "../evidence/unreadable.ts";
import type { CommandIo } from "./io.ts";
import { isMisuse, Misuse } from "./misuse.ts";

export interface EvidenceArgs {
  readonly paths: readonly string[];
  readonly options: ReadOptions;
  readonly json: boolean;
}

/** What `evidence read` is to do, or why its arguments do not say so. */
export async function parseEvidenceArgs(args: readonly string[], io: CommandIo): Promise<EvidenceArgs | Misuse> {
  const [subcommand, ...rest] = args;
  if (subcommand !== "read") return new Misuse(`There is no “evidence ${subcommand ?? ""}”`);
  const given = argumentsOf(rest);
  if (isMisuse(given)) return given;
  const { values, positionals } = given;
  if (positionals.length === 0) return new Misuse("Name at least one file or folder");
  if (values.as !== undefined && !isFormatName(values.as)) return new Misuse(`--as ${values.as} is no known format`);
  const timeZone = values["time-zone"] ?? io.timeZone;
  if (!isZone(timeZone)) return new Misuse(`--time-zone ${timeZone} is no known time zone`);
  const withinMs = positiveWhole(values.within);
  if (withinMs === null) return new Misuse("--within takes a whole number of milliseconds above 0");
  const taskLimitSeconds = positiveWhole(values["task-limit"]);
  if (taskLimitSeconds === null) return new Misuse("--task-limit takes a whole number of seconds above 0");
  const encoding = encodings.find((name) => name === values.encoding?.toLowerCase());
  if (values.encoding !== undefined && encoding === undefined)
    return new Misuse(`--encoding takes ${encodings.join(", ")}`);
  const mapping = await mappingOf(values);
  if (isMisuse(mapping)) return mapping;
  const options: ReadOptions = {
    timeZone,
    ...(values.as === undefined ? {} : { as: values.as }),
    ...(withinMs === undefined ? {} : { withinMs }),
    ...(taskLimitSeconds === undefined ? {} : { taskLimitSeconds }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(mapping === undefined ? {} : { mapping }),
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
        encoding: { type: "string" },
        map: { type: "string", multiple: true },
        when: { type: "string", multiple: true },
        rows: { type: "string", multiple: true },
        state: { type: "string", multiple: true },
        mapping: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return new Misuse(error instanceof Error ? error.message : String(error));
  }
}

interface MappingArgs {
  readonly as?: string;
  readonly map?: readonly string[];
  readonly when?: readonly string[];
  readonly rows?: readonly string[];
  readonly state?: readonly string[];
  readonly mapping?: string;
}

/** Undefined where none is given. */
async function mappingOf({ as, map = [], when = [], rows = [], state = [], mapping }: MappingArgs) {
  const parts = map.length + when.length + rows.length + state.length;
  if (mapping !== undefined)
    return parts > 0 ? new Misuse("Give --mapping or its parts, not both") : mappingIn(mapping);
  if (parts === 0) return undefined;
  if (as === undefined) return new Misuse("--map, --when, --rows and --state need --as FORMAT");
  const [columns, conditions, chosen, stated] = [pairs(map), pairs(when), pairs(rows), pairs(state)];
  if (columns === null || conditions === null || chosen === null || stated === null) {
    return new Misuse("--map, --when, --rows and --state each take NAME=TEXT, a name only once");
  }
  const given = { format: as, columns, conditions, rows: chosen, ...(state.length === 0 ? {} : { stated }) };
  const parsed = parseMapping(given);
  return isUnreadable(parsed) ? new Misuse(parsed.reason) : parsed;
}

async function mappingIn(path: string): Promise<Mapping | Misuse> {
  try {
    const mapping = parseMapping(JSON.parse(await readFile(path, "utf8")));
    return isUnreadable(mapping) ? new Misuse(`${path}: ${mapping.reason}`) : mapping;
  } catch (error) {
    return new Misuse(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The first = parts; the conditions >= and <= come after it. */
function pairs(texts: readonly string[]): Record<string, string> | null {
  const entries = texts.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)] as const);
  const names = new Set(entries.map(([name]) => name.trim()));
  if (texts.some((text) => text.indexOf("=") < 1) || names.size < texts.length) return null;
  return Object.fromEntries(entries.map(([name, text]) => [name.trim(), text.trim()]));
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
