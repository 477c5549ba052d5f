import { granted } from "../../domain/gates/covering.ts";
import type { Waiver } from "../../domain/technology/state/technology.ts";
import { supportersNow } from "../../domain/technology/gate/waiver-finding.ts";
import { isOpenQuestion } from "../../domain/technology/state/questions.ts";
import { questionTag, questionTitle } from "../say/question.ts";
import { textShown } from "../say/text.ts";
import { conditionTitle } from "../say/condition.ts";
import { costNote } from "../say/cost-note.ts";
import { topRisks } from "../say/top-risks.ts";
import { thingsText } from "../say/thing.ts";
import type { NoteModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import { committeeNote } from "./committee-note.ts";
import type { GateParts } from "./gate-parts.ts";
import { conditionAddress } from "./statements.ts";

/** What approvers must not overlook: changes after the lock, waivers, risks, dissent, conditions of earlier approvals. */
export const marginModel = (parts: GateParts): readonly NoteModel[] =>
  given([committeeNote(parts), ...between(parts), dissents(parts), asked(parts)]);

/** The same without dissent and the experts, which have places of their own on the dossier. */
export const dossierMargin = (parts: GateParts): readonly NoteModel[] => given([...between(parts), asked(parts)]);

const given = (notes: readonly (NoteModel | null)[]): readonly NoteModel[] => notes.flatMap((note) => note ?? []);

function between(parts: GateParts): readonly (NoteModel | null)[] {
  return [
    topRisks({ ...parts, technology: parts.view.state, policy: parts.view.policy, today: parts.view.facts.today }),
    costNote({ ...parts, technology: parts.view.state, policy: parts.view.policy }),
    changes(parts),
    waivers(parts),
    approvals(parts),
    risks(parts),
  ];
}

function changes({ view, language, words }: GateParts): NoteModel | null {
  const { t, format } = language;
  const amendments = view.state.plan?.amendments ?? [];
  if (view.state.plan === null) return null;
  return {
    title: t("gate:margin.changed"),
    ...(amendments.length > 0 && { count: String(amendments.length) }),
    items:
      amendments.length === 0
        ? [{ content: t("gate:margin.unchanged") }]
        : amendments.map(({ at, changed, reason, afterData }) => ({
            ...(afterData && { tag: tag(t, "late", t("events:mark.afterData")) }),
            content: html`<b class="strong"
                >${format.list(changed.map((field) => t(`events:field.${field.split(".")[0] ?? field}`)))}</b
              ><br />${textShown(language, words.get(reason))}`,
            sub: format.date(at),
          })),
  };
}

function waivers(parts: GateParts): NoteModel | null {
  const { view, language, words, row, open } = parts;
  const { t, format } = language;
  const mine = view.state.waivers.filter(({ gate }) => gate === view.gate);
  if (mine.length === 0) return null;
  return {
    title: t("gate:margin.waivers"),
    count: String(mine.length),
    items: mine.map((waiver) => ({
      tag: tag(
        t,
        waiver.state === "granted" ? "waived" : waiver.state === "asked" ? "waits" : "withdrawn",
        t(`gate:waiver.state.${waiver.state}`),
      ),
      content: html`<b class="strong">${conditionTitle(language, waiver.condition)}</b
        ><br />${textShown(language, words.get(waiver.reason))}<br />${t("gate:waiver.controlIs")}
        ${textShown(language, words.get(waiver.control))}<br />${coversOf(parts, waiver)}`,
      sub: html`${t("gate:waiver.until", { day: format.date(waiver.until), count: supportersOf(parts, waiver) })}${
        waiver.state === "asked" && open.includes("GrantWaiver")
          ? html` · <a href="/technologies/${row.slug}/waivers/${waiver.waiver}">${t("gate:waiver.decide")}</a>`
          : ""
      }`,
    })),
  };
}

function coversOf({ view, language }: GateParts, waiver: Waiver): string {
  const things = granted(waiver, view.policy);
  return things.length === 0
    ? language.t("conditions:coversNothing")
    : language.t("conditions:covers", { things: thingsText(language, view.policy, waiver.condition, things) });
}

/** Those for it whose support counts now; who granted it did so then, and so did those of a page of the past. */
const supportersOf = ({ view }: GateParts, waiver: Waiver): number =>
  (waiver.state === "asked" && view.open ? supportersNow(view.state, waiver, view.facts) : waiver.supporters).length;

function approvals({ view, language, words, names, row, open }: GateParts): NoteModel | null {
  const { t, format } = language;
  const { conditions } = view.state;
  if (conditions.length === 0) return null;
  return {
    title: t("gate:margin.approvals"),
    count: String(conditions.length),
    items: conditions.map((condition) => ({
      tag: tag(
        t,
        condition.fulfilledAt === null ? (condition.dueOn < view.facts.today ? "late" : "waits") : "met",
        t(condition.fulfilledAt === null ? "gate:approval.open" : "gate:approval.fulfilled"),
      ),
      content: textShown(language, words.get(condition.text)),
      sub: html`${names.get(condition.owner) ?? t("technology:unknownPerson")} ·
      ${format.date(condition.dueOn)}${
        condition.fulfilledAt === null && open.includes("FulfilCondition")
          ? html` ·
              <a
                href="/technologies/${row.slug}/conditions/${conditionAddress(condition.condition, condition.decision)}/fulfilment"
                >${t("gate:approval.fulfil")}</a
              >`
          : ""
      }`,
    })),
  };
}

function risks({ view, language, words }: GateParts): NoteModel | null {
  const { risks: digest } = view.state.proposal;
  return digest === null
    ? null
    : { title: language.t("gate:margin.risks"), items: [{ content: textShown(language, words.get(digest)) }] };
}

function dissents({ view, language, words }: GateParts): NoteModel | null {
  const { t, format } = language;
  const { dissents: all, evaluation } = view.state;
  if (all.length === 0) return null;
  return {
    title: t("gate:margin.dissent"),
    count: String(all.length),
    items: all.map(({ by, text, at }) => {
      const letter = evaluation?.evaluators.find(({ person }) => person === by)?.letter;
      return {
        content: textShown(language, words.get(text)),
        sub: `${letter === undefined ? t("words:role.approver") : t("gate:margin.evaluator", { letter })} · ${format.date(at)}`,
      };
    }),
  };
}

/** What was asked about this gate, and what is still open about the technology as a whole. */
function asked({ view, language, row }: GateParts): NoteModel | null {
  const questions = view.state.questions.filter(
    (question) => question.about === view.gate || (question.about === null && isOpenQuestion(question)),
  );
  if (questions.length === 0) return null;
  return {
    title: language.t("questions:crumb"),
    count: String(questions.length),
    items: questions.map((question) => ({
      tag: questionTag(language, question),
      content: html`<a href="/technologies/${row.slug}/questions#${question.question}"
        >${questionTitle(language, question)}</a
      >`,
    })),
  };
}
