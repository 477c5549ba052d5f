import type { IntakeToken } from "../../authority/intake-tokens.ts";
import type { Language } from "../view/languages.ts";

/** A token in a list: what sends with it, how long it is good, and whether it still is. */
export type TokenLine = {
  readonly name: string;
  readonly times: string;
  readonly state: string;
  readonly live: boolean;
};

export function tokenLine({ t, format }: Language, token: IntakeToken, now: number): TokenLine {
  const { name, createdAt, expiresAt, usedAt, revokedAt } = token;
  const live = revokedAt === null && expiresAt > now;
  const state =
    revokedAt !== null
      ? t("tokens:state.revoked", { at: format.dateTime(revokedAt) })
      : t(live ? "tokens:state.live" : "tokens:state.expired", { at: format.dateTime(expiresAt) });
  const used = usedAt === null ? t("tokens:neverUsed") : t("tokens:used", { at: format.dateTime(usedAt) });
  return { name, times: format.list([t("tokens:made", { at: format.dateTime(createdAt) }), used]), state, live };
}
