import type { Language } from "../view/languages.ts";
import type { HouseTeller, Payload, Telling } from "./house-event.ts";

/** Who an entry about a person speaks of, in words: a name, or what they are where the name is not to be had. */
export type Who = {
  readonly actor: string;
  readonly subject: string;
  /** The actor is the one whose account it is. */
  readonly own: boolean;
  readonly name: (id: unknown) => string;
};

/** Events of one person's account: each says whose it is and who did it. */
export const personTellers: { readonly [type: string]: HouseTeller } = {
  PersonAdded: ({ t, format }, { roles }) =>
    Array.isArray(roles) && roles.length > 0
      ? { values: { roles: format.list(roles.map((role) => t(`words:role.${String(role)}`))) } }
      : { variant: "PersonAdded_none" },
  RoleGranted: roleName,
  RoleRevoked: roleName,
  DepartmentChanged: () => ({}),
  PersonDisabled: () => ({}),
  PersonEnabled: () => ({}),
  DeputyNamed: ({ format }, { deputy, from, until }, { own, name }) => ({
    values: { deputy: name(deputy), from: format.date(String(from)), until: format.date(String(until)) },
    ...(own && { variant: "DeputyNamed_own" }),
  }),
  DeputyEnded: () => ({}),
  LinkAsked: ({ format }, { until }, { own }) => ({
    values: { until: format.dateTime(String(until)) },
    ...(own && { variant: "LinkAsked_own" }),
  }),
  LinkRefused: () => ({}),
  LinkMade: (language, payload, { name }) => ({
    values: { asker: name(payload["askedBy"]), confirmer: name(payload["confirmedBy"]), ...waitOf(language, payload) },
    variant: variantOf(payload),
  }),
  LinkUsed: (language, payload) => ({
    values: waitOf(language, payload),
    variant: payload["purpose"] === "invitation" ? "LinkUsed_invitation" : "LinkUsed",
  }),
  SessionsEnded: () => ({}),
  DetailsChanged: ({ t, format }, { changed }) => ({
    values: { what: format.list((changed as readonly string[]).map((one) => t(`events:detail.${one}`))) },
  }),
  NoticeAcknowledged: () => ({}),
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
