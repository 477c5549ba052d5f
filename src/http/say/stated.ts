import type { TextResult } from "../../application/texts.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Language } from "../view/languages.ts";
import { textInFile } from "./text.ts";

/** The file's own word for how far it is, beside what it was taken for; null where no file said anything. */
export function statedText(
  language: Language,
  { imported }: Pick<Technology, "imported">,
  words: ReadonlyMap<string, TextResult>,
): string | null {
  if (imported === null || imported.label === null) return null;
  const { t, format } = language;
  const { label, stage, row, at } = imported;
  return t("imports:asserted.stated", {
    label: textInFile(language, words.get(label)),
    row,
    day: format.date(at),
    stage: t(`words:stage.${stage ?? "proposed"}`),
  });
}
