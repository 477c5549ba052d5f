import type { Language } from "../view/languages.ts";
import { conditionTitle } from "./condition.ts";

export const gateWord = ({ t }: Language, gate: string): string => t(`events:gate.${gate}`);

/** A drafted condition of its own has no title: its text is private and stands where it is erasable. */
export const conditionWord = (language: Language, key: string): string =>
  key.startsWith("extra-") ? language.t("events:extra") : conditionTitle(language, key);

/** Names of the fields that changed, each once. */
export const fieldNames = ({ t, format }: Language, changed: readonly string[]): string =>
  format.list([...new Set(changed.map((field) => t(`events:field.${field.split(".")[0] ?? field}`)))]);
