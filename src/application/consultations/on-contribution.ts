import type { Contribution, ContributionCommand, ContributionEvent } from "../../domain/contributions/contribution.ts";
import { contributions } from "../../domain/contributions/contribution-stream.ts";
import type { ContributionFacts } from "../../domain/contributions/decide-contribution.ts";
import { foldEntries } from "../../domain/stream.ts";
import type { Envelope } from "../../domain/stream.ts";
import type { JsonObject } from "../../domain/words/json.ts";
import { gatherFacts } from "../facts.ts";
import type { Raw } from "../raw-command.ts";
import { seal } from "../seal.ts";
import type { Services } from "../services.ts";
import type { Task } from "../task.ts";
import { tellOfContributions } from "./count-contributions.ts";

type ContributionTask = Task<ContributionEvent & Envelope, Contribution | null, ContributionCommand, ContributionFacts>;

interface About {
  /** The contribution's id. */
  readonly contribution: string;
  /** The technology's. */
  readonly technology: string;
  /** False where many are handled at a time: whoever does that tells the technology after the last. Absent: true. */
  readonly tells?: boolean;
}

/** Anything that is done with what somebody said in a consultation. */
export const onContribution = (
  { contribution, technology, tells = true }: About,
  command: Raw<ContributionCommand>,
): ContributionTask => ({
  stream: contributions,
  id: contribution,
  bound: { contribution, command: command as unknown as JsonObject },
  exists: command.type !== "ReceiveContribution",
  tooLargeAt: "text",
  facts: async (services, { actor }) => {
    const { now, today, people } = gatherFacts(services, actor);
    return {
      now,
      today,
      people,
      actor,
      dayOf: services.dayOf,
      technology: await services.views.technologyState(technology),
    };
  },
  prepare: (_) => {
    const { value, texts } = seal<ContributionCommand>(command);
    const erasures = value.type === "EraseContributionText" ? { erasures: [value.digest] } : {};
    return Promise.resolve({ command: value, texts, ...erasures });
  },
  after: async (services) => {
    // Which command brought erased words cannot be told from them.
    if (command.type === "EraseContributionText")
      await services.ledger.forgetCommands(contributions.nameOf(contribution));
    else if (tells) await tellOfContributions(services, technology);
  },
});

/** A contribution as it stands, with the version its forms are filled over; null where there is none. */
export async function readContribution(
  { ledger }: Pick<Services, "ledger">,
  contribution: string,
): Promise<{ readonly contribution: Contribution; readonly version: number } | null> {
  const entries = await ledger.readStream(contributions.nameOf(contribution));
  const state = foldEntries(contributions, entries);
  return state === null ? null : { contribution: state, version: entries.length };
}
