import type { Typed } from "../forms/typed.ts";

/** The same typed fields without some. */
export function without(typed: Typed, ...names: readonly string[]): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name)));
}
