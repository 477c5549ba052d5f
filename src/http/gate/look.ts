import type { Request, Response } from "express";
import { firmnessOf, hingesOf, policyOfLook } from "../../application/sensitivity/firmness.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { changesText, lookChanges } from "../say/looks.ts";
import { piecesByDigest } from "../say/marks.ts";
import { verdictModel } from "../say/verdict.ts";
import { theTechnology } from "../technology-page.ts";
import { html } from "../view/html.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { crumbsOf } from "./gate-parts.ts";
import { firmModel } from "./sensitivity.ts";

/** One look on record: its verdict as it was recorded, what it saw, and how firmly it stands. */
export function lookPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const technology = (await services.views.technologyState(row.id)) ?? notFound();
      const position = Number(pathValue(req, "position"));
      const index = technology.looks.findIndex((one) => one.position === position);
      const look = technology.looks[index] ?? notFound();
      const language = languageOf(res);
      const { t, format } = language;
      const policy = policyOfLook(services, technology, look);
      const [firmness, hinges] = await Promise.all([
        firmnessOf(services, row.id, technology, look),
        hingesOf(services, row.id, technology, look),
      ]);
      const superseded = look.plan !== technology.plan?.number;
      await render(
        res,
        "pages/gate/look",
        {
          title: t("gate:looks.page", { name: row.name, look: look.look, of: look.of }),
          section: "portfolio",
          crumbs: crumbsOf(language, row, "rollout"),
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
            text: html`<a href="/technologies/${row.slug}/evidence/${evidence}">${evidence}</a> ${kindOf(evidence)}
              <span class="mono">${format.digest(digest)}</span>`,
          })),
          entry: `/ledger/${position}`,
          gate: `/technologies/${row.slug}/gates/rollout`,
        },
      );

      function kindOf(id: string): string {
        const piece = technology.evidence.find(({ evidence }) => evidence === id);
        return piece === undefined ? "" : t(`words:kind.${piece.kind}`);
      }
    },
  };
}
