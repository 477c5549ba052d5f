import type { Html } from "./html.ts";

/** What fills a placeholder of a sentence. Numbers are set as the language sets them; `count` chooses the plural. */
export type Value = string | number;
export type Values = Readonly<Record<string, Value>>;
export type HtmlValues = Readonly<Record<string, Value | Html>>;

/** `t("gate:title", { name })`: the text of a key, namespace before the colon. */
export type Translate = {
  (key: string, values?: Values): string;
  /** The same for sentences that hold markup, such as `<strong>`: every value but Html is escaped. */
  html(key: string, values?: HtmlValues): Html;
  /** Whether the key has a text; for codes that come from elsewhere. */
  has(key: string): boolean;
};
