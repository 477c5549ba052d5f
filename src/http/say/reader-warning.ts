import type { Language } from "../view/languages.ts";

/** What a reader warned of, in words; the code itself where a reader is newer than its words. */
export function warningText({ t }: Language, code: string): string {
  const key = `evidence:warning.${code}`;
  return t.has(key) ? t(key) : t("evidence:warningCode", { code });
}
