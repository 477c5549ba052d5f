import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Look } from "../../domain/technology/state/pilot.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import type { CellModel, TableModel } from "../view/components.ts";
import { glyph } from "../view/glyphs.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Content, Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { term } from "./term.ts";
import { scoreInShort } from "./score.ts";

/** Every look on record and every one still planned, of this plan and of those before it. */
export type LooksModel = { readonly title: string; readonly table: TableModel; readonly note: string };

/** What of a look changed since the one before. */
export type LookChanges = {
  readonly added: readonly string[];
  readonly gone: readonly Gone[];
  readonly amendments: number;
  /** Evaluators' scores that became visible, and items restated in moderation, count from then on. */
  readonly revealed: boolean;
  readonly newPlan: boolean;
};
type Gone = { readonly evidence: string; readonly why: "withdrawn" | "expired" | "plan" };

/** @returns null where no plan was ever locked: then there is nothing to look at. */
export function looksModel(language: Language, slug: string, t: Technology, today: Day): LooksModel | null {
  const { t: text } = language;
  if (t.plan === null && t.pastPlans.length === 0) return null;
  const taken = t.looks.map((look, i) => ({ at: look.at, row: takenRow(language, slug, t, look, t.looks[i - 1]) }));
  return {
    title: titleOf(language, t),
    note: text("gate:looks.note"),
    table: {
      caption: text("gate:looks.caption"),
      columns: [
        { label: text("gate:looks.look"), term: term(language, "look", text("gate:looks.look")) },
        { label: text("gate:looks.date") },
        { label: text("gate:looks.verdict") },
        { label: text("gate:looks.score"), num: true },
        { label: text("gate:looks.chance"), num: true },
        { label: text("gate:looks.evidence"), num: true },
        { label: text("gate:looks.changed") },
      ],
      rows: [...taken.map(({ row }) => row), ...plannedRows(language, t, today)],
    },
  };
}

function titleOf({ t: text }: Language, t: Technology): string {
  const mine = t.looks.filter(({ plan }) => plan === t.plan?.number).length;
  const of = t.plan?.plan.looks.length ?? 0;
  if (t.plan === null && t.looks.length > 0) return text("gate:looks.titlePast", { count: t.looks.length });
  if (t.looks.length === mine) return text("gate:looks.title", { count: mine, of });
  return text("gate:looks.titlePlans", { count: t.looks.length, mine, of });
}

function takenRow(
  language: Language,
  slug: string,
  t: Technology,
  look: Look,
  before: Look | undefined,
): TableModel["rows"][number] {
  const { t: text, format } = language;
  const { score, sub, chance } = scoreInShort(language, look.verdict);
  const superseded = look.plan !== t.plan?.number;
  return {
    cells: [
      {
        content: html`<a href="/technologies/${slug}/looks/${look.position}"
          >${text("gate:looks.number", { look: look.look, of: look.of })}</a
        >`,
        header: true,
        ...((superseded || t.pastPlans.length > 0) && {
          sub: text(superseded ? "gate:looks.pastPlan" : "gate:looks.plan", { plan: look.plan }),
        }),
      },
      { content: format.date(look.at), ...lateness(language, t, look) },
      { content: outcomeMark(language, look) },
      { content: score, sub, num: true },
      { content: chance, num: true },
      { content: format.number(look.evidence.length), num: true },
      { content: changesText(language, lookChanges(t, look, before)) },
    ],
  };
}

/** A sweep that came late takes the look late, on the evidence of its own date. */
function lateness({ t: text, format }: Language, t: Technology, look: Look): { readonly sub?: string } {
  const planned = planOf(t, look)?.plan.looks[look.look - 1];
  if (planned === undefined || format.isoDay(look.at) === planned) return {};
  return { sub: text("gate:looks.plannedFor", { day: format.date(planned) }) };
}

const planOf = (t: Technology, look: Look) => [...t.pastPlans, t.plan].find((plan) => plan?.number === look.plan);

