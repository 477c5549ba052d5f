import { openSheet } from "../../application/reveal.ts";
import type { Services } from "../../application/services.ts";
import { evaluatorOf } from "../../domain/technology/state/evaluators.ts";
import type { SheetItem } from "../../domain/technology/state/evaluation.ts";
import type { TechnologyPage } from "../technology-page.ts";

/** What the one who reads submitted and nobody else may see yet; nothing once all sheets are revealed. */
export async function ownSheet(
  services: Services,
  { technology, person }: TechnologyPage,
): Promise<readonly SheetItem[]> {
  const own = evaluatorOf(technology, person.id);
  if (own?.state !== "submitted" || technology.evaluation?.revealed !== null) return [];
  return (await openSheet(services, person.id, own.sheet))?.items ?? [];
}
