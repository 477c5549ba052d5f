export const feedbackPrefix = "feedback-";

/** Where the entries about one message stand. */
export const feedbackStream = (message: string): string => feedbackPrefix + message;

/** The message that a stream tells of, or null. */
export const feedbackOf = (stream: string): string | null =>
  stream.startsWith(feedbackPrefix) ? stream.slice(feedbackPrefix.length) : null;
