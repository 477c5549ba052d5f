import type { GateView } from "../../application/gate.ts";
import type { Deps } from "../deps.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Html } from "../view/html.ts";
import { criteriaFigure } from "./criteria.ts";
import { recentEntries } from "./entries.ts";
import { decidedNotes, demandFacts } from "./margin.ts";
import { nextOf } from "./next-gate.ts";
import { stepsOf } from "./steps.ts";

const entriesShown = 6;

/**
 * What a technology's page says to everybody who sees it, written out once. Nothing that people wrote and no names are
 * in it: those are withheld from some, and erased. It is a function of the technology's state and row, of its policy,
 * the language and the day; what was decided, and what it follows, stand in other rows, so that they go by all lists.
 */
export function keptParts(deps: Deps, page: TechnologyPage, gate: GateView | null) {
  const { services, templates, fragments, house } = deps;
  const { row, technology, policy, language, today } = page;
  const { locale } = language;
  const { timeline, decisions } = services.views;
  const part = (name: string, model: object): Html => templates.part(name, locale, model);
  const named = `${row.id} ${technology.version} ${policy.version} ${locale} ${today} ${gate?.facts.today ?? ""}`;
  const face = `${named} ${JSON.stringify(row)}`;
  return {
    steps: fragments.of(`technology steps ${face}`, () => part("components/steps", stepsOf(page))),
    ahead: fragments.of(`technology ahead ${face}`, () => part("pages/technology/ahead", nextOf(page, gate))),
    standing: fragments.of(`technology standing ${face}`, () =>
      part("pages/technology/standing", {
        criteria: criteriaFigure(page),
        history: recentEntries(
          house.tellings,
          language,
          policy,
          timeline.page({ technology: row.id, limit: entriesShown }),
          row.slug,
        ),
      }),
    ),
    demand: fragments.of(`technology demand ${named}`, () =>
      part("pages/technology/demand", { demand: demandFacts(page) }),
    ),
    decided: fragments.of(`technology decided ${named} ${services.views.edition()}`, () => {
      const notes = decidedNotes(page, services.views.portfolio, decisions.of(row.id));
      return part("pages/technology/decided", notes);
    }),
  };
}
