import type { MembershipEvent } from "../../domain/committee/membership.ts";
import type { ContributionEvent } from "../../domain/contributions/contribution.ts";
import type { FeedbackEvent } from "../../domain/feedback/message.ts";
import type { DoorEvent } from "../../domain/outside/doors.ts";
import type { DepartmentEvent } from "../../domain/people/departments.ts";
import type { PersonEvent } from "../../domain/people/person.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { PolicyEvent } from "../../domain/policy/publishing/publish.ts";
import type { StandardEvent } from "../../domain/standards/standard.ts";
import type { PayloadOf, TechnologyEventType } from "../../domain/technology/state/technology.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import type { Values } from "../view/translate.ts";

/** Every type of entry that this version enters. */
export type EventType =
  | TechnologyEventType
  | PersonEvent["type"]
  | DepartmentEvent["type"]
  | PolicyEvent["type"]
  | StandardEvent["type"]
  | MembershipEvent["type"]
  | DoorEvent["type"]
  | FeedbackEvent["type"]
  | ContributionEvent["type"]
  | "LossDeclared"
  | "KeyRotated";

/** What a sentence says beside who did it, and which sentence where a type has several. */
export type Telling = { readonly values?: Values; readonly variant?: string };

/** Of what is no technology: as the ledger has it. */
export type Payload = { readonly [field: string]: unknown };
export type PayloadFor<T extends EventType> = T extends TechnologyEventType ? PayloadOf<T> : Payload;

/** The word of a mark stands under `events:mark.`; null where an entry has none. */
type EventMark = { readonly glyph: Glyph; readonly word: string } | null;

/**
 * How the entries of one type are told. The sentence is the text `events:<type>`. On technologies: figures and words,
 * each from the payload, never free text: what people wrote stays erasable and is shown where it belongs.
 */
export type EventWords<T extends EventType> = {
  readonly tell?: (language: Language, payload: PayloadFor<T>, around: Around) => Telling;
  /** The mark of an entry that wants attention; most have none. */
  readonly mark?: (payload: PayloadFor<T>) => EventMark;
  /** Where the ledger lists them under another kind than the room's. */
  readonly kind?: string;
};

/** What a sentence needs beside its payload: the policy names indicators, `who` the people. */
type Around = { readonly policy: Policy; readonly who: Who };

/** Who an entry about a person speaks of, in words: a name, or what they are where the name is not to be had. */
export type Who = {
  readonly actor: string;
  readonly subject: string;
  /** The actor is the one whose account it is. */
  readonly own: boolean;
  readonly name: (id: unknown) => string;
};

/** The same of any type: whoever looks one up by an entry's type has the payload of that type. */
export type AnyEventWords = {
  readonly tell?: (language: Language, payload: never, around: Around) => Telling;
  readonly mark?: (payload: never) => EventMark;
};

export type Tellings = ReadonlyMap<string, AnyEventWords>;
