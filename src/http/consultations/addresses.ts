/** Where whoever holds a code of a poll chooses; short, since it is printed and typed. */
export const pollPath = "/p";
