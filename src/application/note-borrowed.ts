import type { Services } from "./services.ts";
import { tellInTurns } from "./tell-in-turns.ts";

const notice = { type: "NoteBorrowed", missed: "a technology was not told of the evidence it took over" } as const;

/**
 * Tells every technology what became of the pieces it took over from others. It may run at any time and any number of
 * times: where all are told it writes nothing.
 *
 * @returns how many entries it made
 */
export async function noteBorrowed(services: Services): Promise<number> {
  const { views } = services;
  await views.catchUp();
  return tellInTurns(services, notice, (limit) => views.sharing.untold(limit));
}

/** After an entry that stands whatever happens here: what cannot be told now is told by the sweep. */
export async function tellBorrowers(services: Services): Promise<void> {
  try {
    await noteBorrowed(services);
  } catch (error) {
    services.log.error({ err: error }, "technologies were not told of the evidence they took over");
  }
}
