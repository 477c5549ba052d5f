import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology } from "../technology-page.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { gateCrumb, partsOf } from "./gate-parts.ts";
import type { GateParts } from "./gate-parts.ts";
import { settledSaid } from "./settled-said.ts";
import { firmLine } from "./sensitivity-parts.ts";
import { settledSince } from "../../domain/technology/gate/settled-since.ts";
import type { Settled } from "../../domain/technology/gate/settled-since.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import { expertIds, expertsOf } from "./dossier-experts.ts";
import {
  answersDigests,
  answersOf,
  conditionsOf,
  decisionOf,
  costOf,
  dissentOf,
  evidenceOf,
  notesOf,
  verdictOf,
  votesOf,
} from "./dossier-sheet.ts";

/** One sheet from question to votes, as of any position, with what it takes to check it elsewhere. */
export function dossierPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const parts = await partsOf(deps, req, res);
      const { row, view, language, decided, at } = parts;
      const { t, format } = language;
      const { state, policy, gate, facts } = view;
      const words = await wordsFor(services, res, parts.technology, [
        state.proposal.need,
        state.proposal.summary,
        ...(decided === null ? [] : decisionDigests(decided)),
        ...answersDigests(parts),
        ...settledOf(parts).map(({ text }) => text),
      ]);
      const head = await services.ledger.head();
      const dossier = shownOf(parts, { position: head.position, at: head.time ?? facts.now });
      await renderTechnology(
        res,
        parts,
        "pages/gate/dossier",
        {
          title: t("gate:dossier.title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          trail: [gateCrumb(parts, gate)],
          bodyClass: "is-dossier",
          ownHead: true,
        },
        {
          back: at(`gates/${gate}`),
          head: t("gate:dossier.head", {
            subject: `${row.slug}/${gate}`,
            position: dossier.position,
            at: format.dateTime(dossier.at),
          }),
          eyebrow: [
            departmentName(language, services.views.departments.all(), row.department),
            t("words:impactTier", { tier: t(`words:tier.${state.tier}`) }),
            t("gate:record.policy", { version: policy.version }),
          ],
          name: t("gate:title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          question: t(`gate:question.${gate}`),
          summary: textShown(language, words.get(state.proposal.summary)),
          need: textShown(language, words.get(state.proposal.need)),
          ...(await sheetOf(deps, parts, words)),
          root: { label: t("gate:dossier.root", { position: head.position }), digest: head.root },
          ground: view.ground,
          command:
            decided === null
              ? "npm run touchstone -- ledger verify"
              : `npm run touchstone -- decision replay ${decided.position}`,
        },
      );
    },
  };
}

/** What stands on the sheet between its title and its foot. */
async function sheetOf(deps: Deps, parts: GateParts, words: Words) {
  const { view, decided, language } = parts;
  const { t } = language;
  const names = await namesOf(deps, parts);
  return {
    verdict: await verdictOf(parts),
    decision: decisionOf({ ...parts, words, names }),
    experts: expertsOf({ ...parts, services: deps.services, names }),
    settled: settledSaid(language, settledOf(parts), words, names),
    answers: answersOf(parts, words),
    firm: await firmLine(deps.services, parts),
    conditions: conditionsOf(parts),
    dissent: dissentOf(parts),
    notes: notesOf(parts),
    cost: costOf(parts),
    // Once it is decided, nothing on the sheet is a matter of what might be.
    ahead:
      decided === null && view.open
        ? {
            returned: t(`gate:consequence.${view.gate}.return`),
            rejected: t(`gate:consequence.${view.gate}.reject`),
          }
        : null,
    evidence: evidenceOf(parts),
    votes: votesOf(parts),
  };
}

/** What the sheet shows: the past that was asked for, the entry before the decision, or now. */
function shownOf({ asOf, decided, view }: GateParts, now: { readonly position: number; readonly at: string }) {
  if (asOf !== null) return { position: asOf, at: view.facts.now };
  return decided === null ? now : { position: decided.position - 1, at: decided.at };
}

/** Of every decision of this gate up to what is shown: the gate that is asked again says why it is. */
function settledOf({ asOf, technology, view }: GateParts): readonly Settled[] {
  const t = asOf === null ? technology : view.state;
  return t.decisions.filter(({ gate }) => gate === view.gate).flatMap(({ position }) => settledSince(t, position));
}

const decisionDigests = ({ record, conditions }: Decided): readonly string[] => [
  ...record.votes.map(({ reason }) => reason),
  ...conditions.map(({ text }) => text),
];

/** Of those who decided, who own what the approval asks for, who settled and who were asked as experts, whoever they are by now. */
const namesOf = ({ people }: Deps, parts: GateParts): Promise<ReadonlyMap<string, string>> =>
  people.names([
    ...settledOf(parts).map(({ person }) => person),
    ...(parts.decided?.record.votes.map(({ person }) => person) ?? []),
    ...(parts.decided?.conditions.map(({ owner }) => owner) ?? []),
    ...expertIds(parts),
  ]);
