import { randomBytes } from "node:crypto";
import type { JsonObject } from "../domain/words/json.ts";
import type { ImportedRow } from "../domain/technology/state/imports.ts";
import type { Proposal } from "../domain/technology/state/proposal.ts";
import type { Namesake } from "../domain/technology/state/facts.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { foldEntries } from "../domain/stream.ts";
import { gatherFacts } from "./facts.ts";
import { handle } from "./handle.ts";
import { claimOf, namesakesOf } from "./names.ts";
import type { Outcome, Submission } from "./outcome.ts";
import type { Raw } from "./raw-command.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import { candidate } from "./slug.ts";
import { technologyFrame } from "./technology-task.ts";

export interface ProposeSubmission extends Submission {
  readonly proposal: Raw<Proposal>;
  /** Slug of the ended technology this one takes up again. */
  readonly predecessor: string | null;
  /** The row of a file that it comes from. */
  readonly imported?: Raw<ImportedRow>;
}

/** Begins a technology: the event's stream carries its id, its payload the address it got. */
export async function propose(
  services: Services,
  { proposal, predecessor, imported, ...submission }: ProposeSubmission,
): Promise<Outcome> {
  const id = randomBytes(12).toString("base64url").replaceAll(/[-_]/g, "0");
  for (let attempt = 1; ; attempt += 1) {
    const slug = candidate(proposal.name, attempt);
    // Taken up again under its old name: the old one keeps the address.
    if (slug === predecessor) continue;
    const outcome = await handle(services, submission, {
      ...technologyFrame,
      id,
      bound: {
        proposal: proposal as unknown as JsonObject,
        predecessor,
        ...(imported !== undefined && { imported: imported as unknown as JsonObject }),
      },
      exists: false,
      facts: async () => ({
        ...gatherFacts(services, submission.actor),
        ...(await pastOf(services, predecessor)),
        namesakes: await othersNamed(services, proposal.name, submission.commandId),
      }),
      prepare: async () => {
        const { value, texts } = seal<Begun>({ proposal, ...(imported !== undefined && { imported }) });
        const name = claimOf(proposal.name, namesakesOf(services, proposal.name));
        const command = { type: "Propose", slug, predecessor, ...value } as const;
        return { command, texts, claims: [{ kind: "slug", key: slug }, name] };
      },
    });
    if (!isTaken(outcome)) return outcome;
  }
}

/** What is sealed together: the same words stand behind one digest. */
interface Begun {
  readonly proposal: Proposal;
  readonly imported?: ImportedRow;
}

/** The technology that holds an address, from the ledger's own claims: its stream, or null. */
export const streamOfSlug = ({ ledger }: Pick<Services, "ledger">, slug: string): Promise<string | null> =>
  ledger.claimant("slug", slug);

/** A proposal sent twice is answered by the ledger, and not refused for the name that it took itself. */
async function othersNamed(services: Services, name: string, commandId: string): Promise<readonly Namesake[]> {
  const namesakes = namesakesOf(services, name);
  if (namesakes.length === 0) return [];
  return (await services.ledger.standing("", commandId)).used ? [] : namesakes;
}

async function pastOf(services: Services, slug: string | null): Promise<{ readonly predecessorStage?: string }> {
  const stream = slug === null ? null : await streamOfSlug(services, slug);
  if (stream === null) return {};
  const past = foldEntries(technologies, await services.ledger.readStream(stream));
  return past === null ? {} : { predecessorStage: past.stage };
}

const isTaken = (outcome: Outcome): boolean =>
  outcome.kind === "rejected" &&
  outcome.reasons.some(({ code, params }) => code === "Claimed" && params?.["kind"] === "slug");
