import type { BatchKey } from "../../authority/collection-codes.ts";
import { giveOut } from "../collections/issue-codes.ts";
import type { Outcome, TechnologySubmission } from "../outcome.ts";
import type { CommandOf } from "../raw-command.ts";
import type { Services } from "../services.ts";

/** Gives out codes of a poll, for anybody. @param key see giveOut() */
export const issuePollCodes = (
  services: Services,
  submission: TechnologySubmission,
  command: CommandOf<"IssuePollCodes">,
  key: BatchKey,
): Promise<Outcome> =>
  giveOut(services, submission, command, {
    of: { technology: submission.technology, collection: command.consultation },
    audience: { group: null, place: null },
    key,
  });
