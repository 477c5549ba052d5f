import { isDay, isInstant } from "./days.ts";
import type { Json } from "./json.ts";
import type { Day, Instant, TextRef } from "./text.ts";

/** What a value is not, in English; `of` stands for what else there would have been. */
const faults = {
  "not-a-text": "is not a text",
  "not-a-number": "is not a number",
  "not-whole": "is not a whole number",
  "not-true-or-false": "is neither true nor false",
  "not-a-day": "is not a day",
  "not-an-instant": "is not an instant",
  "not-text-or-number": "is neither a text nor a number",
  "not-a-digest": "is not a digest",
  "not-a-text-digest": "is not the digest of a text",
  "not-one-of": "is not one of {{of}}",
  "not-a-list": "is not a list",
  "not-so-many": "has not {{of}} items",
  "not-known": "is not known here",
  "not-an-object": "is not an object",
  missing: "is missing",
} as const;
type FaultCode = keyof typeof faults;

/** Where a value is not what its shape says, and what it is not: `plan.looks[2]`, "is not a day". */
export interface Fault {
  /** Empty for the value itself. */
  readonly path: string;
  readonly code: FaultCode;
  readonly of: string;
  readonly message: string;
}

const faultOf = (code: FaultCode, of = "", path = ""): Fault => ({
  path,
  code,
  of,
  message: faults[code].replace("{{of}}", of),
});

/** A shape, whatever it is for. */
export interface Guard {
  /** The first fault, or null. Total: it throws for no value. */
  readonly fault: (value: unknown) => Fault | null;
}

/**
 * What a value from elsewhere has to look like to be a T. Only for exactly T: a shape that misses, misnames or narrows a
 * field of T does not compile where one for T is asked for.
 */
export interface Shape<T> extends Guard {
  /** Never there: it keeps Shape<"a"> apart from Shape<"a" | "b">, in both directions. */
  readonly shapeOf?: (value: T) => T;
}

/** A field that may be left out. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

type FieldOf<T, K extends keyof T> = object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Shape<T[K]>;

type Field = Guard | { readonly optional: Guard };

/** One for every field of T and no other. */
export type Fields<T> = { readonly [K in keyof T]-?: FieldOf<T, K> };

function check<T>(is: (value: unknown) => boolean, code: FaultCode, of?: string): Shape<T> {
  const fault = faultOf(code, of);
  return { fault: (value) => (is(value) ? null : fault) };
}

const isText = (value: unknown): value is string => typeof value === "string";
const isDigest = (value: unknown): boolean => isText(value) && value.length === 64 && /^[0-9a-f]{64}$/.test(value);

export const text = check<string>(isText, "not-a-text");
export const number = check<number>(Number.isFinite, "not-a-number");
export const integer = check<number>(Number.isSafeInteger, "not-whole");
export const truth = check<boolean>((value) => typeof value === "boolean", "not-true-or-false");
export const day = check<Day>((value) => isText(value) && isDay(value), "not-a-day");
export const instant = check<Instant>((value) => isText(value) && isInstant(value), "not-an-instant");
export const textOrNumber = check<string | number>(
  (value) => isText(value) || Number.isFinite(value),
  "not-text-or-number",
);
/** SHA-256 in lower-case hex. */
export const digest = check<string>(isDigest, "not-a-digest");
/** The digest of a text that is kept beside the ledger. */
export const textRef = check<TextRef>(isDigest, "not-a-text-digest");

export function oneOf<const M extends readonly (string | number | boolean)[]>(...members: M): Shape<M[number]> {
  const known: ReadonlySet<unknown> = new Set(members);
  return check((value) => known.has(value), "not-one-of", members.join(", "));
}

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  fault: (value) => (value === null ? null : shape.fault(value)),
});

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });

export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  fault: (value) => {
    if (!Array.isArray(value)) return notAList;
    for (const [index, member] of value.entries()) {
      const fault = item.fault(member);
      if (fault !== null) return within(`[${index}]`, fault);
    }
    return null;
  },
});

