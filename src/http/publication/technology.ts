import type { Request, Response } from "express";
import { texts } from "../../application/texts.ts";
import type { PublicPart } from "../../domain/policy/safeguards/publishing.ts";
import { takesMessages } from "../../domain/technology/state/feedback.ts";
import type { WrittenPart } from "../../domain/technology/state/publication.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { renderOutside } from "../outside/page.ts";
import { strangerFor, strangerOf } from "../outside/stranger.ts";
import type { Stranger } from "../outside/stranger.ts";
import { pathValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import { daysOfRow, outsideTag } from "../say/consultation-outside.ts";
import { messagesOwed } from "../say/messages-owed.ts";
import { named } from "../say/named.ts";
import { technologyPage } from "../technology-page.ts";
import { conditionList, decisionList, nextList } from "./decisions.ts";
import { evidenceModel } from "./evidence.ts";
import { feedsOf } from "../outside/feeds.ts";
import { partModel } from "./parts.ts";
import type { PartModel } from "./parts.ts";
import { recordModel, textsOfRecord, toldRecord } from "./record.ts";
import { toldOf } from "./told.ts";
import type { PublicView } from "./told.ts";

type Subject = { readonly id: string; readonly slug: string; readonly name: string; readonly department: string };

/** `/public/technologies/:slug`: what anybody may know of one technology. */
export const technologyOutside =
  (deps: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const { views } = deps.services;
    const row = views.publications.bySlug(pathValue(req, "slug")) ?? notFound();
    const view = (await toldOf(deps.services, row.technology)) ?? notFound();
    await show(deps, res, strangerOf(res), { ...row, id: row.technology }, view, false);
  };

/** `/technologies/:slug/publication/preview`: the same page for whoever works here, as if everything were told. */
export const previewPage =
  (deps: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const { row } = await technologyPage(deps.services, req, res);
    const view = (await toldOf(deps.services, row.id, true)) ?? notFound();
    await show(deps, res, strangerFor(deps, req), row, view, true);
  };

async function show(
  deps: Deps,
  res: Response,
  stranger: Stranger,
  { id, slug, name, department }: Subject,
  view: PublicView,
  preview: boolean,
): Promise<void> {
  const { services } = deps;
  const { language, to, hasPages } = stranger;
  const { t, format } = language;
  // A preview before the pages are open leads to none of them.
  const feed = hasPages ? { atom: to("/public/feed.atom"), json: to("/public/feed.json") } : null;
  const newest = view.decisions.at(-1);
  renderOutside(
    res,
    "pages/publication/technology",
    {
      title: name,
      crumbs: hasPages ? [{ text: t("publication:list.title"), href: to("/public") }] : [],
      eyebrow: [departmentName(language, services.views.departments.all(), department)],
      lead: t(`publication:stage.${stageOf(view)}`),
      shared: !preview,
      feeds: hasPages ? feedsOf(stranger) : [],
      ...(preview && { preview: t("publication:preview", { untold: untoldOf(view) }) }),
    },
    {
      ...(await contentOf(deps, stranger, view)),
      since: newest === undefined ? null : t("publication:since", { day: format.date(newest.record.today) }),
      contact: named(language, services.views.policies.current().safeguards.publishing.contact),
      feedback: feedbackOf(services, stranger, { id, slug }, view),
      consultations: consultationsOf(services, stranger, { id, slug }),
      proof:
        preview || view.publication.published.length === 0
          ? null
          : { href: `/public/technologies/${slug}/proof.json`, program: to("/public/verify") },
      feed,
    },
    stranger,
  );
}

/** Where anybody writes about it while it is in use, and how they are answered. */
function feedbackOf(
  { views, today }: Deps["services"],
  { to, language: { t } }: Stranger,
  { id, slug }: Pick<Subject, "id" | "slug">,
  { state }: PublicView,
) {
  if (!takesMessages(state) || !views.outside.isOpen("feedback")) return null;
  return { href: to(`/public/feedback/${slug}`), standing: messagesOwed(t, views.feedback.sum(id, today())) };
}

/** What the public was asked about it, the newest first; empty while that door is shut. */
function consultationsOf(
  { views, today }: Deps["services"],
  { to, language }: Stranger,
  { id, slug }: Pick<Subject, "id" | "slug">,
) {
  if (!views.outside.isOpen("consultations")) return [];
  const { items } = views.consultations.list({ state: null, technology: id, after: null, limit: mostConsultations });
  return items.map((row) => ({
    title: row.title,
    href: to(`/public/consultations/${slug}/${row.consultation}`),
    tag: outsideTag(language, daysOfRow(row), today()),
  }));
}

/** Older ones stand in the list of all. */
const mostConsultations = 20;

const untoldOf = ({ decisions, publication }: PublicView): number => decisions.length - publication.published.length;

/** The stage, or what matters more about it. */
function stageOf({ state }: PublicView): string {
  const { stage, rollout } = state;
  if (stage === "rolling-out" && rollout?.hold != null) return "held";
  if (stage === "evaluating" && rollout?.waves.some((wave) => wave.state === "rolled-back") === true)
    return "rolled-back";
  return stage;
}

const written: { readonly [P in PublicPart]: WrittenPart | null } = {
  purpose: "purpose",
  tried: "tried",
  evidence: null,
  reasons: "reasons",
  conditions: "conditions",
  next: "next",
  algorithm: null,
};

async function contentOf(deps: Deps, { language }: Stranger, view: PublicView) {
  const { services } = deps;
  const { views } = services;
  const { parts } = views.policies.current().safeguards.publishing;
  const today = services.today();
  const fields = toldRecord(view, views.policies.pinnedBy(view.state.plan, view.state.tier), today);
  const open = new Set([
    ...(view.publication.publicStatement?.texts.map(({ text }) => text) ?? []),
    ...textsOfRecord(fields),
  ]);
  // Whatever else a ledger holds, no other words are ever looked up for people outside.
  const words = await texts(services, { all: false, may: (digest) => open.has(digest) }, open);
  /** Null where the policy does not tell it; with nothing beside its ground where it is withheld. */
  function part<T>(id: PublicPart, make: () => T): (PartModel & { readonly facts: T | null }) | null {
    if (!parts[id]) return null;
    const model = partModel(language, view, id, words, written[id]);
    return { ...model, facts: model.withheld === null ? make() : null };
  }
  return {
    purpose: part("purpose", () => null),
    tried: part("tried", () => triedText(language, view)),
    evidence: part("evidence", () =>
      evidenceModel(language, (version) => views.policies.version(version) ?? views.policies.current(), view),
    ),
    decisions: decisionList(services, language, view),
    reasons: part("reasons", () => null),
    conditions: part("conditions", () => conditionList(language, view, today)),
    next: part("next", () => nextList(language, view, today)),
    algorithm: fields.length === 0 ? null : part("algorithm", () => recordModel(deps, language, view, fields, words)),
  };
}

function triedText({ t, format }: Stranger["language"], { state }: PublicView): string | null {
  const plan = state.plan ?? state.pastPlans.at(-1) ?? null;
  if (plan === null) return null;
  const { siteCount, days, startsOn } = plan.plan;
  return t(plan.openedOn === null ? "publication:tried.planned" : "publication:tried.opened", {
    count: siteCount,
    days: format.days(days),
    day: format.date(plan.openedOn ?? startsOn),
  });
}
