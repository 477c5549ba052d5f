import type { Response } from "express";
import { fieldsIn, textsIn } from "./forms/keep.ts";
import type { FormState } from "./forms/form.ts";
import type { Final } from "./room-words.ts";
import type { PageModel } from "./view/chrome.ts";
import { languageOf, visitorOf } from "./visitor.ts";

/** The field by which a page says that its person was asked: the command it was about. */
export const confirmedField = "confirmed";

/**
 * What follows, who is told, and one question, before what cannot be taken back. All that was typed is on the page and
 * is sent with the answer.
 */
export function questionOf(res: Response, form: FormState): Question {
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
        ...Object.entries(fields).flatMap(([name, value]) => [value].flat().map((text) => ({ name, value: text }))),
        { name: confirmedField, value: commandId },
      ],
      follows: t(`${key}.follows`, values),
      told: t(`${key}.told`, values),
      texts: textsIn(typed),
      button: t(`${key}.button`, values),
      change: visitor.draft === null ? null : changeAddress(res.req.originalUrl),
      leave: res.req.path.replace(/^(\/technologies\/[^/]+).*$/, "$1"),
    },
  };
}

type Question = {
  readonly view: string;
  readonly head: PageModel & { readonly form: FormState };
  readonly model: object;
};

type Asked = NonNullable<FormState["asks"]>;

function wordsOf(final: Final, { type, payload }: Asked, language: ReturnType<typeof languageOf>) {
  const variant = final.variant?.(payload as never);
  return {
    key: `${final.room}:final.${type}${variant === undefined ? "" : `.${variant}`}`,
    values: final.values?.(language, payload as never) ?? {},
  };
}

/** The same draft as its form, instead of the question. */
const changeAddress = (address: string): string => `${address}${address.includes("?") ? "&" : "?"}change=1`;
