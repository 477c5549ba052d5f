import type { Language } from "../view/languages.ts";

/** The signed head as its three lines say it: log, size, root. Null while nothing is signed. */
export function checkpointText(
  { t }: Language,
  note: string | null,
): { readonly size: string; readonly text: string } | null {
  if (note === null) return null;
  const size = Number(note.split("\n")[1] ?? "0");
  return { size: t("ledger:checkpoint.size", { count: size }), text: note };
}
