import { personStream } from "../../domain/people/streams.ts";
import type { Deps } from "../deps.ts";
import { eventSentence } from "./event.ts";
import { namesIn } from "./names.ts";
import type { TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

const most = 20;

/** What happened to one person's account, newest first: whose doing each was. */
export async function personHistory(
  { services, people, house }: Pick<Deps, "services" | "people" | "house">,
  language: Language,
  person: string,
): Promise<TimelineModel> {
  const { t, format } = language;
  const entries = await services.ledger.find({ stream: personStream(person), limit: most });
  const names = await namesIn(people, entries);
  return {
    entries: entries.map((event) => ({
      iso: event.time,
      at: format.date(event.time),
      text: html`${eventSentence(house.tellings, language, event, undefined, names)}
        <a class="tiny nowrap" href="/ledger/${event.position}"
          >${t("technology:position", { position: event.position })}</a
        >`,
    })),
  };
}
