import type { Message } from "../../domain/feedback/message.ts";
import type { TextResult } from "../../application/texts.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

type Step = { readonly at: string; readonly text: string; readonly words?: string };

/** What was said and done, the earliest first, as the writer and the house see it alike. */
export function courseOf(language: Language, message: Message, words: ReadonlyMap<string, TextResult>): TimelineModel {
  return {
    entries: stepsOf(language, message)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ at, text, words: digest }) => ({
        at: language.format.dateTime(at),
        iso: at,
        text: digest === undefined ? text : withWords(text, paragraphsShown(language, words.get(digest))),
      })),
  };
}

const withWords = (text: string, paragraphs: readonly Content[]): Content =>
  paragraphs.reduce<Content>(
    (before, paragraph) => html`${before}<br /><span class="ts-text">${paragraph}</span>`,
    html`<b class="strong">${text}</b>`,
  );

function stepsOf({ t, format }: Language, m: Message): readonly Step[] {
  const day = (on: string): string => format.date(on);
  return [
    {
      at: m.received.at,
      text: t("feedback:course.received", { channel: t(`words:feedbackChannel.${m.channel}`), day: day(m.receivedOn) }),
      words: m.text,
    },
    ...m.questions.flatMap(({ at, text, stops, until, reply }) => [
      { at, text: t(`feedback:course.${stops ? "asked" : "askedLate"}`, { day: day(until) }), words: text },
      ...(reply === null ? [] : [{ at: reply.at, text: t("feedback:course.replied"), words: reply.text }]),
    ]),
    ...(m.extension === null
      ? []
      : [
          {
            at: m.extension.at,
            text: t("feedback:course.extended", { count: m.extension.days }),
            words: m.extension.text,
          },
        ]),
    ...m.answers.map(({ at, text, outcome, workingDays }) => ({
      at,
      text: t(`feedback:course.${outcome}`, { count: workingDays }),
      words: text,
    })),
    ...(m.reopened === null
      ? []
      : [{ at: m.reopened.at, text: t("feedback:course.reopened"), words: m.reopened.text }]),
    ...(m.rating === null ? [] : [{ at: m.rating.at, text: t("feedback:course.rated", { rating: m.rating.rating }) }]),
    ...(m.callBack?.done == null
      ? []
      : [
          {
            at: m.callBack.done.at,
            text: t(`feedback:course.${m.callBack.done.reached ? "called" : "notReached"}`),
            words: m.callBack.done.text,
          },
        ]),
  ];
}