/** A list of so many items, each of its own shape. */
export const tuple = <const T extends readonly unknown[]>(
  ...items: { readonly [I in keyof T]: Shape<T[I]> }
): Shape<Readonly<T>> => ({
  fault: (value) => {
    if (!Array.isArray(value)) return notAList;
    if (value.length !== items.length) return faultOf("not-so-many", String(items.length));
    for (const [index, item] of items.entries()) {
      const fault = item.fault(value[index]);
      if (fault !== null) return within(`[${index}]`, fault);
    }
    return null;
  },
});

/** Exactly these fields. */
export function object<T extends object>(fields: NoInfer<Fields<T>>): Shape<T> {
  const entries = Object.entries(fields) as readonly (readonly [string, Field])[];
  const known = new Set(entries.map(([name]) => name));
  return {
    fault: (value) => {
      if (!isObject(value)) return notAnObject;
      for (const [name, field] of entries) {
        const fault = fieldFault(value, name, field);
        if (fault !== null) return within(name, fault);
      }
      for (const name of Object.keys(value)) if (!known.has(name)) return faultOf("not-known", "", name);
      return null;
    },
  };
}

/** Exactly these names, each with a value of one shape. */
export const each = <K extends string, T>(names: readonly K[], item: Shape<T>): Shape<{ readonly [P in K]: T }> => ({
  fault: object(Object.fromEntries(names.map((name) => [name, item])) as Fields<{ [P in K]: T }>).fault,
});

/** Any names, each with a value of one shape. */
export const record = <T>(item: Shape<T>): Shape<{ readonly [name: string]: T }> => ({
  fault: (value) => {
    if (!isObject(value)) return notAnObject;
    for (const [name, member] of Object.entries(value)) {
      const fault = item.fault(member);
      if (fault !== null) return within(name, fault);
    }
    return null;
  },
});

/** Several shapes told apart by what one field says; each of them has that field too. */
export function union<T extends object, K extends keyof T & string>(
  discriminator: K,
  shapes: { readonly [V in T[K] & string]: Shape<Extract<T, { readonly [D in K]: V }>> },
): Shape<T> {
  const known = new Map(Object.entries<Guard>(shapes));
  const unknown = faultOf("not-one-of", [...known.keys()].join(", "), discriminator);
  return {
    fault: (value) => {
      if (!isObject(value)) return notAnObject;
      const shape = known.get(String(value[discriminator]));
      return shape === undefined ? unknown : shape.fault(value);
    },
  };
}

/** A shape that rests on one not made yet, as a list of its own kind. */
export const later = <T>(shape: () => Shape<T>): Shape<T> => ({ fault: (value) => shape().fault(value) });

/** Whatever a ledger can store: JSON without infinities. */
export const json: Shape<Json> = {
  fault: (value) => {
    if (value === null || typeof value === "string" || typeof value === "boolean") return null;
    if (typeof value === "number") return number.fault(value);
    return Array.isArray(value) ? jsonList.fault(value) : jsonObject.fault(value);
  },
};
const jsonList = list(json);
const jsonObject = record(json);
/** For what the domain takes as it comes. */
export const anyObject: Shape<object> = { fault: jsonObject.fault };

/** "payload.plan.looks[2] is not a day" */
export const sentence = ({ path, message }: Pick<Fault, "path" | "message">, of = "payload"): string =>
  `${pathWithin(of, path)} ${message}`;

const notAnObject = faultOf("not-an-object");
const notAList = faultOf("not-a-list");

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fieldFault(value: { readonly [name: string]: unknown }, name: string, field: Field): Fault | null {
  const there = Object.hasOwn(value, name);
  if ("optional" in field) return there ? field.optional.fault(value[name]) : null;
  return there ? field.fault(value[name]) : faultOf("missing");
}

const within = (name: string, fault: Fault): Fault => ({ ...fault, path: pathWithin(name, fault.path) });

const pathWithin = (name: string, path: string): string =>
  path === "" || path.startsWith("[") ? name + path : `${name}.${path}`;
