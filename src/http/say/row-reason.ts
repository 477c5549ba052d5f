import type { RowReason } from "../../domain/evidence/measurement.ts";
import type { Language } from "../view/languages.ts";
import { formatTitle } from "./format-title.ts";

/** Why a file or a row cannot be used, in the reader's language. */
export function rowReason(language: Language, { key, values }: RowReason): string {
  const { name } = values;
  if (key === "format" && typeof name === "string") return formatTitle(language, name);
  const worded = Object.entries(values).map(
    ([name, value]) => [name, typeof value === "object" ? rowReason(language, value) : value] as const,
  );
  return language.t(`unreadable:${key}`, Object.fromEntries(worded));
}
