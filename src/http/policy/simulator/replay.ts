import { replayLooks } from "../../../application/simulation/replayed.ts";
import type { ReplayedLook } from "../../../application/simulation/replayed.ts";
import type { Services } from "../../../application/services.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Typed } from "../../forms/typed.ts";
import { nameOf } from "../../say/names-of-results.ts";
import type { PagerModel, TableModel } from "../../view/components.ts";
import { html } from "../../view/html.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import { addressOf } from "./query.ts";

const perPage = 10;

export type ReplayModel = {
  readonly text: string;
  /** Where the looks are shown, before they are. */
  readonly href?: string;
  readonly table?: TableModel;
  readonly note?: string;
  readonly pager?: PagerModel;
};

/** @param asked "" before anybody asks; "newest" or the position of the look under which to go on */
export async function replayModel(
  services: Services,
  language: Language,
  policy: Policy,
  typed: Typed,
  asked: string,
): Promise<ReplayModel> {
  const { t } = language;
  const address = (replay: string): string => `${addressOf(typed, { replay })}#replay`;
  if (!/^(newest|\d{1,15})$/.test(asked)) return { text: t("simulator:replay.text"), href: address("newest") };
  const before = asked === "newest" ? null : Number(asked);
  const { looks, next } = await replayLooks(services, policy, { before, limit: perPage });
  if (looks.length === 0 && before === null) return { text: t("simulator:replay.none") };
  const changed = looks.filter(({ recorded, then }) => then !== null && then !== recorded).length;
  return {
    text: t("simulator:replay.summary", { count: looks.length, changed }),
    table: tableOf(services, language, policy, looks),
    note: t("simulator:replay.note"),
    pager: {
      ...(before !== null && { previous: { text: t("simulator:replay.newest"), href: address("newest") } }),
      ...(next !== null && { next: { text: t("simulator:replay.older"), href: address(String(next)) } }),
    },
  };
}

function tableOf({ views }: Services, language: Language, policy: Policy, looks: readonly ReplayedLook[]): TableModel {
  const { t, format } = language;
  return {
    caption: t("simulator:replay.caption"),
    columns: ["technology", "recorded", "then", "changed"].map((key) => ({ label: t(`simulator:replay.${key}`) })),
    rows: looks.map((entry) => {
      const row = views.portfolio.byId(entry.technology);
      const look = t("simulator:replay.look", { look: entry.look, of: entry.of, at: format.date(entry.at) });
      return {
        cells: [
          {
            content: row === null ? entry.technology : html`<a href="/technologies/${row.slug}">${row.name}</a>`,
            sub: row === null ? look : html`<a href="/technologies/${row.slug}/looks/${entry.position}">${look}</a>`,
            header: true,
          },
          { content: t(`words:outcome.${entry.recorded}`) },
          { content: entry.then === null ? "–" : t(`words:outcome.${entry.then}`) },
          { content: changesOf(language, policy, entry) },
        ],
      };
    }),
  };
}

function changesOf(language: Language, policy: Policy, { then, changed, score }: ReplayedLook): Content {
  const { t } = language;
  if (then === null) return t("simulator:replay.gone");
  if (score) return t("simulator:replay.score");
  if (changed.length === 0) return t("simulator:replay.same");
  return html`${changed.map(
    ({ id, from, to }, at) =>
      html`${at === 0 ? "" : html`<br />`}${t("simulator:replay.change", {
        name: t.has(`words:criterion.${id}`) ? t(`words:criterion.${id}`) : nameOf(language, policy, id),
        from: from === null ? t("simulator:replay.new") : t(`words:indicatorState.${from}`),
        to: t(`words:indicatorState.${to}`),
      })}`,
  )}`;
}
