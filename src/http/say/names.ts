import type { Identities } from "../../authority/identities.ts";
import type { JsonObject } from "../../domain/words/json.ts";
import { committeeStream } from "../../domain/committee/committee-stream.ts";
import { personOf } from "../../domain/people/streams.ts";

/** Names of people by their ids; whoever was erased is missing. */
export type Names = ReadonlyMap<string, string>;
export const nobodyNamed: Names = new Map();

interface Naming {
  readonly actor: string;
  readonly stream: string;
  readonly payload: JsonObject;
}

/** Names of everybody whom entries about people speak of; looked up for the page, never written into it beforehand. */
export function namesIn(people: Identities, entries: readonly Naming[]): Promise<Names> {
  return people.names(entries.flatMap(peopleIn));
}

/** Whom an entry is about: whose stream it stands on, or the member of the expert committee; null: nobody. */
export const subjectOf = ({ stream, payload }: Pick<Naming, "stream" | "payload">): string | null =>
  personOf(stream) ?? memberIn(stream, payload);

function memberIn(stream: string, { member }: JsonObject): string | null {
  return stream === committeeStream && typeof member === "string" ? member : null;
}

function peopleIn({ actor, stream, payload }: Naming): string[] {
  const subject = subjectOf({ stream, payload });
  if (subject === null) return [actor];
  const spoken = ["askedBy", "confirmedBy", "deputy"].flatMap((field) => {
    const id = payload[field];
    return typeof id === "string" ? [id] : [];
  });
  return [actor, subject, ...spoken];
}
