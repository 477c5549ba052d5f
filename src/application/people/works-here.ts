import { hasSeat } from "../../domain/committee/seat.ts";
import type { PersonView } from "../../projections/people.ts";
import type { Services } from "../services.ts";

/** Whether somebody has anything to do here: a role, or a seat on the expert committee. */
export const worksHere = ({ views }: Pick<Services, "views">, { id, roles }: PersonView): boolean =>
  roles.length > 0 || hasSeat(views.committee.seats(), id);
