import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { eventSentence, eventTag } from "../say/event.ts";
import type { TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { EvidencePage } from "./page.ts";

const kinds: readonly string[] = ["EvidenceWithdrawn", "EvidenceExpired", "FileErased", "EntryWithheld"];

/** What happened to one piece, newest first, by role: the entries of the ledger that name it. */
export async function pieceHistory(
  { services: { ledger }, house }: Deps,
  { technology, language }: EvidencePage,
  piece: Piece,
): Promise<TimelineModel> {
  const { t, format } = language;
  const later = technology.entries.filter(({ type, position }) => kinds.includes(type) && position > piece.position);
  const positions = [piece.position, ...later.map(({ position }) => position)];
  const events = (await Promise.all(positions.map((position) => ledger.readAll(position - 1, 1)))).flat();
  return {
    entries: events
      .filter(({ payload }) => payload["evidence"] === piece.evidence || payload["entry"] === piece.position)
      .toReversed()
      .map((event) => ({
        at: format.dateTime(event.time),
        iso: event.time,
        tag: eventTag(house.tellings, language, event),
        text: html`${eventSentence(house.tellings, language, event)}
          <span class="muted">${t(`words:role.${event.role}`)}</span>
          <a class="tiny" href="/ledger/${event.position}"
            >${t("technology:position", { position: event.position })}</a
          >`,
      })),
  };
}
