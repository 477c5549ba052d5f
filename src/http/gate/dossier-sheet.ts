import { conditionModel } from "../say/condition-shown.ts";
import { textShown } from "../say/text.ts";
import { piecesByDigest } from "../say/marks.ts";
import { verdictModel } from "../say/verdict.ts";
import { confidenceText } from "../say/chance.ts";
import type { TagModel, VerdictModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { outgrownLines } from "./condition-links.ts";
import { conditionsTitle } from "./conditions.ts";
import { marginModel } from "./margin.ts";
import type { GateParts } from "./gate-parts.ts";
import { votesModel } from "./votes.ts";

/** The recorded verdict, with the sentence on coverage that stands under its figure; only the rollout gate rests on it. */
export function verdictOf({
  view,
  language,
}: GateParts): { readonly model: VerdictModel; readonly rests: string; readonly note: string } | null {
  if (view.gate !== "rollout" || view.look === null) return null;
  const { t, format } = language;
  const { verdict } = view.look;
  const model = verdictModel(language, view.policy, verdict, {
    chartHeight: 76,
    pieces: piecesByDigest(view.state.evidence),
  });
  return {
    model,
    // The figure under it has the reasons' numbers: a sheet has room for one of them.
    rests: [model.sure, model.rests].filter((text) => text !== undefined).join(language.locale === "en" ? " " : ""),
    note: t("gate:dossier.note", {
      confidence: confidenceText(language, verdict.lookConfidence),
      measured: verdict.coverage.measured,
      applicable: verdict.coverage.applicable,
      look: view.look.look,
      of: view.look.of,
      day: format.date(view.look.at),
    }),
  };
}

export type SheetCondition = { readonly tag: TagModel; readonly title: Content; readonly text: Content };

/** Those that are open or waived, in full; the others as a count. */
export function conditionsOf(parts: GateParts): {
  readonly title: string;
  readonly open: readonly SheetCondition[];
  readonly met: string | null;
} {
  const { view, language } = parts;
  const { t, format } = language;
  const open = view.conditions.filter(({ status }) => status !== "met");
  const met = view.conditions.length - open.length;
  return {
    title: conditionsTitle(language, view.conditions),
    open: open.map((condition) => {
      const { tag, title, why } = conditionModel(language, view.policy, condition);
      const due = condition.due === null ? "" : ` · ${format.date(condition.due)}`;
      return {
        tag,
        title,
        text: html`${why ?? ""}${outgrownLines(parts, condition)} ${t(`words:role.${condition.owner}`)}${due}`,
      };
    }),
    met: met === 0 ? null : t("gate:conditions.met", { count: met }),
  };
}

export function dissentOf({ view, language, words }: GateParts): readonly Content[] {
  return view.state.dissents.map(({ text }) => textShown(language, words.get(text)));
}

/** The margin of the gate's page, without dissent, which has its own place. */
export function notesOf(parts: GateParts) {
  const { t } = parts.language;
  return marginModel({ ...parts, open: [] }).filter(({ title }) => title !== t("gate:margin.dissent"));
}

export function costOf({ view, language }: GateParts): string {
  const { t } = language;
  const { cost, demand } = view.state.proposal;
  const annual =
    cost.annual === null
      ? t("technology:notStated")
      : t("gate:fact.costText", { annual: cost.annual, pilot: cost.pilot ?? 0, currency: cost.currency });
  return demand.requestsPerSecond === null || demand.users === null
    ? annual
    : `${annual}${language.locale === "zh-CN" ? "；" : "; "}${t("gate:dossier.demand", { users: demand.users, requests: demand.requestsPerSecond })}`;
}

/** What it all rests on, by digest. */
export function evidenceOf({ view, language }: GateParts): Content | null {
  const { t, format } = language;
  const pieces = view.state.evidence.filter(({ state }) => state === "in-force");
  if (pieces.length === 0) return null;
  return format.list(
    pieces.map(({ evidence, kind, digest }) => `${evidence} ${t(`words:kind.${kind}`)} ${format.digest(digest)}`),
  );
}

/** A column for each who may vote: the sheet is signed off by people, not by the system. */
export function votesOf(parts: GateParts) {
  const { view, language } = parts;
  const { t } = language;
  const { votes: all, note } = votesModel({ ...parts, person: { ...parts.person, id: "" } });
  const votes = all.filter(({ lapsed }) => lapsed !== true);
  return {
    title: t("gate:dossier.votes", {
      cast: votes.filter(({ cast }) => cast).length,
      quorum: view.quorum,
      eligible: view.eligible.length,
    }),
    people: votes.map(({ who }) => who),
    cells: votes.map(({ vote, cast }) => (cast ? vote : vote === t("gate:votes.notYet") ? "" : vote)),
    note: note ?? "",
  };
}
