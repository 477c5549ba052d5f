import { createHash } from "node:crypto";
import { isFormatName, type FormatName } from "../domain/evidence/format-name.ts";
import { encodings, isEncoding } from "../domain/evidence/encoding.ts";
import type { CellCondition, Mapping } from "../domain/evidence/mapping.ts";
import type { Measurement } from "../domain/evidence/measurement.ts";
import { parseAnswers } from "./answers.ts";
import { layouts } from "./layouts.ts";
import { shorten } from "./time.ts";
import { membersOf } from "./whole-files.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";

/**
 * The key under which a mapping is remembered: files with the same headings in the same order come from the same source.
 *
 * @returns SHA-256, hex, of the headings without the spaces around them
 */
export function sourceKey(headings: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(headings.map((heading) => heading.trim())))
    .digest("hex");
}

/** "1", "Medium, High", ">= 5" or "<= 2" as a person writes it (≥ and ≤ too); null for anything else. */
export function parseCondition(text: string): CellCondition | null {
  const limit = /^\s*(>=|<=|≥|≤)\s*(.*?)\s*$/.exec(text);
  if (limit === null) {
    // "> 5" and "= 1" are meant as comparisons; taken as texts they would match no cell.
    if (/^\s*[<>=＝＞＜≠!]/.test(text)) return null;
    const values = text.split(/[,，、]/).map((value) => value.trim());
    return values.some((value) => value === "") ? null : { is: "one-of", values };
  }
  const number = numberOf(limit[2] ?? "");
  if (number === null) return null;
  return { is: limit[1] === ">=" || limit[1] === "≥" ? "at-least" : "at-most", limit: number };
}

/** A condition as parseCondition takes it. */
export function conditionText(condition: CellCondition): string {
  if (condition.is === "one-of") return condition.values.join(", ");
  return `${condition.is === "at-least" ? ">=" : "<="} ${condition.limit}`;
}

const missing = new Set(["", "n/a", "na", "nan", "null", "-", "–", "—", "?"]);

/**
 * Whether a cell meets a condition, in the words of the tables people write: "true" or "false". A cell that holds
 * nothing stays empty, since missing data is neither; where a limit is set and the cell is no number, the reason.
 */
export function judged(condition: CellCondition, cell: string): string | Unreadable {
  if (condition.is === "one-of" && condition.values.includes(cell)) return "true";
  if (missing.has(cell.toLowerCase())) return "";
  if (condition.is === "one-of") return "false";
  const number = numberOf(cell);
  if (number === null)
    return new Unreadable("no-number-so-not", { text: shorten(cell), condition: conditionText(condition) });
  return String(condition.is === "at-least" ? number >= condition.limit : number <= condition.limit);
}

function numberOf(text: string): number | null {
  return /^[+-]?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** Tools' formats whose readers take a mapping in a way of their own, of labels say, and check it themselves. */
const ownWay = new Set<FormatName>([
  "prometheus-text",
  "prometheus-json",
  "grafana-csv",
  "uptime-kuma",
  "updown-json",
  "statuspage-json",
  "uptimerobot-json",
  "pingdom-json",
]);

/** What of a mapping its format does not know; null where all is well. */
export function mappingFault({ format, columns, conditions, rows, values = {} }: Mapping): Unreadable | null {
  const named = Object.keys({ ...columns, ...conditions });
  const layout = layouts.find((candidate) => candidate.name === format);
  if (layout === undefined) {
    if (ownWay.has(format)) return null;
    return named.length + Object.keys(rows).length === 0 ? null : new Unreadable("mapping-of-none", { format });
  }
  const known = layout.columns.map((column) => column.name);
  const strange = [...named, ...Object.keys(values)].find((name) => !known.includes(name));
  return strange === undefined
    ? null
    : new Unreadable("mapping-no-such-column", {
        layout: new Unreadable("format", { name: layout.name, title: layout.title }),
        name: shorten(strange),
        known: known.join(", "),
      });
}

/**
 * A mapping that came as JSON (a file, a request, the ledger).
 *
 * @returns the mapping, or the reason why the value is none
 */
export function parseMapping(value: unknown): Mapping | Unreadable {
  const given = membersOf(value);
  const format = given?.["format"];
  if (given === null || typeof format !== "string" || !isFormatName(format))
    return new Unreadable("mapping-without-format");
  const columns = textsOf(given["columns"] ?? {});
  if (columns === null) return new Unreadable("mapping-columns");
  const rows = textsOf(given["rows"] ?? {});
  if (rows === null) return new Unreadable("mapping-rows");
  const conditions = conditionsOf(given["conditions"] ?? {});
  if (isUnreadable(conditions)) return conditions;
  const stated = textsOf(given["stated"] ?? {});
  if (stated === null) return new Unreadable("mapping-stated");
  const encoding = given["encoding"];
  if (encoding !== undefined && !(typeof encoding === "string" && isEncoding(encoding)))
    return new Unreadable("mapping-encoding", { encodings: encodings.join(", ") });
  const answers = parseAnswers(given);
  if (isUnreadable(answers)) return answers;
  const mapping: Mapping = {
    format,
    columns,
    conditions,
    rows,
    ...(given["stated"] !== undefined && { stated }),
    ...(encoding !== undefined && { encoding }),
    ...answers,
  };
  return mappingFault(mapping) ?? mapping;
}

/** The only service of a piece by the name that its person states: a monitor may call it by an address. */
export function asStated(measurement: Measurement, mapping: Mapping | undefined): Measurement {
  const service = mapping?.stated?.["service"]?.trim() ?? "";
  if (measurement.kind !== "availability" || service === "") return measurement;
  const [only, another] = measurement.services;
  if (only === undefined || another !== undefined) return measurement;
  return { ...measurement, services: [{ ...only, service }] };
}

function textsOf(value: unknown): Record<string, string> | null {
  const members = membersOf(value);
  if (members === null) return null;
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(members)) {
    if (typeof text !== "string") return null;
    texts[key] = text.trim();
  }
  return texts;
}

function conditionsOf(value: unknown): Record<string, CellCondition> | Unreadable {
  const members = membersOf(value);
  if (members === null) return new Unreadable("mapping-conditions");
  const conditions: Record<string, CellCondition> = {};
  for (const [column, given] of Object.entries(members)) {
    const condition = typeof given === "string" ? parseCondition(given) : conditionOf(given);
    if (condition === null) return new Unreadable("mapping-condition", { column: shorten(column) });
    conditions[column] = condition;
  }
  return conditions;
}

function conditionOf(value: unknown): CellCondition | null {
  const { is, values, limit } = membersOf(value) ?? {};
  if (is === "one-of" && Array.isArray(values) && values.length > 0) {
    const given: readonly unknown[] = values;
    const texts = given.filter((text) => typeof text === "string");
    return texts.length === given.length ? { is, values: texts } : null;
  }
  if ((is !== "at-least" && is !== "at-most") || typeof limit !== "number") return null;
  return Number.isFinite(limit) ? { is, limit } : null;
}
