export const standardPrefix = "standard-";

/** Where the entries about one standard and its versions stand. */
export const standardStream = (key: string): string => standardPrefix + key;

/** The standard that a stream tells of, or null. */
export const standardOf = (stream: string): string | null =>
  stream.startsWith(standardPrefix) ? stream.slice(standardPrefix.length) : null;
