export const contributionPrefix = "contribution-";

/** Where the entries about one contribution stand. */
export const contributionStream = (contribution: string): string => contributionPrefix + contribution;

/** The contribution that a stream tells of, or null. */
export const contributionOf = (stream: string): string | null =>
  stream.startsWith(contributionPrefix) ? stream.slice(contributionPrefix.length) : null;
