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
  ...(lastOneOut.has(command.type) && { after: (services) => revealWhenComplete(services, id) }),
});

/** Whoever leaves may have been the only one the others' sheets were waiting for. */
const lastOneOut: ReadonlySet<RawTechnologyCommand["type"]> = new Set(["ReleaseEvaluator", "DeclareInterest"]);
