import type { Request, Response } from "express";
import { texts } from "../../application/texts.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { conditionModel } from "../say/condition.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { verdictModel } from "../say/verdict.ts";
import { crumbsOf, partsOf } from "./gate.ts";
import { marginModel } from "./margin.ts";
import { votesModel } from "./votes.ts";

/** One sheet from question to votes, as of any position, with what it takes to check it elsewhere. */
export function dossierPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const parts = await partsOf(deps, req, res);
      const { row, view, language, asOf, decided } = parts;
      const { t, format } = language;
      const { state, policy, gate } = view;
      const words = await texts(services, [state.proposal.need, state.proposal.summary]);
      const head = await services.ledger.head();
      const position = asOf ?? state.position;
      await render(
        res,
        "pages/gate/dossier",
        {
          title: t("gate:dossier.title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          section: "portfolio",
          crumbs: crumbsOf(language, row, gate),
          bodyClass: "is-dossier",
          eyebrow: [
            departmentName(language, services.views.departments.all(), row.department),
            t("words:impactTier", { tier: t(`words:tier.${state.tier}`) }),
            t("gate:record.policy", { version: policy.version }),
            t("gate:asOf", { position }),
          ],
          lead: t(`gate:question.${gate}`),
        },
        {
          summary: textShown(language, words.get(state.proposal.summary)),
          need: textShown(language, words.get(state.proposal.need)),
          verdict:
            gate === "rollout" && view.look !== null ? verdictModel(language, policy, view.look.verdict, []) : null,
          conditions: {
            open: view.conditions.map((condition) => ({
              ...conditionModel(language, policy, condition),
              how: undefined,
            })),
          },
          evidence:
            state.evidence.length === 0
              ? null
              : {
                  caption: t("gate:dossier.evidence"),
                  columns: [
                    { label: t("gate:dossier.piece") },
                    { label: t("gate:dossier.kind") },
                    { label: t("gate:dossier.period") },
                    { label: t("gate:dossier.digest") },
                  ],
                  rows: state.evidence
                    .filter((piece) => piece.state === "in-force")
                    .map((piece) => ({
                      cells: [
                        { content: piece.evidence, header: true },
                        { content: t(`words:kind.${piece.kind}`) },
                        { content: `${format.date(piece.from)} – ${format.date(piece.to)}` },
                        { content: format.digest(piece.digest) },
                      ],
                    })),
                },
          margin: marginModel(parts),
          votes: votesModel(parts),
          facts: [
            { term: t("gate:dossier.root"), value: format.digest(head.root) },
            { term: t("gate:record.ground"), value: format.digest(view.ground) },
          ],
          command:
            decided === null
              ? "npm run touchstone -- ledger verify"
              : `npm run touchstone -- decision replay ${decided.position}`,
        },
      );
    },
  };
}
