import { sha256 } from "../../domain/words/digest.ts";
import { codeOf, hashOfCode } from "../../authority/collection-codes.ts";
import type { BatchKey } from "../../authority/collection-codes.ts";
import type { Audience, CollectionOf } from "../../authority/collected.ts";
import { handle } from "../handle.ts";
import type { Outcome, TechnologySubmission } from "../outcome.ts";
import type { CommandOf } from "../raw-command.ts";
import type { Services } from "../services.ts";
import { technologyTask } from "../technology-task.ts";

/** Gives out codes of a collection. @param key see giveOut() */
export const issueCodes = (
  services: Services,
  submission: TechnologySubmission,
  command: CommandOf<"IssueCodes">,
  key: BatchKey,
): Promise<Outcome> =>
  giveOut(services, submission, command, {
    of: { technology: submission.technology, collection: command.collection },
    audience: { group: command.group, place: command.place },
    key,
  });

/** What codes are given out for, and to whom. */
interface Giving {
  readonly of: CollectionOf;
  readonly audience: Audience;
  /** Drawn with the form, so that a form sent twice gives the same codes. */
  readonly key: BatchKey;
}

/**
 * Gives out codes. Their hashes are in place before the entry that counts them; the codes themselves are made from the key, which
 * whoever asked keeps.
 */
export async function giveOut(
  services: Services,
  submission: TechnologySubmission,
  command: CommandOf<"IssueCodes" | "IssuePollCodes">,
  { of, audience, key }: Giving,
): Promise<Outcome> {
  const placed: string[] = [];
  const task = technologyTask(of.technology, command);
  const outcome = await handle(services, submission, {
    ...task,
    bound: { ...task.bound, key: sha256(key) },
    place: async ([event]) => {
      if (event?.type !== "CodesIssued" && event?.type !== "PollCodesIssued") return;
      const hashes = codesIn(of, key, command.count).map(hashOfCode);
      placed.push(...hashes);
      await services.collected.addCodes(of, event.payload.batch, audience, hashes);
    },
  });
  // They were put in place for an entry that did not come to be.
  if (outcome.kind !== "accepted" && outcome.kind !== "repeated") await services.collected.dropCodes(placed);
  return outcome;
}

/** The codes of a batch, in their order. */
export const codesIn = (of: CollectionOf, key: BatchKey, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => codeOf(keyFor(of, key), at + 1));

/** One key never gives the same codes twice. */
const keyFor = ({ technology, collection }: CollectionOf, key: BatchKey): BatchKey =>
  `${key} ${technology} ${collection}`;
