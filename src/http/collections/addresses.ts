/** Where whoever holds a code answers; short, since it is printed and typed. */
export const answerPath = "/q";
