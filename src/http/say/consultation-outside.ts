import { consultationStanding } from "../../domain/technology/state/consultations.ts";
import type { Consultation, ConsultationStanding } from "../../domain/technology/state/consultations.ts";
import type { Day } from "../../domain/words/text.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

const glyphs: Readonly<Record<ConsultationStanding, Glyph>> = {
  ahead: "closed",
  open: "waits",
  over: "unknown",
  overdue: "late",
  answered: "met",
  withdrawn: "withdrawn",
};

/** What a list says of it: the days it is known by. */
type Days = Parameters<typeof consultationStanding>[0] & {
  /** The days of its end; null while there was none. */
  readonly answeredOn: string | null;
  readonly withdrawnOn: string | null;
};

/** "Open until 3 March", "Our answer is overdue since 3 March" */
export function outsideTag({ t, format }: Language, of: Days, today: Day): TagModel {
  const standing = consultationStanding(of, today);
  return tag(t, glyphs[standing], t(`taking-part:standing.${standing}`, { day: format.date(dayOf(of, standing)) }));
}

export const daysOf = (of: Consultation): Days => ({
  ...of,
  answeredOn: of.answered?.at ?? null,
  withdrawnOn: of.withdrawn?.at ?? null,
});

/** "" where there was none yet. */
export const daysOfRow = ({ answeredOn, withdrawnOn, ...days }: Row): Days => ({
  ...days,
  answered: answeredOn === "" ? null : {},
  withdrawn: withdrawnOn === "" ? null : {},
  answeredOn: answeredOn === "" ? null : answeredOn,
  withdrawnOn: withdrawnOn === "" ? null : withdrawnOn,
});

type Row = Pick<Days, "opensOn" | "closesOn" | "respondBy"> & {
  readonly answeredOn: string;
  readonly withdrawnOn: string;
};

function dayOf(of: Days, standing: ConsultationStanding): string {
  switch (standing) {
    case "ahead":
      return of.opensOn;
    case "open":
      return of.closesOn;
    case "over":
    case "overdue":
      return of.respondBy;
    case "answered":
      return of.answeredOn ?? of.respondBy;
    case "withdrawn":
      return of.withdrawnOn ?? of.closesOn;
    default:
      return standing satisfies never;
  }
}

/** What a page about it opens with, by when one can take part or is answered. */
export function standingLead({ t, format }: Language, of: Consultation, today: Day): Content {
  const standing = consultationStanding(of, today);
  const day = dayOf(daysOf(of), standing);
  const key = standing === "open" && of.kind !== "written" ? `${standing}_${of.kind}` : standing;
  return t.html(`taking-part:lead.${key}`, { day: format.date(day), due: format.due(day, today) });
}
