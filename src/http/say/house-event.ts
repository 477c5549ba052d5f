import type { Language } from "../view/languages.ts";
import type { Values } from "../view/translate.ts";
import { personTellers } from "./person-event.ts";
import type { Who } from "./person-event.ts";

export type Telling = { readonly values?: Values; readonly variant?: string };
export type Payload = { readonly [field: string]: unknown };
export type HouseTeller = (language: Language, payload: Payload, who: Who) => Telling;

/** Events about people, policy, departments and the ledger itself; payloads as the ledger has them. */
export const houseTellers: { readonly [type: string]: HouseTeller } = {
  ...personTellers,
  PolicyPublished: (_, { policy }) => ({ values: { version: Number((policy as Payload)["version"]) } }),
  DepartmentAdded: departmentWord,
  DepartmentRenamed: departmentWord,
  DepartmentClosed: () => ({}),
  LossDeclared: (_, { keptPosition, lostPosition }) => ({
    values: { from: Number(keptPosition) + 1, position: Number(lostPosition) },
  }),
};

function departmentWord({ locale }: Language, { name }: Payload): Telling {
  const named = name as { readonly en: string; readonly zh: string };
  return { values: { name: locale === "zh-CN" ? named.zh : named.en } };
}
