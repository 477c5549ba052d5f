import type { Services } from "../../application/services.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { eventSentence } from "../say/event.ts";
import type { Names } from "../say/names.ts";
import type { Tellings } from "../say/telling.ts";
import { textShown } from "../say/text.ts";
import type { TextResult } from "../../application/texts.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { subjectOf } from "./rows.ts";

/** The ground on which an entry was withheld, in its words. */
export type Ground = { readonly by: number; readonly words: TextResult | undefined };

type Proved = {
  readonly leafHash: string;
  readonly proof: string;
  readonly last: boolean;
  readonly ground: Ground | null;
  readonly names: Names;
  readonly tellings: Tellings;
};

/** Characters of an entry that a page shows: nobody reads more of one, and an old one may have millions. */
const mostShown = 100_000;

/** One entry as the ledger holds it, with its hash and the proof that it is there. */
export function entryModel(
  language: Language,
  event: LedgerEvent,
  views: Services["views"],
  { leafHash, proof, last, ground, names, tellings }: Proved,
) {
  const { t, format } = language;
  const payload = JSON.stringify(event.payload, null, 2);
  const { subject, href } = subjectOf(language, event.stream, views);
  return {
    sentence: eventSentence(tellings, language, event, views.policies.current(), names),
    subject: { text: subject, href },
    facts: [
      { term: t("ledger:fact.time"), value: format.dateTime(event.time) },
      { term: t("ledger:fact.by"), value: authorOf(language, event, names) },
      { term: t("ledger:fact.role"), value: t(`words:role.${event.role}`) },
      {
        term: t("ledger:fact.type"),
        value: html`${event.type}${t("common:comma")}${t("ledger:fact.schema", { schema: event.schema })} ·
          <a href="/ledger?type=${event.type}">${t("ledger:sameType")}</a>`,
      },
      { term: t("ledger:fact.version"), value: String(event.version) },
      { term: t("ledger:fact.leaf"), value: leafHash },
    ],
    withheld: ground === null ? null : withheldModel(language, ground),
    payload: payload.slice(0, mostShown).toWellFormed(),
    cut: payload.length > mostShown ? t("ledger:entry.cut", { count: payload.length - mostShown }) : null,
    proof,
    proofHref: `/ledger/${event.position}/proof`,
    previous: event.position > 1 ? `/ledger/${event.position - 1}` : null,
    next: last ? null : `/ledger/${event.position + 1}`,
    decision: event.type === "GateDecided" ? `/decisions/${event.position}` : null,
  };
}

/** By name, as long as the name is there; the entry itself holds an id alone. */
function authorOf({ t }: Language, { actor, role }: LedgerEvent, names: Names): string {
  if (role === "system") return t("ledger:fact.system");
  return names.get(actor) ?? t("ledger:fact.nameless", { id: actor });
}

/** By which entry, on what ground, and that the hash is all that is left of it. */
function withheldModel(language: Language, { by, words }: Ground) {
  const { t } = language;
  return {
    text: t.html("ledger:withheld.text", {
      entry: html`<a href="/ledger/${by}">${t("ledger:withheld.entry", { by })}</a>`,
    }),
    ground: html`${t("ledger:withheld.ground")} ${textShown(language, words)}`,
  };
}
