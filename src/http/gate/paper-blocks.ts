import type { Block, Run } from "../../application/documents/paper.ts";
import type { TagModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { plainOf } from "../view/plain.ts";

// What a dossier's document is made of: the same that its page shows, without markup.

export const heading = (text: string): Block => ({ is: "heading", level: 2, text });
export const subheading = (text: string): Block => ({ is: "heading", level: 3, text });
export const paragraph = (...runs: readonly (Run | null)[]): Block => ({ is: "paragraph", runs: withWords(runs) });
export const list = (items: readonly (readonly (Run | null)[])[]): Block => ({
  is: "list",
  items: items.map(withWords),
});
export const tagRun = ({ t }: Language, { text }: TagModel): Run => ({
  text: `${text}${t("common:colon")}`.trim(),
  bold: true,
});
export const small = (text: string | null): Run | null => (text === null ? null : { text, small: true });
export const written = (content: Content): Run => ({ text: plainOf(content) });

const withWords = (runs: readonly (Run | null)[]): readonly Run[] =>
  runs.filter((run) => run !== null && run.text !== "") as Run[];
