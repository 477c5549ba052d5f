import type { Request, Response } from "express";
import type { Day } from "../../domain/words/text.ts";
import type { Deps } from "../deps.ts";
import { departmentName } from "../say/department.ts";
import { selectionOf } from "../selection/asked.ts";
import type { Selection } from "../selection/asked.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { radarAsked } from "./asked.ts";
import type { RadarAsked } from "./asked.ts";
import { radarDots } from "./dots.ts";
import type { RadarDots } from "./dots.ts";
import type { radarTable } from "./table.ts";

/** What an address asks for; the dots are looked for where they are needed. */
export interface RadarQuestion {
  readonly language: Language;
  readonly selection: Selection;
  readonly asked: RadarAsked;
  readonly today: Day;
}

/** All that the page, its files and its exports show for it. */
export interface RadarShown extends RadarQuestion {
  readonly radar: RadarDots;
  readonly names: Parameters<typeof radarTable>[2];
}

export function questionFor(deps: Deps, req: Request, res: Response): RadarQuestion {
  const today = deps.services.today();
  return { language: languageOf(res), selection: selectionOf(deps, req, res), asked: radarAsked(req, today), today };
}

export function shownFor({ services: { views } }: Deps, question: RadarQuestion): RadarShown {
  const { language, selection, asked, today } = question;
  const departments = views.departments.all();
  const nameOf = sectorNames(language, (key) => departmentName(language, departments, key));
  const radar = radarDots(views, selection.query, { asked, today, nameOf });
  return { ...question, radar, names: { departments, policy: views.policies.current() } };
}

const sectorNames =
  ({ t }: Language, department: (key: string) => string): Parameters<typeof radarDots>[2]["nameOf"] =>
  (by, key) => {
    switch (by) {
      case "department":
        return department(key);
      case "kind":
        return t(key === "" ? "proposal:kindUnsaid" : `words:technologyKind.${key}`);
      case "tier":
        return t("words:impactTier", { tier: t(`words:tier.${key}`) });
      case "none":
        return "";
    }
  };
