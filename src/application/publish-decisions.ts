import { addDays } from "../domain/words/days.ts";
import type { Services } from "./services.ts";
import { tellInTurns } from "./tell-in-turns.ts";

const notice = { type: "PublishDecisions", missed: "a technology's decisions were not told outside" } as const;

/**
 * Tells outside what the newest policy lets be told by now. It may run at any time and any number of times; while no
 * administrator has opened the pages it tells nothing.
 *
 * @returns how many entries it made
 */
export async function publishDecisions(services: Services): Promise<number> {
  const { views } = services;
  await views.catchUp();
  if (!views.outside.isOpen("pages")) return 0;
  const { from, embargoDays } = views.policies.current().safeguards.publishing;
  const upTo = addDays(services.today(), -embargoDays);
  return tellInTurns(services, notice, (limit) => views.publications.due({ from, upTo, limit }));
}
