import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** Before or after it was told: what is withheld is named as withheld, with its ground. */
export function withholdPublicPart(
  t: Technology,
  { part, ground }: CommandOf<"WithholdPublicPart">,
): Decision<TechnologyEvent> {
  const standing = t.withheldParts.find((withheld) => withheld.part === part);
  const reasons = when(standing?.ground === ground, "PublicPartWithheldAlready", "part");
  return unless(reasons, () => [{ type: "PublicPartWithheld", schema: 1, payload: { part, ground } }]);
}

export function releasePublicPart(t: Technology, { part }: CommandOf<"ReleasePublicPart">): Decision<TechnologyEvent> {
  const reasons = when(!t.withheldParts.some((withheld) => withheld.part === part), "PublicPartNotWithheld", "part");
  return unless(reasons, () => [{ type: "PublicPartReleased", schema: 1, payload: { part } }]);
}
