import { isBefore, isDay } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Represented } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import { mayConsult } from "../state/may-consult.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { titleLength } from "../state/title-length.ts";
import { consultationLimits } from "./limits.ts";
import { beingHeard, onConsultation } from "./on-consultation.ts";
import { readable } from "./terms.ts";

/** Who was heard and what was said; entered again until all of it is answered, and what stood before stays on record. */
export const minuteHearing = (t: Technology, c: CommandOf<"MinuteHearing">, f: Facts): Decision<TechnologyEvent> =>
  onConsultation(t, c.consultation, (asking) => {
    const { consultation, heldOn, groups, minutes } = c;
    const piece = c.document === null ? undefined : readable(t, c.document);
    const isHeld = isDay(heldOn);
    const reasons = [
      ...mayConsult(t, f.actor.id, f),
      ...when(asking.kind !== "hearing", "NoHearing"),
      ...beingHeard(asking, f),
      ...when(!isHeld, "DayMalformed", "heldOn"),
      ...when(isHeld && isBefore(f.today, heldOn), "HearingAhead", "heldOn"),
      ...when(isHeld && isBefore(heldOn, asking.closesOn), "HearingHeldEarlier", "heldOn", {
        closesOn: asking.closesOn,
      }),
      ...groupReasons(groups),
      ...when(minutes === null && c.document === null, "MinutesMissing", "minutes"),
      ...(minutes === null ? [] : required(minutes, "minutes")),
      ...when(c.document !== null && piece === undefined, "ConsultationPaperUnknown", "document", {
        evidence: c.document ?? "",
      }),
    ];
    const document = piece === undefined ? null : { evidence: piece.evidence, digest: piece.digest };
    return unless(reasons, () => [
      { type: "HearingMinuted", schema: 1, payload: { consultation, heldOn, groups, minutes, document } },
    ]);
  });

function groupReasons(groups: readonly Represented[]): readonly Reason[] {
  const { groups: most, people } = consultationLimits;
  const fits = (count: number) => Number.isSafeInteger(count) && count > 0 && count <= people;
  return [
    ...when(groups.length === 0, "HearingGroupsMissing", "groups"),
    ...when(groups.length > most, "TooManyGroups", "groups", { most }),
    ...when(
      groups.some(({ group }) => group.trim() === "" || group.length > titleLength),
      "HearingGroupUnnamed",
      "groups",
      { most: titleLength },
    ),
    ...when(!groups.every((group) => fits(group.people)), "HearingPeopleUnfit", "groups", { most: people }),
    ...groups.flatMap(({ names }) => (names === null ? [] : required(names, "groups"))),
  ];
}
