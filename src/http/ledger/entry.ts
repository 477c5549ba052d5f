import type { Services } from "../../application/services.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { eventSentence } from "../say/event.ts";
import type { Language } from "../view/languages.ts";
import { subjectOf } from "./rows.ts";

type Proved = { readonly leafHash: string; readonly proof: string; readonly last: boolean };

/** Characters of an entry that a page shows: nobody reads more of one, and an old one may have millions. */
const mostShown = 100_000;

/** One entry as the ledger holds it, with its hash and the proof that it is there. */
export function entryModel(
  language: Language,
  event: LedgerEvent,
  views: Services["views"],
  { leafHash, proof, last }: Proved,
) {
  const { t, format } = language;
  const payload = JSON.stringify(event.payload, null, 2);
  const { subject, href } = subjectOf(language, event.stream, views);
  return {
    sentence: eventSentence(language, event, views.policies.current()),
    subject: { text: subject, href },
    facts: [
      { term: t("ledger:fact.time"), value: format.dateTime(event.time) },
      { term: t("ledger:fact.role"), value: t(`words:role.${event.role}`) },
      { term: t("ledger:fact.type"), value: `${event.type}, ${t("ledger:fact.schema", { schema: event.schema })}` },
      { term: t("ledger:fact.version"), value: String(event.version) },
      { term: t("ledger:fact.leaf"), value: leafHash },
    ],
    payload: payload.slice(0, mostShown).toWellFormed(),
    cut: payload.length > mostShown ? t("ledger:entry.cut", { count: payload.length - mostShown }) : null,
    proof,
    proofHref: `/ledger/${event.position}/proof`,
    previous: event.position > 1 ? `/ledger/${event.position - 1}` : null,
    next: last ? null : `/ledger/${event.position + 1}`,
    decision: event.type === "GateDecided" ? `/decisions/${event.position}` : null,
  };
}
