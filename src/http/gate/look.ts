import type { Request, Response } from "express";
import { firmnessOf, hingesOf, policyOfLook } from "../../application/sensitivity/firmness.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { changesText, lookChanges } from "../say/looks.ts";
import { piecesByDigest } from "../say/marks.ts";
import { verdictModel } from "../say/verdict.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { html } from "../view/html.ts";
import { pathValue } from "../request-values.ts";
import { gateCrumb } from "./gate-parts.ts";
import { firmModel } from "./sensitivity.ts";

/** One look on record: its verdict as it was recorded, what it saw, and how firmly it stands. */
export function lookPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, technology, language, at } = page;
      const position = Number(pathValue(req, "position"));
      const index = technology.looks.findIndex((taken) => taken.position === position);
      const look = technology.looks[index] ?? notFound();
      const { t, format } = language;
      const policy = policyOfLook(services, technology, look);
      const [firmness, hinges] = await Promise.all([
        firmnessOf(services, row.id, technology, look),
        hingesOf(services, row.id, technology, look),
      ]);
      const superseded = look.plan !== technology.plan?.number;
      await renderTechnology(
        res,
        page,
        "pages/gate/look",
        {
          title: t("gate:looks.page", { name: row.name, look: look.look, of: look.of }),
          trail: [gateCrumb(page, "rollout")],
          eyebrow: [
            format.dateTime(look.at),
            t(superseded ? "gate:looks.pastPlan" : "gate:looks.plan", { plan: look.plan }),
            t("gate:record.policy", { version: policy.version }),
            t("ledger:entry.title", { position }),
          ],
          lead: t.html("gate:looks.lead", { outcome: t(`words:outcome.${look.verdict.outcome}`) }),
        },
        {
          verdict: verdictModel(language, policy, look.verdict, { pieces: piecesByDigest(look.evidence) }),
          firm: firmModel({
            language,
            policy,
            firmness,
            hinges,
            kinds: new Map(technology.evidence.map(({ evidence, kind }) => [evidence, kind])),
          }),
          changed: changesText(language, lookChanges(technology, look, technology.looks[index - 1])),
          saw: look.evidence.map(({ evidence, digest }) => ({
            text: html`<a href="${at(`evidence/${evidence}`)}">${evidence}</a> ${kindOf(page, evidence)}
              <span class="mono">${format.digest(digest)}</span>`,
          })),
          entry: `/ledger/${position}`,
          gate: at("gates/rollout"),
        },
      );
    },
  };
}

function kindOf({ technology, language: { t } }: TechnologyPage, id: string): string {
  const piece = technology.evidence.find(({ evidence }) => evidence === id);
  return piece === undefined ? "" : t(`words:kind.${piece.kind}`);
}
