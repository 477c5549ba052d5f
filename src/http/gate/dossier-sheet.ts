import { adviceOn } from "../say/condition-advice.ts";
import { conditionModel } from "../say/condition-shown.ts";
import { textShown } from "../say/text.ts";
import { piecesByDigest } from "../say/marks.ts";
import { verdictModel } from "../say/verdict.ts";
import { conditionTitle } from "../say/condition.ts";
import { confidenceText } from "../say/chance.ts";
import type { NoteModel, TagModel, VerdictModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { outgrownLines } from "./condition-links.ts";
import { conditionsTitle } from "./conditions.ts";
import { dossierMargin } from "./margin.ts";
import type { GateParts } from "./gate-parts.ts";
import type { Words } from "../private-words.ts";
import { noteOf, votesModel } from "./votes.ts";

export type SheetVerdict = {
  readonly model: VerdictModel;
  readonly rests: string;
  readonly note: string;
  /** Said where the figures decide nothing. */
  readonly not: string | null;
};

/** The recorded verdict with the sentence on coverage under its figure; at the completion gate the figures of that day. */
export async function verdictOf({ view, language }: GateParts): Promise<SheetVerdict | null> {
  const { t, format } = language;
  if (view.gate !== "rollout" && view.gate !== "completion") return null;
  const look = view.gate === "completion" ? null : view.look;
  const verdict = look?.verdict ?? (view.state.evidence.length === 0 ? null : await view.interim());
  if (verdict === null) return null;
  const model = verdictModel(language, view.policy, verdict, {
    chartHeight: 76,
    pieces: piecesByDigest(view.state.evidence),
  });
  const figures = {
    confidence: confidenceText(language, verdict.lookConfidence),
    measured: verdict.coverage.measured,
    applicable: verdict.coverage.applicable,
  };
  return {
    model,
    // The figure under it has the reasons' numbers: a sheet has room for one of them.
    rests: [model.sure, model.rests].filter((text) => text !== undefined).join(language.locale === "en" ? " " : ""),
    note:
      look === null
        ? t("gate:dossier.noteNoLook", figures)
        : t("gate:dossier.note", { ...figures, look: look.look, of: look.of, day: format.date(look.at) }),
    not: look === null ? t("gate:interim.first") : null,
  };
}

/** What was decided and why, vote by vote, as it stands on record; null while nothing is. */
export function decisionOf({ decided, view, language, words, names }: GateParts) {
  if (decided === null) return null;
  const { t, format } = language;
  const { record, outcome, at, conditions } = decided;
  return {
    title: t("gate:dossier.decided", { outcome: t(`words:option.${outcome}`), day: format.date(at) }),
    votes: record.votes.map(({ person, option, reason }) => ({
      who: names.get(person) ?? t("technology:unknownPerson"),
      vote: t(`words:option.${option}`),
      reason: textShown(language, words.get(reason)),
    })),
    dated: conditions.map(({ text, owner, dueOn }) => ({
      text: textShown(language, words.get(text)),
      who: `${names.get(owner) ?? t("technology:unknownPerson")} · ${format.date(dueOn)}`,
    })),
    of: t(`words:gate.${view.gate}`),
  };
}

export type SheetCondition = { readonly tag: TagModel; readonly title: Content; readonly text: Content };

/** Those that are open or waived, in full; the others by name, since a sheet has no other page. */
export function conditionsOf(parts: GateParts): {
  readonly title: string;
  readonly open: readonly SheetCondition[];
  readonly met: string | null;
} {
  const { view, language } = parts;
  const { t, format } = language;
  const open = view.conditions.filter(({ status }) => status !== "met");
  const met = view.conditions.filter(({ status }) => status === "met");
  return {
    title: conditionsTitle(language, view.conditions),
    open: open.map((condition) => {
      const { tag, title, why } = conditionModel(language, view.policy, condition);
      // Whose turn it is as things stand, as the gate's page says it.
      const role = adviceOn(view.state, condition)?.role ?? condition.owner;
      const due = condition.due === null ? "" : ` · ${format.date(condition.due)}`;
      return {
        tag,
        title,
        text: html`${why ?? ""}${outgrownLines(parts, condition)} ${t(`words:role.${role}`)}${due}`,
      };
    }),
    met:
      met.length === 0
        ? null
        : t("gate:dossier.met", {
            count: met.length,
            list: format.list(met.map(({ key }) => conditionTitle(language, key))),
          }),
  };
}

export function dissentOf({ view, language, words }: GateParts): readonly Content[] {
  return view.state.dissents.map(({ text }) => textShown(language, words.get(text)));
}

/** The margin of the gate's page, without what is there to be done. */
/** What stands beside the gate, without lines that only lead on. */
export const notesOf = (parts: GateParts): readonly NoteModel[] =>
  dossierMargin({ ...parts, open: [] }).map((note) => ({
    ...note,
    items: note.items.filter(({ onward }) => onward !== true),
  }));

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
  const { votes: all } = votesModel({ ...parts, person: { ...parts.person, id: "" } });
  const votes = all.filter(({ lapsed }) => lapsed !== true);
  const silent = [t("gate:votes.notYet"), t("gate:votes.didNot")];
  return {
    title: t("gate:dossier.votes", {
      cast: votes.filter(({ cast }) => cast).length,
      quorum: view.quorum,
      eligible: view.eligible.length,
    }),
    silent: t(parts.decided === null ? "gate:votes.notYet" : "gate:votes.didNot"),
    people: votes.map(({ who }) => who),
    cells: votes.map(({ vote, cast }) => (cast ? vote : silent.includes(vote) ? "" : vote)),
    note: noteOf(parts),
  };
}

/** What was asked about this gate and what was answered, the newest first: so many as a sheet has room for. */
export function answersOf({ view, language }: GateParts, words: Words) {
  const { t } = language;
  const asked = view.state.questions.filter(({ about }) => about === null || about === view.gate).toReversed();
  return {
    count: asked.length,
    more: Math.max(0, asked.length - mostAnswers),
    items: asked.slice(0, mostAnswers).map(({ text, answers, settled }) => {
      const answer = answers.at(-1) ?? null;
      return {
        question: textShown(language, words.get(text)),
        answer: answer === null ? t("gate:dossier.unanswered") : textShown(language, words.get(answer.text)),
        settled: settled === null ? null : textShown(language, words.get(settled.text)),
      };
    }),
  };
}

const mostAnswers = 4;

export const answersDigests = ({ view }: GateParts): readonly string[] =>
  view.state.questions.flatMap(({ text, answers, settled }) => [
    text,
    ...answers.slice(-1).map((answer) => answer.text),
    ...(settled === null ? [] : [settled.text]),
  ]);
