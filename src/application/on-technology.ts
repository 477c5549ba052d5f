import { tellBorrowers } from "./note-borrowed.ts";
import type { RawTechnologyCommand } from "./raw-command.ts";
import { revealWhenComplete } from "./reveal.ts";
import { technologyTask } from "./technology-task.ts";
import type { TechnologyTask } from "./technology-task.ts";

/**
 * Any command a person may give on a technology that exists.
 *
 * @param id not its slug.
 */
export const onTechnology = (id: string, command: RawTechnologyCommand): TechnologyTask => ({
  ...technologyTask(id, command),
  ...(movesEvidence.has(command.type) && { after: tellBorrowers }),
  ...(lastOneOut.has(command.type) && { after: (services) => revealWhenComplete(services, id) }),
});

/** Those who took a piece over are told at once; whoever was missed is told by the sweep. */
const movesEvidence: ReadonlySet<RawTechnologyCommand["type"]> = new Set(["WithdrawEvidence", "OfferEvidence"]);

/** Whoever leaves may have been the only one the others' sheets were waiting for. */
const lastOneOut: ReadonlySet<RawTechnologyCommand["type"]> = new Set(["ReleaseEvaluator", "DeclareInterest"]);
