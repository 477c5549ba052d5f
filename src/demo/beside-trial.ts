import { busCosts } from "./costs/bus-arrival-prediction.ts";
import { dataSharingCosts } from "./costs/data-sharing-exchange.ts";
import { digitalIdCosts } from "./costs/digital-id-counter-kiosk.ts";
import { floodGaugeCosts } from "./costs/flood-gauge-network.ts";
import { sourcedLetterCosts } from "./costs/sourced-letter-drafts.ts";
import { collecting } from "./collecting.ts";
import { consulting } from "./consulting.ts";
import { feedback } from "./feedback.ts";
import { lending } from "./lending.ts";
import { buildingModelRisks } from "./risks/building-model-check.ts";
import { busRisks } from "./risks/bus-arrival-prediction.ts";
import { courtRisks } from "./risks/court-date-reminders.ts";
import { eInvoiceRisks } from "./risks/e-invoice-archive.ts";
import { floodGaugeRisks } from "./risks/flood-gauge-network.ts";
import { hotlineRisks } from "./risks/hotline-call-transcription.ts";
import { landRegisterRisks } from "./risks/land-register-search.ts";
import { pensionRisks } from "./risks/pension-eligibility-check.ts";
import { permitReplyRisks } from "./risks/permit-reply-assistant.ts";
import { procurementRisks } from "./risks/procurement-document-check.ts";
import { sourcedLetterRisks } from "./risks/sourced-letter-drafts.ts";
import { trafficSignalRisks } from "./risks/traffic-signal-priority.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./steps.ts";
import { withSafeguards } from "./with-safeguards.ts";

type Tales = { readonly [technology: string]: readonly Step[] };

/** By English names of technologies. */
const risks: Tales = {
  "Building model check": buildingModelRisks,
  "Bus arrival prediction": busRisks,
  "Court date reminders": courtRisks,
  "E-invoice archive": eInvoiceRisks,
  "Flood gauge network": floodGaugeRisks,
  "Hotline call transcription": hotlineRisks,
  "Land register search": landRegisterRisks,
  "Pension eligibility check": pensionRisks,
  "Permit reply assistant": permitReplyRisks,
  "Procurement document check": procurementRisks,
  "Sourced letter drafts": sourcedLetterRisks,
  "Traffic signal priority": trafficSignalRisks,
};

const costs: Tales = {
  "Bus arrival prediction": busCosts,
  "Data-sharing exchange": dataSharingCosts,
  "Digital ID counter kiosk": digitalIdCosts,
  "Flood gauge network": floodGaugeCosts,
  "Sourced letter drafts": sourcedLetterCosts,
};

/** A story with its risks, its costs, what it shares, what is written about it and asked of people. */
export function besideTrial(scene: Scene): Scene {
  const beside = [risks, costs, lending, feedback, collecting, consulting]
    .flatMap((of) => of[scene.name.en] ?? [])
    .toSorted((a, b) => b.day - a.day);
  return beside.length === 0 ? scene : withSafeguards(scene, beside);
}
