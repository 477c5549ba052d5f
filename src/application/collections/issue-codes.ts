import { sha256 } from "../../domain/words/digest.ts";
import { codeOf, hashOfCode } from "../../authority/collection-codes.ts";
import type { BatchKey } from "../../authority/collection-codes.ts";
import type { CollectionOf } from "../../authority/collected.ts";
import { handle } from "../handle.ts";
import type { Outcome, TechnologySubmission } from "../outcome.ts";
import type { CommandOf } from "../raw-command.ts";
import type { Services } from "../services.ts";
import { technologyTask } from "../technology-task.ts";

/**
 * Gives out codes. Their hashes are in place before the entry that counts them; the codes themselves are made from the key, which
 * whoever asked keeps.
 *
 * @param key drawn with the form, so that a form sent twice gives the same codes
 */
export async function issueCodes(
  services: Services,
  submission: TechnologySubmission,
  command: CommandOf<"IssueCodes">,
  key: BatchKey,
): Promise<Outcome> {
  const { technology } = submission;
  const { collection, count, group, place } = command;
  const of = { technology, collection };
  const placed: string[] = [];
  const task = technologyTask(technology, command);
  const outcome = await handle(services, submission, {
    ...task,
    bound: { ...task.bound, key: sha256(key) },
    place: async ([event]) => {
      if (event?.type !== "CodesIssued") return;
      const hashes = codesIn(of, key, count).map(hashOfCode);
      placed.push(...hashes);
      await services.collected.addCodes(of, event.payload.batch, { group, place }, hashes);
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
