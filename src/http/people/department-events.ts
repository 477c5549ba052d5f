import type { DepartmentEvent } from "../../domain/people/departments.ts";
import type { EventWords, Payload, Telling } from "../say/telling.ts";
import type { Language } from "../view/languages.ts";

export const departmentEvents: { readonly [T in DepartmentEvent["type"]]: EventWords<T> } = {
  DepartmentAdded: { kind: "house", tell: departmentWord },
  DepartmentRenamed: { kind: "house", tell: departmentWord },
  DepartmentClosed: { kind: "house" },
};

function departmentWord({ locale }: Language, { name }: Payload): Telling {
  const named = name as { readonly en: string; readonly zh: string };
  return { values: { name: locale === "zh-CN" ? named.zh : named.en } };
}
