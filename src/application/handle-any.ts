import type { JsonObject } from "../domain/words/json.ts";
import type { TechnologyCommand } from "../domain/technology/state/commands.ts";
import { decide, fold } from "../domain/technology/decide.ts";
import { asTechnologyEvent, technologyStream } from "../projections/known.ts";
import { gatherFacts } from "./facts.ts";
import { knownTexts } from "./known-texts.ts";
import type { Outcome, Submission } from "./outcome.ts";
import type { Raw } from "./raw.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import { submit } from "./submit.ts";

export interface TechnologySubmission extends Submission {
  /** Technology id, not its slug. */
  readonly technology: string;
}

/** Any command on a technology that exists, those too that only use cases give: load, decide, append. */
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
