import { digitalIdConsultation } from "./consultations/digital-id-counter-kiosk.ts";
import { hospitalConsultation } from "./consultations/hospital-appointment-exchange.ts";
import { schoolMealPoll } from "./consultations/school-meal-ordering.ts";
import { schoolPlaceHearing } from "./consultations/school-place-allocation.ts";
import { vaccinationConsultation } from "./consultations/vaccination-record.ts";
import type { Step } from "./steps.ts";

/** What the public is asked, by English names of technologies: one is answered, one runs, one answer is late; a hearing, a poll. */
export const consulting: { readonly [technology: string]: readonly Step[] } = {
  "Hospital appointment exchange": hospitalConsultation,
  "Vaccination record": vaccinationConsultation,
  "Digital ID counter kiosk": digitalIdConsultation,
  "School place allocation": schoolPlaceHearing,
  "School meal ordering": schoolMealPoll,
};
