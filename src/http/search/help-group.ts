import { helpParagraphs } from "../say/help-paragraphs.ts";
import { groupOfAll } from "./group.ts";
import type { Asked, Group } from "./group.ts";
import { matcher } from "./matcher.ts";

/** Paragraphs of the help; those that are called so come first. */
export function helpGroup(asked: Asked, alone: boolean): Group {
  const { language, typed } = asked;
  const matches = matcher(typed);
  const all = helpParagraphs(language).filter(({ title, text }) => matches(`${title}\n${text}`));
  const called = all.filter(({ title }) => matches(title));
  return groupOfAll(
    asked,
    {
      id: "help",
      title: language.t("search:group.help"),
      all: [...called, ...all.filter((paragraph) => !called.includes(paragraph))].map(({ title, text, href }) => ({
        text: title,
        href,
        note: text,
      })),
    },
    alone,
  );
}
