import type { Response } from "express";
import type { Answer } from "./forms/answers.ts";
import { fieldsIn, textsIn } from "./forms/keep.ts";
import type { FormState } from "./forms/form.ts";
import type { Final } from "./room-words.ts";
import type { PageModel } from "./view/chrome.ts";
import { languageOf, visitorOf } from "./visitor.ts";

/** The field by which a page says that its person was asked: which command it was about, and what would follow. */
export const confirmedField = "confirmed";

export type Asked = NonNullable<FormState["asks"]>;

/** The same for one command and one thing that follows, so that an answer is never one to another question. */
export const answerTo = (final: Final, asked: Asked, commandId: string): string =>
  `${commandId} ${textOf(final, asked)}`;

/**
 * What follows, who is told, and one question, before what cannot be taken back. All that would be recorded is on the
 * page, in the words of its form, and is sent with the answer.
 */
export function questionOf(res: Response, form: FormState, answers: readonly Answer[]): Question {
  const visitor = visitorOf(res);
  const { t } = languageOf(res);
  const { asks, typed, commandId } = form;
  const final = asks === undefined ? undefined : visitor.finals.get(asks.type);
  if (asks === undefined || final === undefined) throw new Error("Nothing is asked about");
  const { key, values } = wordsOf(final, asks, languageOf(res));
  const fields = fieldsIn(form);
  const { asks: _, ...plain } = form;
  return {
    view: "pages/confirm/confirm",
    head: {
      title: t(`${key}.title`, values),
      lead: t("confirm:lead"),
      form: { ...plain, resumed: false },
      drafts: null,
    },
    model: {
      action: visitor.draft?.address ?? res.req.originalUrl,
      hidden: [
        ...Object.entries(fields).flatMap(([name, value]) =>
          name === confirmedField ? [] : [value].flat().map((text) => ({ name, value: text })),
        ),
        { name: confirmedField, value: answerTo(final, asks, commandId) },
      ],
      follows: t(`${key}.follows`, values),
      told: t(`${key}.told`, values),
      answers,
      texts: textsIn(without(typed, answers)),
      button: t(`${key}.button`, values),
      change: visitor.draft === null ? null : changeAddress(res.req.originalUrl),
      leave: res.req.path.replace(/^(\/technologies\/[^/]+).*$/, "$1"),
    },
  };
}

const without = (typed: FormState["typed"], answers: readonly Answer[]): FormState["typed"] =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !answers.some((answer) => answer.name === name)));

type Question = {
  readonly view: string;
  readonly head: PageModel & { readonly form: FormState };
  readonly model: object;
};

const wordsOf = (final: Final, asked: Asked, language: ReturnType<typeof languageOf>) => ({
  key: textOf(final, asked),
  values: final.values?.(language, asked.payload as never) ?? {},
});

function textOf({ room, variant }: Final, { type, payload }: Asked): string {
  const kind = variant?.(payload as never);
  return `${room}:final.${type}${kind === undefined ? "" : `.${kind}`}`;
}

/** The same draft as its form, instead of the question. */
const changeAddress = (address: string): string => `${address}${address.includes("?") ? "&" : "?"}change=1`;
