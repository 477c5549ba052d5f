import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { PayloadOf, TechnologyEventType } from "../../domain/technology/state/technology.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { personOf } from "../../domain/people/streams.ts";
import { houseTellers, type Payload, type Telling } from "./house-event.ts";
import { nobodyNamed, type Names } from "./names.ts";
import type { Who } from "./person-event.ts";
import { technologyTellers } from "./technology-event.ts";

/** What a timeline needs of an event: type and payload as the ledger has them; who and whose for entries about people. */
export type Told = {
  readonly type: string;
  readonly payload: unknown;
  readonly role: string;
  readonly actor?: string;
  readonly stream?: string;
};

/**
 * One sentence for each event type, in one file per language (events.json). On technologies: roles, never names;
 * figures, never free text: what people wrote stays erasable and is shown where it belongs. On people: their names, as
 * far as `names` has them. `policy` names the indicators.
 */
export function eventSentence(
  language: Language,
  event: Told,
  policy: Policy = defaultPolicy,
  names: Names = nobodyNamed,
): Html {
  const { t } = language;
  const role = t(`events:who.${event.role}`);
  const tell = technologyTellers[event.type as TechnologyEventType];
  if (tell !== undefined) {
    const told = (tell as Tell)(language, event.payload as never, policy);
    return t.html(`events:${told.variant ?? event.type}`, { role, ...told.values });
  }
  const house = houseTellers[event.type];
  if (house === undefined) return t.html("events:other", { type: event.type });
  const who = whoIn(language, event, names);
  const told = house(language, event.payload as Payload, who);
  const { actor, subject } = who;
  return t.html(`events:${told.variant ?? event.type}`, { role, actor, subject, ...told.values });
}

type Tell = (language: Language, payload: never, policy: Policy) => Telling;

function whoIn({ t }: Language, { actor = "", stream = "", role }: Told, names: Names): Who {
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

/** The mark of an entry that wants attention; most have none. */
export function eventTag({ t }: Language, event: Told): TagModel | undefined {
  const found = marks[event.type as TechnologyEventType];
  if (found === undefined) return undefined;
  const mark = found(event.payload as never);
  return mark === null ? undefined : tag(t, mark.glyph, t(`events:mark.${mark.word}`));
}

type Mark = { readonly glyph: Glyph; readonly word: string } | null;

const marks: { readonly [T in TechnologyEventType]?: (payload: PayloadOf<T>) => Mark } = {
  PilotPlanAmended: ({ afterData }) => (afterData ? { glyph: "late", word: "afterData" } : null),
  RolloutHeld: () => ({ glyph: "held", word: "held" }),
  EvidenceAttached: ({ statistics }) => (statistics.kind === "withheld" ? { glyph: "blind", word: "withheld" } : null),
  EvidenceWithdrawn: () => ({ glyph: "withdrawn", word: "withdrawn" }),
  PilotStopped: () => ({ glyph: "unmet", word: "stopped" }),
  RolledBack: () => ({ glyph: "unmet", word: "rolledBack" }),
  GuardAssessed: ({ state }) => (state === "breached" ? { glyph: "unmet", word: "breached" } : null),
};
