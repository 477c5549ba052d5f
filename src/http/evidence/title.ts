import type { Piece } from "../../domain/technology/state.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import type { EvidencePage } from "./page.ts";

/** What the person who attached it called a piece. */
export const titleOf = ({ language, words }: EvidencePage, piece: Piece): Content =>
  textShown(language, words.get(piece.title));
