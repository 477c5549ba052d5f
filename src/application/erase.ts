import { randomUUID } from "node:crypto";
import type { JsonObject } from "../domain/words/json.ts";
import { technologyOf, technologyStream } from "../domain/technology/streams.ts";
import { handle } from "./handle.ts";
import type { Outcome, Submission, TechnologySubmission } from "./outcome.ts";
import { rememberedToo } from "./piece-mapping.ts";
import type { CommandOf, Raw, RawText } from "./raw-command.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import { technologyFrame, technologyTask } from "./technology-task.ts";

/** Removes a private text for good on a legal ground; the event that says so and the removal are one commit. */
export async function eraseText(
  services: Services,
  {
    technology,
    digest,
    ground,
    ...submission
  }: TechnologySubmission & { readonly digest: string; readonly ground: RawText },
): Promise<Outcome> {
  const state = await services.views.technologyState(technology);
  const forget = state && (await rememberedToo(services, state, ({ mappingText }) => mappingText === digest));
  const command = { type: "EraseText", digest, ground } as const;
  const outcome = await handle(services, submission, {
    ...technologyFrame,
    id: technology,
    bound: { technology, command: command as unknown as JsonObject },
    prepare: async () => {
      const { value, texts } = seal<CommandOf<"EraseText">>(command);
      return { command: value, texts, erasures: [digest] };
    },
  });
  if (outcome.kind === "accepted" || outcome.kind === "repeated") {
    await forget?.();
    // Which commands brought the words cannot always be told (comments in a score sheet), so those of the whole stream go.
    await services.ledger.forgetCommands(technologyStream(technology));
  }
  return outcome;
}

/**
 * Removes a file of a piece for good. The event comes first: where the removal then fails, the sweep finds a file
 * that should be gone, while the other way round a file would be missing without a word on record.
 */
export async function eraseFile(
  services: Services,
  { technology, evidence, digest, ground, ...submission }: EraseFileSubmission,
): Promise<Outcome> {
  const command: Raw<CommandOf<"EraseFile">> = { type: "EraseFile", digest, evidence, ground };
  await eraseElsewhere(services, technology, command, submission);
  const outcome = await handle(services, submission, technologyTask(technology, command));
  if (outcome.kind === "accepted" || outcome.kind === "repeated") await services.vault.erase(digest);
  return outcome;
}

/** The vault holds equal files once: other pieces that rest on this one lose it too, and their records say so first. */
async function eraseElsewhere(
  services: Services,
  technology: string,
  command: Raw<CommandOf<"EraseFile">>,
  submission: Submission,
): Promise<void> {
  const { expectedVersion: _own, ...rest } = submission;
  for (const stream of await services.ledger.streamsNaming(command.digest, namingFiles)) {
    const other = technologyOf(stream);
    const state = other === null || other === technology ? null : await services.views.technologyState(other);
    if (other === null || state === null || state.erased.includes(command.digest)) continue;
    const piece = state.evidence.find(({ files }) => files.some(({ digest }) => digest === command.digest));
    if (piece === undefined) continue;
    const also = { ...command, evidence: piece.evidence };
    await handle(services, { ...rest, commandId: randomUUID() }, technologyTask(other, also));
  }
}

/** Entries that may hold the digest of a file. */
const namingFiles = ["EvidenceAttached", "EntryWithheld"];

interface EraseFileSubmission extends TechnologySubmission {
  readonly evidence: string;
  readonly digest: string;
  readonly ground: RawText;
}

/** Erased files that are still in the vault, because the machine stopped between the event and the removal. */
export async function finishErasures({ views, vault }: Services): Promise<number> {
  let removed = 0;
  for (const digest of await views.erasedFiles((digest) => vault.has(digest)))
    if (await vault.erase(digest)) removed += 1;
  return removed;
}
