import type { PageModel } from "./chrome.ts";
import type { Content } from "./html.ts";
import type { Translate } from "./translate.ts";

export type ErrorStatus = 403 | 404 | 409 | 422 | 500 | 503;

export type ErrorDetail = {
  /** Every reason, in the reader's language. */
  readonly reasons?: readonly Content[] | undefined;
  /** What had been typed, so that nobody loses it. */
  readonly kept?: readonly { readonly label: string; readonly text: string }[] | undefined;
  readonly back?: string | undefined;
  /** The reference that the log has too. */
  readonly reference?: string | undefined;
};

const names = {
  403: "forbidden",
  404: "missing",
  409: "conflict",
  422: "invalid",
  500: "broken",
  503: "closed",
} as const;

/** View, page and model of an error page: `views.render(name, { locale, visit, page, model })`. */
export function errorPage(
  t: Translate,
  status: ErrorStatus,
  { reasons = [], kept: words = [], back, reference }: ErrorDetail = {},
): { name: string; page: PageModel; model: object } {
  const key = names[status];
  return {
    name: `pages/error/${status}`,
    page: { title: t(`error:${key}.title`), lead: t(`error:${key}.text`) },
    model: { reasons, kept: words, back, reference },
  };
}
