import type { Decision } from "./words/decision.ts";
import type { JsonObject } from "./words/json.ts";
import type { Fault, Guard, Shape } from "./words/shape.ts";
import type { Instant, PersonId } from "./words/text.ts";

/**
 * The whole idea on a page: a command is decided on the state that the past events come to, and what follows from it are
 * further events. Technologies, people, departments and the policy are streams of this one shape.
 */
export interface Stream<Past extends AnyPast, State, Command, Facts> extends EntryRules {
  readonly events: Catalogue<Past>;
  readonly initial: State;
  /** The next state; an event that cannot follow is a bug and throws. */
  readonly evolve: (state: State, event: Past) => NonNullable<State>;
  /** Events, or every reason against them. */
  readonly decide: (state: State, command: Command, facts: Facts) => Decision<DecidedOf<Past>>;
}

/** What can be asked of an entry by the stream it stands on, whichever kind that is. */
export interface EntryRules extends StreamNames {
  /** Everything that can stand on it, by type. */
  readonly events: AnyCatalogue;
  /** The roles in which an entry can have been made; null for a type that is not known. */
  readonly rolesToEnter: (entry: Entered) => ReadonlySet<string> | null;
}

interface AnyPast extends Envelope {
  readonly type: string;
  readonly schema: number;
  readonly payload: object;
}

/** What the ledger knows about an event beside its payload. */
export interface Envelope {
  readonly position: number;
  /** Within its stream. */
  readonly version: number;
  readonly time: Instant;
  readonly actor: PersonId;
  /** The role the actor used. */
  readonly role: string;
}

/** An event as a decider gives it. */
export type DecidedOf<Past> = Past extends AnyPast ? Pick<Past, "type" | "schema" | "payload"> : never;

export type Catalogue<Past extends AnyPast> = {
  readonly [T in Past["type"]]: EventKind<Extract<Past, { readonly type: T }>>;
};

export interface EventKind<Past extends Pick<AnyPast, "schema" | "payload">> {
  /** The newest; what was stored in an older one is raised on read. */
  readonly schema: Past["schema"];
  readonly payload: Shape<Past["payload"]>;
  /** By the schema it begins with: from 1 to 2, from 2 to 3 … */
  readonly upcasts?: Upcasts;
}

interface AnyKind {
  readonly schema: number;
  readonly payload: Guard;
  readonly upcasts?: Upcasts;
}

/** A catalogue, whichever stream's. */
export type AnyCatalogue = { readonly [type: string]: AnyKind };

export type Upcasts = { readonly [schema: number]: (payload: JsonObject) => JsonObject };

/** What tells an entry's author, and whose stream it stands on. */
export interface Entered {
  readonly type: string;
  readonly version: number;
  readonly actor: PersonId;
  /** Of the stream: the technology's or person's id. */
  readonly id: string;
}

/** How streams of one kind are called. */
export interface StreamNames {
  /** How their names begin. */
  readonly prefix: string;
  readonly nameOf: (id: string) => string;
  /** The id in a stream's name; null where it is another kind's. */
  readonly idOf: (stream: string) => string | null;
}

/** A kind of which there is one stream alone; its id is empty. */
export const oneStream = (name: string): StreamNames => ({
  prefix: name,
  nameOf: () => name,
  idOf: (stream) => (stream === name ? "" : null),
});

/** An entry as the ledger gives it, before anybody knows what it means. */
export interface LedgerEntry extends Envelope {
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  readonly payload: JsonObject;
}

/** An event that this version cannot place: a newer one wrote it. Going on would show pages that are wrong. */
export class UnknownEvent extends Error {
  override readonly name = "UnknownEvent";

  constructor({ type, schema, position, stream }: Pick<LedgerEntry, "type" | "schema" | "position" | "stream">) {
    super(
      `Event ${position} of ${stream} is of a kind this version does not know (${type}, schema ${schema}): ` +
        "start the version of Touchstone that wrote it.",
    );
  }
}

/** @throws {UnknownEvent} where the type or its schema is not known here. */
export const asEvent =
  <Past extends AnyPast>({ events }: { readonly events: Catalogue<Past> }) =>
  (entry: LedgerEntry): Past => {
    if (kindOf(events, entry.type)?.schema !== entry.schema) throw new UnknownEvent(entry);
    // The ledger stores what deciders gave; the type and schema just checked say which shape that was.
    return entry as unknown as Past;
  };

/** @throws {UnknownEvent} */
export const foldEntries = <Past extends AnyPast, State>(
  stream: Pick<Stream<Past, State, never, never>, "events" | "initial" | "evolve">,
  entries: readonly LedgerEntry[],
): State => entries.map(asEvent(stream)).reduce<State>(stream.evolve, stream.initial);

/** Undefined for a type that the catalogue does not have, whatever its name ("constructor"). */
const kindOf = (events: AnyCatalogue, type: string): AnyKind | undefined =>
  Object.hasOwn(events, type) ? events[type] : undefined;

/** Why a payload of foreign origin is not what its type and schema say; null where it is; "unknown" for another type. */
export function payloadFault(
  { events }: { readonly events: AnyCatalogue },
  { type, schema, payload }: Pick<LedgerEntry, "type" | "schema" | "payload">,
): Pick<Fault, "path" | "message"> | "unknown" | null {
  const kind = kindOf(events, type);
  if (kind === undefined || !Number.isSafeInteger(schema) || schema < 1 || schema > kind.schema) return "unknown";
  try {
    return kind.payload.fault(raised(payload, schema, kind.upcasts ?? {}).payload);
  } catch {
    return { path: "", message: `cannot be read as schema ${schema} of ${type}` };
  }
}

/** A payload as the newest schema has it, as far as there are upcasts. */
export function raised(
  payload: JsonObject,
  schema: number,
  upcasts: Upcasts,
): { readonly schema: number; readonly payload: JsonObject } {
  let at = { schema, payload };
  for (let step = upcasts[at.schema]; step !== undefined; step = upcasts[at.schema])
    at = { schema: at.schema + 1, payload: step(at.payload) };
  return at;
}
