import { handleAny } from "./handle-any.ts";
import type { TechnologySubmission } from "./handle-any.ts";
import type { Outcome } from "./outcome.ts";
import type { RawTechnologyCommand } from "./raw.ts";
import { revealWhenComplete } from "./reveal.ts";
import type { Services } from "./services.ts";

/** Any command a person may give on a technology that exists. */
export async function handle(
  services: Services,
  { technology, command, ...submission }: TechnologySubmission & { readonly command: RawTechnologyCommand },
): Promise<Outcome> {
  const outcome = await handleAny(services, { ...submission, technology, command: command });
  if (outcome.kind === "accepted" && lastOneOut.has(command.type)) await revealWhenComplete(services, technology);
  return outcome;
}

/** Whoever leaves may have been the only one the others' sheets were waiting for. */
const lastOneOut: ReadonlySet<RawTechnologyCommand["type"]> = new Set(["ReleaseEvaluator", "DeclareInterest"]);
