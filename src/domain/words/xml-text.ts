/** A text as XML can hold it: a character that it cannot is another, half a character the sign for one that is missing. */
export const xmlText = (text: string, instead: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, instead);
