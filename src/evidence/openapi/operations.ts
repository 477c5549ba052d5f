import { isRecord } from "./description.ts";
import type { JsonRecord } from "./description.ts";

export interface Operation {
  /** JSON pointer of the operation, as `#/paths/~1permits/get`. */
  readonly pointer: string;
  /** Null: of a webhook, which the other side offers. */
  readonly path: string | null;
  readonly method: string;
  readonly operation: JsonRecord;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** Every operation of a description, those of its webhooks too, in the document's order. */
export function operationsOf(description: JsonRecord): readonly Operation[] {
  return ["paths", "webhooks"].flatMap((part) => {
    const items = description[part];
    if (!isRecord(items)) return [];
    return Object.entries(items).flatMap(([path, item]) => {
      if (!isRecord(item)) return [];
      return methods.flatMap((method): Operation[] => {
        const operation = item[method];
        if (!isRecord(operation)) return [];
        const pointer = `#/${part}/${escaped(path)}/${method}`;
        return [{ pointer, path: part === "paths" ? path : null, method, operation }];
      });
    });
  });
}

/** RFC 6901. */
export const escaped = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");

const unescaped = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** What stands at a pointer of this document; undefined where nothing does or it leads elsewhere. */
export function standingAt(description: JsonRecord, pointer: string): unknown {
  if (!pointer.startsWith("#/")) return undefined;
  let value: unknown = description;
  for (const token of pointer.slice(2).split("/").map(unescaped)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as JsonRecord)[token];
  }
  return value;
}

/** The value, or what its reference within the document stands for; a chain of references is followed so far and no further. */
export function resolved(description: JsonRecord, value: unknown): unknown {
  let at = value;
  for (let hops = 0; hops < 10 && isRecord(at) && typeof at["$ref"] === "string"; hops += 1) {
    at = standingAt(description, at["$ref"]);
  }
  return at;
}
