import type { PersonEvent } from "../../domain/people/person.ts";
import type { EventWords, Payload, Telling } from "../say/telling.ts";
import type { Language } from "../view/languages.ts";

/** Events of one person's account: each says whose it is and who did it. */
export const personEvents: { readonly [T in PersonEvent["type"]]: EventWords<T> } = {
  PersonAdded: {
    tell: ({ t, format }, { roles }) =>
      Array.isArray(roles) && roles.length > 0
        ? { values: { roles: format.list(roles.map((role) => t(`words:role.${String(role)}`))) } }
        : { variant: "PersonAdded_none" },
  },
  RoleGranted: { tell: roleName },
  RoleRevoked: { tell: roleName },
  DepartmentChanged: {},
  PersonDisabled: {},
  PersonEnabled: {},
  DeputyNamed: {
    tell: ({ format }, { deputy, from, until }, { who: { own, name } }) => ({
      values: { deputy: name(deputy), from: format.date(String(from)), until: format.date(String(until)) },
      ...(own && { variant: "DeputyNamed_own" }),
    }),
  },
  DeputyEnded: {},
  LinkAsked: {
    tell: ({ format }, { until }, { who: { own } }) => ({
      values: { until: format.dateTime(String(until)) },
      ...(own && { variant: "LinkAsked_own" }),
    }),
  },
  LinkRefused: {},
  LinkMade: {
    tell: (language, payload, { who: { name } }) => ({
      values: {
        asker: name(payload["askedBy"]),
        confirmer: name(payload["confirmedBy"]),
        ...waitOf(language, payload),
      },
      variant: variantOf(payload),
    }),
  },
  LinkUsed: {
    tell: (language, payload) => ({
      values: waitOf(language, payload),
      variant: payload["purpose"] === "invitation" ? "LinkUsed_invitation" : "LinkUsed",
    }),
  },
  SessionsEnded: {},
  DetailsChanged: {
    tell: ({ t, format }, { changed }) => ({
      values: { what: format.list((changed as readonly string[]).map((detail) => t(`events:detail.${detail}`))) },
    }),
  },
  NoticeAcknowledged: {},
};

function roleName({ t }: Language, { role }: Payload): Telling {
  return { values: { name: t(`words:role.${String(role)}`) } };
}

function variantOf({ purpose, confirmedBy }: Payload): string {
  if (purpose === "invitation") return "LinkMade_invitation";
  return confirmedBy === null ? "LinkMade_sole" : "LinkMade";
}

/** The sentence on the wait, where there is one. */
function waitOf({ t, format }: Language, { barredUntil }: Payload): { readonly wait: string } {
  return {
    wait: typeof barredUntil === "string" ? t("events:wait", { until: format.dateTime(barredUntil) }) : "",
  };
}
