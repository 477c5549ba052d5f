import type { PersonId } from "../words/text.ts";

export const personPrefix = "person-";

/** Where the entries about a person stand. */
export const personStream = (id: PersonId): string => personPrefix + id;

/** The person a stream tells of, or null. */
export const personOf = (stream: string): PersonId | null =>
  stream.startsWith(personPrefix) ? stream.slice(personPrefix.length) : null;

/** All departments stand on one stream. */
export const departmentsStream = "departments";
