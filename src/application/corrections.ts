import type { Reason } from "../domain/words/decision.ts";
import { correctorReasons } from "../domain/technology/record/corrections.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { gatherFacts } from "./facts.ts";
import type { Actor } from "./outcome.ts";
import type { Services } from "./services.ts";

/** Why this person may not correct the entry at a position now; empty where they may. The views must have caught up. */
export function correctionsBy(
  services: Services,
  technology: Technology,
  { id, roles }: Actor,
): (position: number) => readonly Reason[] {
  const facts = gatherFacts(services, { id, roles });
  const entries = new Map(technology.entries.map((entry) => [entry.position, entry]));
  return (position) => {
    const entry = entries.get(position);
    return entry === undefined
      ? [{ code: "EntryUnknown", params: { position } }]
      : correctorReasons(technology, entry, facts);
  };
}
