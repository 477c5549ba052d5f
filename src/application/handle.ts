import type { JsonObject } from "../domain/json.ts";
import type { TechnologyCommand } from "../domain/technology/commands.ts";
import { decide, fold } from "../domain/technology/technology.ts";
import { asTechnologyEvent, technologyStream } from "../projections/known.ts";
import { gatherFacts } from "./facts.ts";
import { knownTexts } from "./knownTexts.ts";
import type { Outcome, Submission } from "./outcome.ts";
import type { Raw, RawTechnologyCommand } from "./raw.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import { submit } from "./submit.ts";

export interface TechnologySubmission extends Submission {
  /** Technology id, not its slug. */
  readonly technology: string;
}

/** Any command on a technology that exists: load, decide, append. */
export function handle(
  services: Services,
  { technology, command, ...submission }: TechnologySubmission & { readonly command: RawTechnologyCommand },
): Promise<Outcome> {
  return handleAny(services, { ...submission, technology, command: command as Raw<TechnologyCommand> });
}

/** The same for commands that only use cases give: what they put in has been checked by them. */
export async function handleAny(
  services: Services,
  { technology, command, ...submission }: TechnologySubmission & { readonly command: Raw<TechnologyCommand> },
): Promise<Outcome> {
  await services.views.catchUp();
  return submit(services, submission, {
    stream: technologyStream(technology),
    command: { technology, command: command as unknown as JsonObject },
    exists: true,
    decide: async (past) => {
      const state = fold(past.map(asTechnologyEvent));
      const { value, texts } = seal<TechnologyCommand>(command, await knownTexts(services.ledger, state, command.type));
      return { decision: decide(state, value, gatherFacts(services, submission.actor)), texts };
    },
  });
}
