import type { Language } from "../view/languages.ts";
import type { Values } from "../view/translate.ts";

export type Telling = { readonly values?: Values; readonly variant?: string };

/** Events about people, policy, departments and the ledger itself; payloads as the ledger has them. */
export const houseTellers: { readonly [type: string]: (language: Language, payload: Payload) => Telling } = {
  PersonAdded: ({ t, format }, { roles }) =>
    Array.isArray(roles) && roles.length > 0
      ? { values: { roles: format.list(roles.map((role) => t(`words:role.${String(role)}`))) } }
      : { variant: "PersonAdded_none" },
  RoleGranted: roleName,
  RoleRevoked: roleName,
  DepartmentChanged: () => ({}),
  PersonDisabled: () => ({}),
  PersonEnabled: () => ({}),
  DeputyNamed: ({ format }, { from, until }) => ({
    values: { from: format.date(String(from)), until: format.date(String(until)) },
  }),
  DeputyEnded: () => ({}),
  PolicyPublished: (_, { policy }) => ({ values: { version: Number((policy as Payload)["version"]) } }),
  DepartmentAdded: departmentWord,
  DepartmentRenamed: departmentWord,
  DepartmentClosed: () => ({}),
  LossDeclared: (_, { keptPosition, lostPosition }) => ({
    values: { from: Number(keptPosition) + 1, position: Number(lostPosition) },
  }),
};

type Payload = { readonly [field: string]: unknown };

function roleName({ t }: Language, { role }: Payload): Telling {
  return { values: { name: t(`words:role.${String(role)}`) } };
}

function departmentWord({ locale }: Language, { name }: Payload): Telling {
  const named = name as { readonly en: string; readonly zh: string };
  return { values: { name: locale === "zh-CN" ? named.zh : named.en } };
}
