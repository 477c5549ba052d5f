import type { IntakeToken } from "../../authority/intake-tokens.ts";
import type { Portfolio } from "../../projections/portfolio/portfolio.ts";
import type { Language } from "../view/languages.ts";

/** A token in a list: what sends with it, how long it is good, and whether it still is. */
export type TokenLine = {
  readonly name: string;
  readonly times: string;
  readonly state: string;
  readonly live: boolean;
  /** What it may do. */
  readonly scopes: string;
};

export function tokenLine({ t, format }: Language, token: IntakeToken, now: number): TokenLine {
  const { name, scopes: may, createdAt, expiresAt, usedAt, revokedAt } = token;
  const live = revokedAt === null && expiresAt > now;
  const state =
    revokedAt !== null
      ? t("tokens:state.revoked", { at: format.dateTime(revokedAt) })
      : t(live ? "tokens:state.live" : "tokens:state.expired", { at: format.dateTime(expiresAt) });
  const used = usedAt === null ? t("tokens:neverUsed") : t("tokens:used", { at: format.dateTime(usedAt) });
  const scopes = t("tokens:mayDo", { scopes: format.list(may.map((scope) => t(`tokens:scope.${scope}.short`))) });
  return {
    name,
    times: format.list([t("tokens:made", { at: format.dateTime(createdAt) }), used]),
    state,
    live,
    scopes,
  };
}

/** The technology it is for, or that it is for all of them. */
export const reachOf = (
  { t }: Language,
  portfolio: Pick<Portfolio, "byId">,
  { technology }: Pick<IntakeToken, "technology">,
): string => (technology === null ? t("tokens:reach.all") : (portfolio.byId(technology)?.name ?? "–"));
