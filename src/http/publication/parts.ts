import type { TextResult } from "../../application/texts.ts";
import type { PublicPart } from "../../domain/policy/safeguards/publishing.ts";
import { groundAgainst, publicLanguages } from "../../domain/technology/state/publication.ts";
import type { PublicLanguage, PublicText, WrittenPart } from "../../domain/technology/state/publication.ts";
import type { Words } from "../private-words.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { PublicView } from "./told.ts";

/** Words that somebody wrote for the page. */
type WordsModel = {
  readonly paragraphs: readonly Content[];
  readonly lang: string;
  /** They are in the other language alone. */
  readonly note: string | null;
};

/** One part of a page; what is not told stands there with its ground. */
export type PartModel = {
  readonly id: PublicPart;
  readonly title: string;
  readonly withheld: string | null;
  readonly words: WordsModel | null;
  /** Where nobody has written anything: that it is so. */
  readonly unwritten: string | null;
};

const own = { en: "en", "zh-CN": "zh" } as const;
const lang = { en: "en", zh: "zh-CN" } as const;

/** @param written a part that somebody has words for; the others follow from the record */
export function partModel(
  language: Language,
  { publication }: PublicView,
  id: PublicPart,
  words: Words,
  written: WrittenPart | null,
): PartModel {
  const { t } = language;
  const ground = groundAgainst(publication, id);
  const text =
    written === null || ground !== null ? null : textOf(publication.publicStatement?.texts ?? [], written, language);
  return {
    id,
    title: t(`words:publicPart.${id}`),
    withheld: ground === null ? null : t("publication:withheld", { ground: t(`publication:ground.${ground}`) }),
    words: text === null ? null : wordsModel(language, text, words.get(text.text)),
    unwritten: written !== null && text === null && ground === null ? t("publication:unwritten") : null,
  };
}

function wordsModel(language: Language, { language: of }: PublicText, text: TextResult | undefined): WordsModel {
  const foreign = of !== own[language.locale];
  return {
    paragraphs: paragraphsShown(language, text),
    lang: text?.kind === "text" ? lang[of] : language.locale,
    note: foreign ? language.t("publication:otherLanguage") : null,
  };
}

/** In the reader's language, else in the other one: nothing is translated by machine. */
function textOf(texts: readonly PublicText[], part: WrittenPart, { locale }: Language): PublicText | null {
  const preferred: readonly PublicLanguage[] = [own[locale], ...publicLanguages.filter((of) => of !== own[locale])];
  for (const of of preferred) {
    const text = texts.find((candidate) => candidate.part === part && candidate.language === of);
    if (text !== undefined) return text;
  }
  return null;
}
