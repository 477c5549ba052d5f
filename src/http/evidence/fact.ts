import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

export const fact = ({ t }: Language, key: string, value: string): FactModel => ({
  term: t(`evidence:fact.${key}`),
  value,
});
