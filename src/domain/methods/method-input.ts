import type { Json, JsonObject } from "../words/json.ts";

/** Input of a method that is not of its shape; the message names the field. */
export class MethodInputError extends Error {
  override readonly name = "MethodInputError";
}

/** What somebody chose: by a word or a number, or several of them. */
export type MethodChoice = string | number | readonly (string | number)[];

/** Reads named fields from a method's JSON input; every getter throws MethodInputError naming the field. */
export class MethodInput {
  readonly #fields: JsonObject;

  constructor(value: Json) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      throw new MethodInputError("The input is a JSON object");
    }
    this.#fields = value as JsonObject;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  raw(name: string): Json {
    const value = this.#fields[name];
    if (value === undefined) throw new MethodInputError(`${name}: missing`);
    return value;
  }

  number(name: string): number {
    return asNumber(this.raw(name), name);
  }

  /** A probability strictly between 0 and 1. */
  probability(name: string): number {
    const value = this.number(name);
    if (!(value > 0 && value < 1)) throw new MethodInputError(`${name}: lies between 0 and 1, both excluded`);
    return value;
  }

  /** A whole number from 0 on. */
  count(name: string): number {
    const value = this.number(name);
    if (!Number.isSafeInteger(value) || value < 0) throw new MethodInputError(`${name}: is a whole number from 0 on`);
    return value;
  }

  list(name: string): readonly Json[] {
    return asList(this.raw(name), name);
  }

  numbers(name: string): readonly number[] {
    return this.list(name).map((item, i) => asNumber(item, `${name}[${i}]`));
  }

  /** Numbers with null for "missing". */
  numbersOrNull(name: string): readonly (number | null)[] {
    return this.list(name).map((item, i) => (item === null ? null : asNumber(item, `${name}[${i}]`)));
  }

  rows(name: string): readonly (readonly number[])[] {
    return this.list(name).map((row, i) =>
      asList(row, `${name}[${i}]`).map((item, j) => asNumber(item, `${name}[${i}][${j}]`)),
    );
  }

  rowsOrNull(name: string): readonly (readonly (number | null)[])[] {
    return this.list(name).map((row, i) =>
      asList(row, `${name}[${i}]`).map((item, j) => (item === null ? null : asNumber(item, `${name}[${i}][${j}]`))),
    );
  }

  strings(name: string): readonly string[] {
    return this.list(name).map((item, i) => {
      if (typeof item !== "string") throw new MethodInputError(`${name}[${i}]: is text`);
      return item;
    });
  }

  /** Numbers by name. */
  record(name: string): { readonly [key: string]: number } {
    const value = this.raw(name);
    if (value === null || typeof value !== "object" || Array.isArray(value))
      throw new MethodInputError(`${name}: is an object`);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asNumber(item, `${name}.${key}`)]));
  }

  /** By name what was chosen: a word or a number, or several of them. */
  chosen(name: string): { readonly [key: string]: MethodChoice } {
    const value = this.raw(name);
    if (value === null || typeof value !== "object" || Array.isArray(value))
      throw new MethodInputError(`${name}: is an object`);
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([key, item]) => [key, asChoice(item, `${name}.${key}`)]),
    );
  }

  /** Objects of a list, each read like an input of its own. */
  objects(name: string): readonly MethodInput[] {
    return this.list(name).map((item) => new MethodInput(item));
  }

  /** Exactly `length` numbers. */
  tuple(name: string, length: number): readonly number[] {
    return requireLength(this.numbers(name), length, name);
  }

  /** Rows of exactly `length` numbers. */
  tuples(name: string, length: number): readonly (readonly number[])[] {
    return this.rows(name).map((row, i) => requireLength(row, length, `${name}[${i}]`));
  }
}

function asChoice(value: Json, place: string): MethodChoice {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string" || Number.isFinite(item)))
    return value as readonly (string | number)[];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new MethodInputError(`${place}: is a choice or a list of choices`);
}

function asNumber(value: Json, place: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new MethodInputError(`${place}: is a number`);
  return value;
}

function asList(value: Json, place: string): readonly Json[] {
  if (!Array.isArray(value)) throw new MethodInputError(`${place}: is a list`);
  return value as readonly Json[];
}

function requireLength(numbers: readonly number[], length: number, place: string): readonly number[] {
  if (numbers.length !== length) throw new MethodInputError(`${place}: has ${length} numbers`);
  return numbers;
}
