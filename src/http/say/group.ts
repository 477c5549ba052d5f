import type { Language } from "../view/languages.ts";

/** A group of people by the word that evidence has for it; one that the house does not know is called as the file calls it. */
export function groupText({ t }: Language, group: string, count = 2): string {
  return t.has(`words:assistedGroup.${group}`)
    ? t(`words:assistedGroup.${group}`, { count })
    : t("words:otherGroup", { group });
}
