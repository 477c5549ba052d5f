import type { Request, Response } from "express";
import { actionsFor, gateView } from "../../application/gate.ts";
import type { GateView } from "../../application/gate.ts";
import { texts } from "../../application/texts.ts";
import type { TextResult } from "../../application/texts.ts";
import type { TechnologyCommandType } from "../../domain/technology/commands.ts";
import type { Decided } from "../../domain/technology/state.ts";
import { gates } from "../../domain/policy/policy.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { FormState } from "../forms/form.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { theTechnology } from "../statement.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, pathValue, personOf, queryValue } from "../visitor.ts";
import type { Person } from "../visitor.ts";
import { conditionsModel } from "./conditions.ts";
import { decisionForm } from "./decision-form.ts";
import { draftModel } from "./draft-model.ts";
import { marginModel } from "./margin.ts";
import { verdictPanel } from "./panel.ts";
import { votesModel } from "./votes.ts";

/** What every part of a gate's page is made from. */
export type GateParts = {
  readonly row: PortfolioRow;
  readonly view: GateView;
  readonly language: Language;
  readonly person: Person;
  readonly open: readonly TechnologyCommandType[];
  readonly words: ReadonlyMap<string, TextResult>;
  readonly names: ReadonlyMap<string, string>;
  readonly asOf: number | null;
  /** The decision that closed this gate, where it is not open again. */
  readonly decided: Decided | null;
  /** Every decision at this gate, oldest first. */
  readonly past: readonly Decided[];
};

/** One gate: verdict, conditions with how to meet them, what changed, the votes, and the decision form. */
export function gatePages(deps: Deps) {
  const { services } = deps;
  return {
    show: (req: Request, res: Response) => showGate(deps, req, res),
    /** From a form of as-of positions to the page as it stood then. */
    async asOf(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const gate = gateOf(req);
      const position = Number(queryValue(req, "asOf"));
      const there = `/technologies/${row.slug}/gates/${gate}`;
      res.redirect(303, Number.isSafeInteger(position) && position > 0 ? `${there}?asOf=${position}` : there);
    },
  };
}

export function gateOf(req: Request): Gate {
  const asked = pathValue(req, "gate");
  return gates.find((gate) => gate === asked) ?? notFound();
}

/** The page, with a form that was refused where there is one. */
export async function showGate(deps: Deps, req: Request, res: Response, form?: FormState): Promise<void> {
  const parts = await partsOf(deps, req, res);
  const { row, view, language, asOf } = parts;
  const { t } = language;
  const address = `/technologies/${row.slug}/gates/${view.gate}`;
  await render(
    res,
    "pages/gate/gate",
    {
      title: t("gate:title", { name: row.name, gate: t(`words:gate.${view.gate}`) }),
      section: "portfolio",
      crumbs: crumbsOf(language, row, view.gate),
      eyebrow: [
        departmentName(language, deps.services.views.departments.all(), row.department),
        t("words:impactTier", { tier: t(`words:tier.${view.state.tier}`) }),
        ...(asOf === null ? [] : [t("gate:asOf", { position: asOf })]),
      ],
      lead: t(`gate:question.${view.gate}`),
      asOfHref: `${address}/as-of`,
      ...(form !== undefined && { form }),
    },
    {
      ...verdictPanel(parts),
      conditions: conditionsModel(parts),
      margin: marginModel(parts),
      votes: votesModel(parts),
      draft: draftModel(parts),
      decision: decisionForm(parts, form),
      dossier: `${address}/dossier${asOf === null ? "" : `?asOf=${asOf}`}`,
      decided: decidedLinks(parts),
    },
  );
}

export async function partsOf({ services, people }: Deps, req: Request, res: Response): Promise<GateParts> {
  const row = await theTechnology(services, req);
  const asked = Number(queryValue(req, "asOf"));
  const asOf = Number.isSafeInteger(asked) && asked > 0 ? asked : null;
  const gate = gateOf(req);
  const now = (await gateView(services, row.id, gate, asOf === null ? {} : { asOf })) ?? notFound();
  const decided =
    asOf === null && !now.open ? (now.state.decisions.findLast((one) => one.gate === gate) ?? null) : null;
  // A gate that was decided shows what lay before the approvers: the last vote stands one entry before the decision.
  const view =
    decided === null ? now : ((await gateView(services, row.id, gate, { asOf: decided.position - 1 })) ?? notFound());
  const person = personOf(res);
  const { state } = view;
  const ballot = state.ballots[view.gate];
  return {
    row,
    view,
    language: languageOf(res),
    person,
    open: asOf === null ? await actionsFor(services, row.id, person) : [],
    words: await texts(services, digestsOf(view)),
    names: await people.names([
      ...view.eligible,
      ...state.recused,
      ...(ballot?.votes.map((vote) => vote.person) ?? []),
      ...(ballot?.draft.map(({ owner }) => owner) ?? []),
      ...state.conditions.map(({ owner }) => owner),
    ]),
    asOf,
    decided,
    past: now.state.decisions.filter((one) => one.gate === gate),
  };
}

export const crumbsOf = ({ t }: Language, row: PortfolioRow, gate: Gate) => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: row.name, href: `/technologies/${row.slug}` },
  { text: t(`words:gate.${gate}`), href: `/technologies/${row.slug}/gates/${gate}` },
];

function digestsOf({ state, gate }: GateView): (string | null)[] {
  const ballot = state.ballots[gate];
  return [
    state.proposal.risks,
    ...(state.plan?.amendments.map(({ reason }) => reason) ?? []),
    ...state.dissents.map(({ text }) => text),
    ...state.waivers.flatMap(({ reason, control }) => [reason, control]),
    ...(ballot?.votes.map(({ reason }) => reason) ?? []),
    ...(ballot?.draft.map(({ text }) => text) ?? []),
    ...state.conditions.map(({ text }) => text),
  ];
}

function decidedLinks({ past, language }: GateParts) {
  const { t, format } = language;
  return past.map(({ outcome, at, position }) => ({
    text: t("gate:decided", { outcome: t(`words:option.${outcome}`), day: format.date(at) }),
    href: `/decisions/${position}`,
  }));
}
