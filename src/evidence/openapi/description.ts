import { parseYaml } from "@redocly/openapi-core";
import { NoDescription } from "./fault.ts";

/** More than honest descriptions have; the faults' words name both (fault.ts). */
const mostDepth = 100;
const mostValues = 400_000;

export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * A description as JSON or YAML, of a size that can be walked. YAML may not repeat a part by an alias: a few bytes of them
 * stand for as much as one likes.
 */
export function parsedDescription(text: string): JsonRecord | NoDescription {
  const value = /^\s*\{/.test(text) ? ofJson(text) : ofYaml(text);
  if (value instanceof NoDescription) return value;
  if (!isRecord(value)) return new NoDescription("not-one");
  return excess(value) ?? value;
}

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function ofJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return new NoDescription("broken");
  }
}

function ofYaml(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return new NoDescription("broken");
  }
}

/** Level by level, so that depth costs no stack. What stands in two places is an alias: the parser does not copy. */
function excess(root: JsonRecord): NoDescription | null {
  const seen = new Set<object>([root]);
  let level: object[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDepth) return new NoDescription("too-deep");
    const next: object[] = [];
    for (const value of level.flatMap((part): unknown[] => Object.values(part))) {
      values += 1;
      if (typeof value !== "object" || value === null) continue;
      if (seen.has(value)) return new NoDescription("aliases");
      seen.add(value);
      next.push(value);
    }
    if (values > mostValues) return new NoDescription("too-many-values");
    level = next;
  }
  return null;
}
