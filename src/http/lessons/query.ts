import type { Request } from "express";
import { endingKinds } from "../../domain/technology/record/endings.ts";
import type { LessonFilter } from "../../projections/lessons/types.ts";
import { queryValue } from "../request-values.ts";

/** What was chosen, as its address says it; "" where nothing was. */
export type Chosen = Readonly<Record<"q" | "ending" | "department" | "learned", string>>;

export function chosenIn(req: Request): Chosen {
  const value = (name: keyof Chosen): string => (queryValue(req, name) ?? "").trim().slice(0, 200);
  return { q: value("q"), ending: value("ending"), department: value("department"), learned: value("learned") };
}

/** What nobody knows is left out: an old link still opens the page. */
export function filterOf({ q, ending, department, learned }: Chosen): LessonFilter {
  const kind = endingKinds.find((known) => known === ending);
  return {
    ...(q !== "" && { search: q }),
    ...(kind !== undefined && { ending: kind }),
    ...(department !== "" && { department }),
    ...((learned === "yes" || learned === "no") && { learned: learned === "yes" }),
  };
}

export function addressOf(chosen: Chosen, after?: string): string {
  const parts = Object.entries({ ...chosen, ...(after !== undefined && { after }) }).filter(
    ([, value]) => value !== "",
  );
  return parts.length === 0 ? "/lessons" : `/lessons?${new URLSearchParams(parts).toString()}`;
}
