import type { PersonId } from "../words/text.ts";

const prefix = "person-";

/** Where the entries about a person stand. */
export const personStream = (id: PersonId): string => prefix + id;

/** The person a stream tells of, or null. */
export const personOf = (stream: string): PersonId | null =>
  stream.startsWith(prefix) ? stream.slice(prefix.length) : null;
