import { textKey } from "../domain/words/plain-text.ts";

/** Yes and no as people, databases and spreadsheets of other languages write them (TRUE, WAHR, VRAI …). */
const yes = "true t yes y 1 on 是 对 真 wahr ja vrai oui verdadero sí vero verdadeiro sim waar prawda tak да истина";
const no = "false f no n 0 off 否 不是 错 假 falsch nein faux non falso não onwaar nee fałsz nie нет ложь";

const words = new Map([
  ...yes.split(" ").map((word) => [word, true] as const),
  ...no.split(" ").map((word) => [word, false] as const),
]);

/** Null for a text that is neither. */
export const truthOf = (text: string): boolean | null => words.get(textKey(text)) ?? null;
