import type { Bilingual } from "./cast.ts";

/** What a generated person says: in English, and as a Chinese colleague would have put it. */
export type Words = readonly [en: string, zh: string];

export const bilingual = ([en, zh]: Words): Bilingual => ({ en, zh });
