/** After so many tries that failed for now, somebody has to look. */
export const mostTries = 12;

/** Ms until the next try: a minute, two, four …, at most six hours. @param attempts those that failed, the last among them */
export const pauseAfter = (attempts: number): number => Math.min(6 * anHour, aMinute * 2 ** Math.min(attempts - 1, 12));

const aMinute = 60_000;
const anHour = 60 * aMinute;
