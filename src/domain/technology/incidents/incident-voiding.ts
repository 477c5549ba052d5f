import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { PersonId } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";
import type { Delivery, Incident } from "../state/incidents.ts";
import { proposerOf } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { incidentOf } from "./incidents.ts";

/**
 * A report that never went out is taken back by whoever entered it, or by whoever has what went wrong among their work. The
 * clock runs again from its same start: nothing that ran out meanwhile is in time because of it.
 */
export function voidDelivery(
  t: Technology,
  { type: _, ...payload }: CommandOf<"VoidIncidentDelivery">,
  f: Facts,
): Decision<TechnologyEvent> {
  const { incident: id, delivery: key, text } = payload;
  const incident = incidentOf(t, id);
  const delivery = incident?.deliveries.find(({ delivery }) => delivery === key);
  const reasons = [
    ...when(incident === undefined, "IncidentUnknown", "incident", { incident: id }),
    ...when(incident !== undefined && delivery === undefined, "DeliveryUnknown", "delivery", { delivery: key }),
    ...when((delivery?.voided ?? null) !== null, "DeliveryVoidedAlready", "delivery", { delivery: key }),
    ...when(delivery !== undefined && !mayVoid(t, delivery, f.actor.id), "DeliveryOfAnother", "delivery"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [{ type: "IncidentDeliveryVoided", schema: 1, payload }]);
}

export const mayVoid = (t: Technology, { by }: Delivery, person: PersonId): boolean =>
  by === person || proposerOf(t) === person;

export const standingDeliveries = ({ deliveries }: Incident): readonly Delivery[] =>
  deliveries.filter(({ voided }) => voided === null);
