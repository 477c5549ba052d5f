import { readVersionName } from "../../domain/standards/register.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import type { Named } from "../../domain/words/named.ts";
import type { Language } from "../view/languages.ts";
import { named } from "./named.ts";

/** "City interfaces 2.0" */
export const standardVersion = (language: Language, name: Named, version: string): string =>
  language.t("standards:named", { name: named(language, name), version });

/** What a version's name stands for; the name itself where its standard is not in the register. */
export function versionSaid(language: Language, of: (standard: string) => Standard | null, name: string): string {
  const read = readVersionName(name);
  const standard = read === null ? null : of(read.standard);
  return read === null || standard === null ? name : standardVersion(language, standard.name, read.version);
}

/** Where a version is shown; null for what names none. */
export function versionAddress(name: string): string | null {
  const read = readVersionName(name);
  return read === null ? null : `/standards/${read.standard}/versions/${read.version}`;
}