const glyphs: { readonly [O in Look["verdict"]["outcome"]]: Glyph } = {
  pass: "met",
  fail: "unmet",
  "not-enough-evidence": "unknown",
};

function outcomeMark({ t }: Language, { verdict }: Pick<Look, "verdict">): Html {
  const sign = glyphs[verdict.outcome];
  return html`<strong class="govuk-tag ts-tag ts-tag--${sign}"
    >${glyph(sign)}${t(`words:outcome.${verdict.outcome}`)}</strong
  >`;
}

/** A look that a decision, a stop or a withdrawal left untaken stays untaken, and is said to be. */
function plannedRows(language: Language, t: Technology, today: Day): TableModel["rows"] {
  const { t: text, format } = language;
  const lookedAt = t.stage === "piloting" || t.stage === "evaluating";
  const plans = [...t.pastPlans, ...(t.plan === null ? [] : [t.plan])];
  return plans.flatMap(({ number, plan }) => {
    const taken = t.looks.filter((look) => look.plan === number).length;
    const current = number === t.plan?.number;
    const blank: CellModel = { content: "" };
    return plan.looks.slice(taken).map((day, i) => ({
      cells: [
        {
          content: text("gate:looks.number", { look: taken + i + 1, of: plan.looks.length }),
          header: true,
          ...((!current || t.pastPlans.length > 0) && {
            sub: text(current ? "gate:looks.plan" : "gate:looks.pastPlan", { plan: number }),
          }),
        },
        { content: format.date(day) },
        { content: text(`gate:looks.${current && lookedAt ? (day >= today ? "planned" : "due") : "untaken"}`) },
        blank,
        blank,
        blank,
        blank,
      ],
    }));
  });
}

/** Evidence that came and went between two looks, and what else moved the ground under the later one. */
export function lookChanges(t: Technology, look: Look, before: Look | undefined): LookChanges {
  const ids = ({ evidence }: Look): string[] => evidence.map((reference) => reference.evidence);
  const [now, then] = [ids(look), before === undefined ? [] : ids(before)];
  const isBetween = (at: Instant): boolean => at <= look.at && (before === undefined || at > before.at);
  const amended = planOf(t, look)?.amendments ?? [];
  return {
    added: now.filter((id) => !then.includes(id)),
    gone: then.filter((id) => !now.includes(id)).map((id) => ({ evidence: id, why: whyGone(t.evidence, id, look) })),
    amendments: amended.filter(({ at }) => isBetween(at)).length,
    revealed: [...t.pastEvaluations, t.evaluation].some(
      (evaluation) => evaluation?.revealed != null && isBetween(evaluation.revealed.at),
    ),
    newPlan: before !== undefined && before.plan !== look.plan,
  };
}

function whyGone(evidence: readonly Piece[], id: string, look: Look): Gone["why"] {
  const piece = evidence.find((candidate) => candidate.evidence === id);
  if (piece?.plan !== look.plan) return "plan";
  return piece.state === "withdrawn" ? "withdrawn" : "expired";
}

export function changesText(
  { t, format }: Language,
  { added, gone, amendments, revealed, newPlan }: LookChanges,
): Content {
  const sentences = [
    ...(newPlan ? [t("gate:looks.newPlan")] : []),
    ...(added.length > 0 ? [t("gate:looks.added", { list: format.list(added) })] : []),
    ...(["withdrawn", "expired", "plan"] as const).flatMap((why) => {
      const list = gone.filter((candidate) => candidate.why === why).map(({ evidence }) => evidence);
      return list.length === 0 ? [] : [t(`gate:looks.gone.${why}`, { list: format.list(list) })];
    }),
    ...(revealed ? [t("gate:looks.revealed")] : []),
    ...(amendments > 0 ? [t("gate:looks.amended", { count: amendments })] : []),
  ];
  return sentences.length === 0
    ? t("gate:looks.unchanged")
    : html`${sentences.map((line, i) => html`${i > 0 ? html`<br />` : ""}${line}`)}`;
}
