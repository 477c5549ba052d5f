export const technologyPrefix = "technology-";

/** Where the entries about a technology stand. */
export const technologyStream = (id: string): string => technologyPrefix + id;

/** The technology a stream tells of, or null. */
export const technologyOf = (stream: string): string | null =>
  stream.startsWith(technologyPrefix) ? stream.slice(technologyPrefix.length) : null;
