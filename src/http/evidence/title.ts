import type { Piece } from "../../domain/technology/state/evidence.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import type { EvidencePage } from "./page.ts";

/** What the person who attached it called a piece; its number for those who may not read that. */
export function titleOf({ language, words }: EvidencePage, { title, evidence }: Piece): Content {
  const text = words.get(title);
  return text?.kind === "withheld" ? language.t("evidence:piece.title", { evidence }) : textShown(language, text);
}
