import { textKey } from "../words/plain-text.ts";
import type { Register } from "./register.ts";
import type { Standard } from "./standard.ts";

/**
 * The standard that a free label means: its short name or a name in either language, alone or with one of its versions,
 * however it is typed. Null for a label that means none of the register.
 */
export function standardLabelled(register: Register, label: string): Standard | null {
  const wanted = textKey(label);
  return Object.values(register).find((standard) => labelsOf(standard).some((own) => textKey(own) === wanted)) ?? null;
}

function labelsOf({ standard, name, versions }: Standard): readonly string[] {
  const names = [standard, name.en, name.zh];
  return [
    ...names,
    ...versions.flatMap(({ version }) => names.flatMap((own) => [`${own} ${version}`, `${own}@${version}`])),
  ];
}
