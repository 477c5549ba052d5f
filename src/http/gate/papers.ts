import type { Request, Response } from "express";
import type { Gate } from "../../domain/policy/policy.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { Fault } from "../faults.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import type { GateOf } from "./dossier-documents.ts";
import { gateNamed, gateText } from "./dossier-subject.ts";

/** Of one document: a meeting has less, and each is worked out whole. */
const mostGates = 20;
const pageSize = 50;

export const papersPath = "/meeting-papers";

/** `/meeting-papers`: gates that wait for a decision, to choose those of a meeting from; one document of them all. */
export function papersPages(deps: Deps) {
  const { views } = deps.services;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const after = queryValue(req, "after");
      const chosen = chosenGates(req).map(gateText);
      const page = views.portfolio.page({
        decision: "waits",
        sort: "date",
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      const waiting = page.rows.flatMap((row) => (row.gate === null ? [] : [optionOf(deps, language, row, row.gate)]));
      await render(
        res,
        "pages/gate/papers",
        {
          title: t("gate:papers.title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead: t("gate:papers.lead", { most: mostGates }),
        },
        {
          action: papersPath,
          options: [...otherOptions(language, chosen, waiting), ...waiting].map((option) => ({
            ...option,
            chosen: chosen.includes(option.value),
          })),
          pdf: deps.typesetter.available,
          pager: {
            ...(after !== undefined && { previous: { text: t("common:pager.first"), href: papersPath } }),
            ...(page.next !== null && {
              next: {
                text: t("common:pager.next"),
                href: `${papersPath}?${new URLSearchParams({ after: page.next }).toString()}`,
              },
            }),
          },
        },
      );
    },
  };

  /** What the address names and the list of those that wait does not: a gate that was decided, say. */
  function otherOptions(language: Language, chosen: readonly string[], waiting: readonly { readonly value: string }[]) {
    return chosen
      .filter((value) => !waiting.some((option) => option.value === value))
      .flatMap((value) => {
        const gate = gateNamed(value);
        const row = gate === null ? null : views.portfolio.bySlug(gate.slug);
        return row === null || gate === null ? [] : [optionOf(deps, language, row, gate.gate)];
      });
  }
}

/** @throws Fault 400 where none is named, or too many */
export function papersAsked(req: Request) {
  const chosen = chosenGates(req);
  if (chosen.length === 0) throw new Fault(400, "no gate chosen", { key: "gate:papers.none", values: {} });
  if (chosen.length > mostGates)
    throw new Fault(400, "too many gates chosen", { key: "gate:papers.tooMany", values: { most: mostGates } });
  return { gates: chosen, together: true, name: "meeting-papers" };
}

function optionOf({ services }: Deps, language: Language, row: PortfolioRow, gate: Gate) {
  const { t, format } = language;
  return {
    value: gateText({ slug: row.slug, gate }),
    name: row.name,
    gate: t(`words:gate.${gate}`),
    department: departmentName(language, services.views.departments.all(), row.department),
    due: row.gateDue === null ? "" : format.date(row.gateDue),
  };
}

/** Each once, in the order of the address; what names none is left out. */
function chosenGates(req: Request): readonly GateOf[] {
  const typed: unknown = req.query["gate"];
  const values = [typed].flat().filter((value) => typeof value === "string");
  return [...new Set(values)].map(gateNamed).filter((gate) => gate !== null);
}
