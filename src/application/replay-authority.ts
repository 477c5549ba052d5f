import type { LedgerEvent } from "../ledger/port.ts";
import { committeeStream } from "../domain/committee/committee-stream.ts";
import { personStream } from "../domain/people/streams.ts";
import { Authority } from "./authority.ts";
import type { ReplayFinding } from "./replay-types.ts";
import type { Services } from "./services.ts";

/**
 * Entries up to the decision that were not their actor's to make: the technology's own, and those that gave the people
 * who acted here their roles.
 */
export async function checkAuthority(
  { ledger }: Pick<Services, "ledger">,
  stream: string,
  actors: readonly string[],
  upTo: number,
): Promise<ReplayFinding[]> {
  const authority = new Authority();
  const own = new Set([stream, ...actors.map(personStream)]);
  const streams = new Set([...own, committeeStream, ...(await rolesStreams(ledger, [...own, committeeStream]))]);
  const all = await Promise.all([...streams].map((stream) => ledger.readStream(stream, { upTo })));
  return all
    .flat()
    .toSorted((a, b) => a.position - b.position)
    .map((event) => ({ event, fault: authority.see(event) }))
    .flatMap(({ event, fault }) =>
      fault === null || fault === "unknown" || !own.has(event.stream) ? [] : [findingAt(event, fault.message)],
    );
}

/**
 * Whose roles decide about the entries of these streams: all who made one, and every office that ever named a deputy.
 * A house has thousands of people, of whom few acted here.
 */
async function rolesStreams(
  ledger: Pick<Services["ledger"], "actorsOf" | "streamsWith">,
  streams: readonly string[],
): Promise<readonly string[]> {
  const actors = await Promise.all(streams.map((stream) => ledger.actorsOf(stream)));
  return [...actors.flat().map(personStream), ...(await ledger.streamsWith("DeputyNamed"))];
}

const findingAt = ({ position, actor, role }: LedgerEvent, message: string): ReplayFinding => ({
  where: `entry ${position}`,
  recorded: `${actor}, ${role}`,
  recomputed: message,
  cause: "authority",
});
