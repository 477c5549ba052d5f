import type { DepartmentEvent } from "../../domain/people/departments.ts";
import type { Named } from "../../domain/words/named.ts";
import { named } from "../say/named.ts";
import type { EventWords, Payload, Telling } from "../say/telling.ts";
import type { Language } from "../view/languages.ts";

export const departmentEvents: { readonly [T in DepartmentEvent["type"]]: EventWords<T> } = {
  DepartmentAdded: { kind: "house", tell: departmentWord },
  DepartmentRenamed: { kind: "house", tell: departmentWord },
  DepartmentClosed: { kind: "house" },
};

function departmentWord(language: Language, { name }: Payload): Telling {
  return { values: { name: named(language, name as Named) } };
}
