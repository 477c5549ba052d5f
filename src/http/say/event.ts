import { personOf } from "../../domain/people/streams.ts";
import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { TagModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { nobodyNamed, type Names } from "./names.ts";
import type { Tellings, Who } from "./telling.ts";

/** What a timeline needs of an event: type and payload as the ledger has them; who and whose for entries about people. */
export type EventToTell = {
  readonly type: string;
  readonly payload: unknown;
  readonly role: string;
  readonly actor?: string;
  readonly stream?: string;
};

/**
 * One sentence for each event type, as its room tells it. On technologies: roles, never names. On people: their names,
 * as far as `names` has them. `policy` names the indicators.
 */
export function eventSentence(
  tellings: Tellings,
  language: Language,
  event: EventToTell,
  policy: Policy = defaultPolicy,
  names: Names = nobodyNamed,
): Html {
  const { t } = language;
  const { type, role } = event;
  const words = tellings.get(type);
  if (words === undefined) return t.html("events:other", { type });
  const who = whoIn(language, event, names);
  const { variant = type, values } = words.tell?.(language, event.payload as never, { policy, who }) ?? {};
  const { actor, subject } = who;
  return t.html(`events:${variant}`, { role: t(`events:who.${role}`), actor, subject, ...values });
}

function whoIn({ t }: Language, { actor = "", stream = "", role }: EventToTell, names: Names): Who {
  const subject = personOf(stream);
  const name = (id: unknown): string =>
    id === "system" ? t("events:who.system") : (names.get(String(id)) ?? t("events:somebody"));
  return {
    actor: names.get(actor) ?? t(`events:who.${role}`),
    subject: names.get(subject ?? "") ?? t("events:somebody"),
    own: subject !== null && subject === actor,
    name,
  };
}

/** The mark of an entry that wants attention. */
export function eventTag(tellings: Tellings, { t }: Language, { type, payload }: EventToTell): TagModel | undefined {
  const mark = tellings.get(type)?.mark?.(payload as never) ?? null;
  return mark === null ? undefined : tag(t, mark.glyph, t(`events:mark.${mark.word}`));
}
