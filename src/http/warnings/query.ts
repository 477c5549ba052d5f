import type { Request } from "express";
import { roles } from "../../domain/people/roles.ts";
import type { WarningKind } from "../../domain/technology/warnings.ts";
import type { WarningFilter } from "../../projections/warnings/types.ts";
import type { House } from "../house.ts";
import { queryValue } from "../request-values.ts";
import type { Person } from "../visitor.ts";

/** What was chosen, as its address says it; "" where nothing was. */
export type Chosen = {
  readonly kind: string;
  readonly department: string;
  /** "mine", a role, or a person's id. */
  readonly who: string;
};

export const chosenIn = (req: Request): Chosen => ({
  kind: queryValue(req, "kind") ?? "",
  department: queryValue(req, "department") ?? "",
  who: queryValue(req, "who") ?? "",
});

/** What nobody knows is left out: an old link still opens the page. */
export function filterOf({ kind, department, who }: Chosen, house: House["warnings"], person: Person): WarningFilter {
  const role = roles.find((known) => known === who);
  return {
    ...(house.has(kind as WarningKind) && { kind: kind as WarningKind }),
    ...(department !== "" && { department }),
    ...(who === "mine"
      ? { of: { id: person.id, roles: person.roles } }
      : role !== undefined
        ? { role }
        : who !== "" && { person: who }),
  };
}

export function addressOf(chosen: Chosen, after?: string): string {
  const parts = Object.entries({ ...chosen, ...(after !== undefined && { after }) }).filter(
    ([, value]) => value !== "",
  );
  return parts.length === 0 ? "/warnings" : `/warnings?${new URLSearchParams(parts).toString()}`;
}
