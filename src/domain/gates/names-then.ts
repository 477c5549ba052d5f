import type { Gate, Policy } from "../policy/policy.ts";
import { dayIn } from "../words/calendar-day.ts";
import { zoneOf } from "../technology/state/zone-of.ts";
import type { Stood } from "../technology/state/technology.ts";
import { findingOf } from "./dossier-of.ts";
import type { Thing } from "../technology/state/thing.ts";

/** What a condition named then: as the event says, or worked out from the technology as it was. */
export function namesThen(stood: Stood, key: string, gate: Gate, policy: Policy): readonly Thing[] {
  if (stood.kind === "said") return stood.names;
  const { technology, at } = stood;
  return findingOf(key, gate, technology, policy, { today: dayIn(at, zoneOf(technology)) }).names;
}
