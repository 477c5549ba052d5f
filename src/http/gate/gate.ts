import type { Request, Response } from "express";
import type { Day } from "../../domain/words/text.ts";
import type { Deps } from "../deps.ts";
import type { FormState } from "../forms/form.ts";
import { assertedStage } from "../../domain/technology/state/asserted-stage.ts";
import { assertedText } from "../say/asserted.ts";
import { departmentName } from "../say/department.ts";
import { conditionTitle } from "../say/condition.ts";
import { stateHelp } from "../say/help-states.ts";
import { heldModel } from "../say/held.ts";
import { tierTerm } from "../say/term.ts";
import { tag } from "../view/tag.ts";
import { conditionsModel, conditionsTitle } from "./conditions.ts";
import { decisionForm } from "./decision-form.ts";
import { draftModel } from "./draft-model.ts";
import { gateLead } from "./gate-lead.ts";
import { marginModel } from "./margin.ts";
import { proposedOf, stakesOf } from "./stakes.ts";
import { untestedNeeds } from "./untested-needs.ts";
import { verdictPanel } from "./verdict-panel.ts";
import { gateCrumb, partsOf } from "./gate-parts.ts";
import type { GateParts } from "./gate-parts.ts";
import { looksModel } from "../say/looks.ts";
import { explained } from "../say/explained.ts";
import { renderTechnology } from "../technology-page.ts";
import { firmPart } from "./sensitivity-parts.ts";
import { votesModel } from "./votes.ts";

/** One gate: verdict, conditions with how to meet them, what changed, the votes, and the decision form. */
export function gatePages(deps: Deps) {
  return { show: (req: Request, res: Response) => showGate(deps, req, res) };
}

/** The page, with a form that was refused where there is one. */
export async function showGate(deps: Deps, req: Request, res: Response, form?: FormState): Promise<void> {
  const parts = await partsOf(deps, req, res);
  const { row, view, language, asOf, at } = parts;
  const { t } = language;
  const address = at(`gates/${view.gate}`);
  await renderTechnology(
    res,
    parts,
    "pages/gate/gate",
    {
      title: t("gate:title", { name: row.name, gate: t(`words:gate.${view.gate}`) }),
      trail: [gateCrumb(parts, view.gate)],
      eyebrow: [
        departmentName(language, deps.services.views.departments.all(), row.department),
        tierTerm(language, view.state.tier),
        ...assertedText(language, assertedStage(view.state)),
        ...(asOf === null ? [] : [t("gate:asOf", { position: asOf })]),
        ...(view.open && row.gateDue !== null ? [dueText(parts, row.gateDue)] : []),
      ],
      lead: gateLead(parts),
      asOfHref: `${address}/as-of`,
      ...(asOf !== null && { asOf: { position: asOf, at: view.facts.now } }),
      ...(form !== undefined && { form }),
    },
    {
      held: asOf === null && view.open ? heldModel({ ...parts, technology: view.state }) : null,
      ...(await verdictPanel(parts)),
      explained: explained(language),
      stakes: stakesOf(parts),
      proposed: view.gate === "admission" ? { facts: proposedOf(parts), whole: at("proposal") } : null,
      untested: untestedNeeds(parts),
      still: stillOpen(parts),
      quality: view.gate === "rollout" ? `/policy/quality?policy=${view.policy.version}` : null,
      firm: await firmPart(deps.services, parts),
      looks: view.gate === "admission" ? null : looksModel(language, row.slug, view.state, view.facts.today),
      conditions: conditionsModel(parts),
      margin: marginModel(parts),
      votes: votesModel(parts),
      draft: draftModel(parts),
      decision: decisionForm(parts, form),
      dossier: `${address}/dossier${asOf === null ? "" : `?asOf=${asOf}`}`,
      decided: decidedLinks(parts),
      record: parts.decided === null ? null : `/decisions/${parts.decided.position}`,
      now: asOf === null ? null : address,
    },
  );
}

/** The open conditions by name, beside the verdict: why an approval is not open, and where the whole list is. */
function stillOpen({ view, language }: GateParts) {
  const open = view.conditions.filter(({ status }) => status === "unmet" || status === "unknown");
  return {
    title: conditionsTitle(language, view.conditions),
    items: open.map(({ key, status }) => ({
      tag: { ...tag(language.t, status), help: stateHelp("condition", status) },
      title: conditionTitle(language, key),
    })),
  };
}

function decidedLinks({ past, language }: GateParts) {
  const { t, format } = language;
  return past.map(({ outcome, at, position }) => ({
    text: t("gate:decided", { outcome: t(`words:option.${outcome}`), day: format.date(at) }),
    href: `/decisions/${position}`,
  }));
}

/** By when it is to be decided; for how long it should have been, where that day is over. */
function dueText({ language: { t, format }, today }: GateParts, day: Day): string {
  if (day >= today) return t("gate:due", { day: format.date(day) });
  return t("gate:dueLate", { day: format.date(day), due: format.due(day, today) });
}
