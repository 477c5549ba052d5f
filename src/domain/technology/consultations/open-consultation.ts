import type { Policy } from "../../policy/policy.ts";
import { isBefore, isDay } from "../../words/days.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import { consultationKinds, pollWays } from "../state/consultations.ts";
import type { ConsultationKind, OwedDays, PollTerms } from "../state/consultations.ts";
import type { Facts } from "../state/facts.ts";
import { mayConsult } from "../state/may-consult.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { consultationLimits } from "./limits.ts";
import { dayReasons, paperReasons, pinnedPapers, shortReasons, termsReasons } from "./terms.ts";

/** Fixes what is asked, of whom, with which papers and for how long, before anybody says a word. */
export function openConsultation(t: Technology, c: CommandOf<"OpenConsultation">, f: Facts): Decision<TechnologyEvent> {
  const { today } = f;
  const owed = owedDays(pinnedPolicy(t, f));
  const reasons = [
    ...mayConsult(t, f.actor.id, f),
    ...numberReasons(t),
    ...when(!consultationKinds.includes(c.kind), "ConsultationKindUnknown", "kind"),
    ...termsReasons(c),
    ...pollReasons(c.kind, c.poll),
    ...paperReasons(t, c.papers),
    ...dayReasons(c, owed),
    ...when(isDay(c.opensOn) && isBefore(c.opensOn, today), "OpensInPast", "opensOn"),
    ...shortReasons(c, { today, owed, before: null }),
  ];
  return unless(reasons, () => {
    const { type: _, ...terms } = c;
    const papers = pinnedPapers(t, c.papers);
    const consultation = `k${t.consultations.length + 1}`;
    return [{ type: "ConsultationOpened", schema: 1, payload: { consultation, ...terms, papers, owed } }];
  });
}

const owedDays = ({ version, safeguards: { consultations } }: Policy): OwedDays => ({
  policy: version,
  open: consultations.openDays,
  respond: consultations.responseDays,
  notice: consultations.noticeDays,
  papers: consultations.paperDays,
});

/** As many as people can tell apart. */
function numberReasons({ consultations }: Technology): readonly Reason[] {
  const most = consultationLimits.open;
  const open = consultations.filter(({ answered, withdrawn }) => answered === null && withdrawn === null);
  return when(open.length >= most, "ConsultationsTooMany", undefined, { most });
}

function pollReasons(kind: ConsultationKind, poll: PollTerms | null): readonly Reason[] {
  if (poll === null) return when(kind === "poll", "PollOptionsMissing", "options");
  const { options, way, most } = poll;
  const { answers } = consultationLimits;
  const sound = most !== null && Number.isSafeInteger(most) && most > 0 && most <= answers;
  return [
    ...when(kind !== "poll", "PollUnfit", "options"),
    ...when(options.length < 2 || options.length > consultationLimits.options, "PollOptionsUnfit", "options", {
      most: consultationLimits.options,
    }),
    ...when(new Set(options.map(({ option }) => option)).size < options.length, "PollOptionTwice", "options"),
    ...options.flatMap(({ option }) => required(option, "options")),
    ...when(!pollWays.includes(way), "WayUnknown", "way"),
    ...when(way === "link" && !sound, "MostOutOfRange", "most", { most: answers }),
    ...when(way === "codes" && most !== null, "MostNotForCodes", "most"),
  ];
}
