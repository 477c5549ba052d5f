import { airQualityGrid } from "./portfolio/air-quality-grid.ts";
import { buildingModelCheck } from "./portfolio/building-model-check.ts";
import { busArrivalPrediction } from "./portfolio/bus-arrival-prediction.ts";
import { chatCounterForResidents } from "./portfolio/chat-counter-for-residents.ts";
import { counterInterpreterTablets } from "./portfolio/counter-interpreter-tablets.ts";
import { courtDateReminders } from "./portfolio/court-date-reminders.ts";
import { crowdCountingCameras } from "./portfolio/crowd-counting-cameras.ts";
import { dataSharingExchange } from "./portfolio/data-sharing-exchange.ts";
import { digitalIdCounterKiosk } from "./portfolio/digital-id-counter-kiosk.ts";
import { eInvoiceArchive } from "./portfolio/e-invoice-archive.ts";
import { elderCareCheckIn } from "./portfolio/elder-care-check-in.ts";
import { emergencyCallLocation } from "./portfolio/emergency-call-location.ts";
import { faxGateway } from "./portfolio/fax-gateway.ts";
import { ferryTicketMachines } from "./portfolio/ferry-ticket-machines.ts";
import { floodGaugeNetwork } from "./portfolio/flood-gauge-network.ts";
import { grantApplicationForm } from "./portfolio/grant-application-form.ts";
import { hospitalAppointmentExchange } from "./portfolio/hospital-appointment-exchange.ts";
import { hotlineCallTranscription } from "./portfolio/hotline-call-transcription.ts";
import { landRegisterSearch } from "./portfolio/land-register-search.ts";
import { libraryOneCard } from "./portfolio/library-one-card.ts";
import { noiseComplaintsMap } from "./portfolio/noise-complaints-map.ts";
import { parkingGuidance } from "./portfolio/parking-guidance.ts";
import { pensionEligibilityCheck } from "./portfolio/pension-eligibility-check.ts";
import { permitReplyAssistant } from "./portfolio/permit-reply-assistant.ts";
import { procurementDocumentCheck } from "./portfolio/procurement-document-check.ts";
import { schoolMealOrdering } from "./portfolio/school-meal-ordering.ts";
import { schoolPlaceAllocation } from "./portfolio/school-place-allocation.ts";
import { snowClearingOrders } from "./portfolio/snow-clearing-orders.ts";
import { sourcedLetterDrafts } from "./portfolio/sourced-letter-drafts.ts";
import { streetLightFaultDetection } from "./portfolio/street-light-fault-detection.ts";
import { taxLetterDrafts } from "./portfolio/tax-letter-drafts.ts";
import { trafficSignalPriority } from "./portfolio/traffic-signal-priority.ts";
import { treeInventoryFromImages } from "./portfolio/tree-inventory-from-images.ts";
import { vaccinationRecord } from "./portfolio/vaccination-record.ts";
import { wasteRoutePlanning } from "./portfolio/waste-route-planning.ts";
import { waterMeterReading } from "./portfolio/water-meter-reading.ts";
import type { Scene } from "./scene.ts";

/**
 * The technologies of an invented city, in every stage, each told in a file of its own: what was proposed, and what happened
 * day by day. A new one is a file and a line here. Everything about them is generated.
 */
export const portfolio: readonly Scene[] = [
  permitReplyAssistant,
  busArrivalPrediction,
  schoolPlaceAllocation,
  landRegisterSearch,
  buildingModelCheck,
  elderCareCheckIn,
  emergencyCallLocation,
  counterInterpreterTablets,
  schoolMealOrdering,
  trafficSignalPriority,
  hospitalAppointmentExchange,
  digitalIdCounterKiosk,
  wasteRoutePlanning,
  courtDateReminders,
  dataSharingExchange,
  floodGaugeNetwork,
  streetLightFaultDetection,
  hotlineCallTranscription,
  taxLetterDrafts,
  sourcedLetterDrafts,
  airQualityGrid,
  snowClearingOrders,
  treeInventoryFromImages,
  procurementDocumentCheck,
  pensionEligibilityCheck,
  crowdCountingCameras,
  chatCounterForResidents,
  noiseComplaintsMap,
  grantApplicationForm,
  vaccinationRecord,
  eInvoiceArchive,
  parkingGuidance,
  waterMeterReading,
  libraryOneCard,
  faxGateway,
  ferryTicketMachines,
];
