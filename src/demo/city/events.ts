import { appointments } from "./committee.ts";
import type { CityEvent } from "./enter.ts";
import { opensConsultations } from "./open-consultations.ts";
import { opensPages } from "./open-pages.ts";
import { opensFeedback } from "./open-feedback.ts";
import { opensQuestionnaires } from "./open-questionnaires.ts";
import { takesPeopleOn, takesSafeguardsOn, takesTermsOn } from "./policy.ts";
import { registerEvents } from "./standards.ts";

/** What the city does for all its technologies. */
export const cityEvents: readonly CityEvent[] = [
  ...registerEvents,
  ...appointments,
  takesSafeguardsOn,
  takesTermsOn,
  takesPeopleOn,
  opensPages,
  opensConsultations,
  opensFeedback,
  opensQuestionnaires,
];
