import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { CollectionOf } from "../../authority/collected.ts";
import { consultationIn } from "../../domain/technology/state/consultations.ts";
import type { PollTerms } from "../../domain/technology/state/consultations.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import { handle } from "../handle.ts";
import type { Services } from "../services.ts";
import { systemSubmission } from "../system.ts";
import { technologyTask } from "../technology-task.ts";

/**
 * Counts the polls that have ended. Until then nobody sees how people choose, staff neither; from then on nothing is taken,
 * and the same answers always give the same digest: they stay where they lie.
 *
 * @returns how many entries it made
 */
export async function countPolls(services: Services): Promise<number> {
  await services.views.catchUp();
  let entries = 0;
  for (const { technology, consultation } of services.views.consultations.pollsToCount(services.today())) {
    const of = { technology, collection: consultation };
    try {
      entries += await oneAtATime([`poll ${technology} ${consultation}`], () => countOnce(services, of));
    } catch (error) {
      // One that cannot be counted must not keep the others from it.
      services.log.error({ err: error, technology }, "a poll was not counted");
    }
  }
  return entries;
}

async function countOnce(services: Services, of: CollectionOf): Promise<number> {
  const { collected, views } = services;
  const state = await views.technologyState(of.technology);
  const asked = state === null ? undefined : consultationIn(state, of.collection);
  if (asked === undefined || asked.poll === null || asked.polled !== null) return 0;
  await collected.freeze(of);
  const result = await resultOf(services, of, asked.poll);
  const command = { type: "CountPoll", consultation: of.collection, ...result } as const;
  const outcome = await handle(services, systemSubmission(), technologyTask(of.technology, command));
  return outcome.kind === "accepted" ? outcome.events.length : 0;
}

/** In the order of the answers' ids, which were drawn and say nothing of when they came; read in turns, between which requests come. */
async function resultOf({ collected }: Services, of: CollectionOf, { options }: PollTerms) {
  const counts = options.map(() => 0);
  const hash = createHash("sha256");
  let leftOut = 0;
  let after: string | null = null;
  for (;;) {
    const some = await collected.answers(of, after, inTurn);
    for (const { id, content, leftOut: why } of some) {
      if (content.kind !== "choice") continue;
      hash.update(`${id} ${content.option} ${why ?? "counts"}\n`);
      if (why === null) counts[content.option - 1] = (counts[content.option - 1] ?? 0) + 1;
      else leftOut += 1;
    }
    after = some.at(-1)?.id ?? null;
    if (some.length < inTurn) return { counts, leftOut, digest: hash.digest("hex") };
    await setImmediate();
  }
}

const inTurn = 500;
