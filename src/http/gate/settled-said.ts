import type { Settled } from "../../domain/technology/gate/settled-since.ts";
import type { Words } from "../private-words.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

type SettledModel = { readonly what: string; readonly who: string; readonly reason: Content };

/** What was said of drift after decisions, by whom in which office and why. */
export function settledSaid(
  language: Language,
  settled: readonly Settled[],
  words: Words,
  names: ReadonlyMap<string, string>,
): readonly SettledModel[] {
  const { t, format } = language;
  return settled.map(({ what, person, at, text }) => ({
    what: t(`gate:settling.said.${what}`),
    who: `${t("words:role.approver")} ${names.get(person) ?? t("technology:unknownPerson")} · ${format.dateTime(at)}`,
    reason: textShown(language, words.get(text)),
  }));
}
