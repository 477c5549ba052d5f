import { seatOn } from "../domain/committee/seat.ts";
import type { Role } from "../domain/people/roles.ts";
import { neverAdvising } from "../domain/technology/committee/may-advise.ts";
import { isExpert } from "../domain/technology/state/committee.ts";
import { technologyOf } from "../domain/technology/streams.ts";
import type { PersonId } from "../domain/words/text.ts";
import { streamOfSlug } from "./propose.ts";
import type { Services } from "./services.ts";

/** Whether a person was ever asked about a technology as an expert; what they may read of it, `mayRead` says. */
export async function wasAskedAbout(services: Services, slug: string, person: PersonId): Promise<boolean> {
  const stream = await streamOfSlug(services, slug);
  const id = stream === null ? null : technologyOf(stream);
  const technology = id === null ? null : await services.views.technologyState(id);
  return technology !== null && isExpert(technology, person);
}

/** Whether a person with these roles is on the expert committee today, and holds no office that bars its holder from advising. */
export const advisesToday = (
  { views, today }: Pick<Services, "views" | "today">,
  person: PersonId,
  roles: readonly Role[],
): boolean =>
  seatOn(views.committee.seats(), person, today()) !== null && !roles.some((role) => neverAdvising.includes(role));
