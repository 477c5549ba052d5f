import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology } from "../technology-page.ts";
import { wordsFor } from "../private-words.ts";
import { gateCrumb, partsOf } from "./gate-parts.ts";
import type { GateParts } from "./gate-parts.ts";
import { firmLine } from "./sensitivity-parts.ts";
import { conditionsOf, costOf, dissentOf, evidenceOf, notesOf, verdictOf, votesOf } from "./dossier-sheet.ts";

/** One sheet from question to votes, as of any position, with what it takes to check it elsewhere. */
export function dossierPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const parts = await partsOf(deps, req, res);
      const { row, view, language, decided, at } = parts;
      const { t, format } = language;
      const { state, policy, gate, facts } = view;
      const words = await wordsFor(services, res, parts.technology, [state.proposal.need, state.proposal.summary]);
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
          verdict: verdictOf(parts),
          firm: await firmLine(services, parts),
          conditions: conditionsOf(parts),
          dissent: dissentOf(parts),
          notes: notesOf(parts),
          cost: costOf(parts),
          returned: t(`gate:consequence.${gate}.return`),
          rejected: t(`gate:consequence.${gate}.reject`),
          evidence: evidenceOf(parts),
          votes: votesOf(parts),
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

/** What the sheet shows: the past that was asked for, the entry before the decision, or now. */
function shownOf({ asOf, decided, view }: GateParts, now: { readonly position: number; readonly at: string }) {
  if (asOf !== null) return { position: asOf, at: view.facts.now };
  return decided === null ? now : { position: decided.position - 1, at: decided.at };
}
