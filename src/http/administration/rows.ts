import type { Done } from "../../application/administration.ts";
import type { Deps } from "../deps.ts";
import { eventSentence } from "../say/event.ts";
import { namesIn, subjectOf } from "../say/names.ts";
import type { Names } from "../say/names.ts";
import type { Html } from "../view/html.ts";
import { plainOf } from "../view/plain.ts";
import type { Language } from "../view/languages.ts";
import { kindOf } from "./query.ts";

export type RowModel = {
  readonly at: string;
  readonly what: string;
  readonly who: string;
  readonly whom: string;
  readonly sentence: { readonly html: Html; readonly plain: string };
  /** The ledger's entry, where it is one. */
  readonly href: string | null;
};

/** Rows in words; names are looked up for this answer and stand nowhere else. */
export async function administrationRows(
  { services, people, house }: Deps,
  language: Language,
  list: readonly Done[],
): Promise<readonly RowModel[]> {
  const events = list.flatMap((act) => (act.from === "ledger" ? [act.event] : []));
  const lines = list.flatMap((act) => (act.from === "log" ? [act.logged] : []));
  const names: Names = new Map([
    ...(await namesIn(people, events)),
    ...(await people.names(lines.flatMap(({ actor, subject }) => [actor, subject ?? ""]))),
  ]);
  const technology = (id: string): string => services.views.portfolio.byId(id)?.name ?? "–";
  return list.map((act) => (act.from === "ledger" ? ofLedger(act) : ofLog(act)));

  function ofLedger({ at, event }: Extract<Done, { from: "ledger" }>): RowModel {
    const subject = subjectOf(event);
    return {
      at: language.format.dateTime(at),
      what: language.t(`administration:kind.${kindOf(house, event.type)}`),
      who: nameOf(event.actor),
      whom: subject === null ? "–" : nameOf(subject),
      sentence: sentenceOf(eventSentence(house.tellings, language, event, services.views.policies.current(), names)),
      href: `/ledger/${event.position}`,
    };
  }

  function ofLog({ at, logged }: Extract<Done, { from: "log" }>): RowModel {
    const { kind, actor, subject, about } = logged;
    const values = {
      actor: nameOf(actor),
      subject: subject === null ? language.t("administration:unknownAccount") : nameOf(subject),
      technology: about === null ? language.t("tokens:reach.all") : technology(about),
    };
    return {
      at: language.format.dateTime(at),
      what: language.t(`administration:kind.${kind}`),
      who: values.actor,
      whom: subject === null ? "–" : values.subject,
      sentence: sentenceOf(language.t.html(`administration:said.${kind}`, values)),
      href: null,
    };
  }

  function nameOf(id: string): string {
    if (id === "system") return language.t("events:who.system");
    if (id === "nobody") return language.t("administration:nobody");
    return names.get(id) ?? language.t("people:erased");
  }
}

/** For the page, and without markup for the file. */
const sentenceOf = (html: Html): RowModel["sentence"] => ({ html, plain: plainOf(html) });
