import { besideTrial } from "./beside-trial.ts";
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
import { buildingModelCheck as buildingModelCheckSafeguards } from "./safeguards/building-model-check.ts";
import { busArrivalPrediction as busArrivalPredictionSafeguards } from "./safeguards/bus-arrival-prediction.ts";
import { courtDateReminders as courtDateRemindersSafeguards } from "./safeguards/court-date-reminders.ts";
import { dataSharingExchange as dataSharingExchangeSafeguards } from "./safeguards/data-sharing-exchange.ts";
import { digitalIdCounterKiosk as digitalIdCounterKioskSafeguards } from "./safeguards/digital-id-counter-kiosk.ts";
import { eInvoiceArchive as eInvoiceArchiveSafeguards } from "./safeguards/e-invoice-archive.ts";
import { elderCareCheckIn as elderCareCheckInSafeguards } from "./safeguards/elder-care-check-in.ts";
import { ferryTicketMachines as ferryTicketMachinesSafeguards } from "./safeguards/ferry-ticket-machines.ts";
import { hospitalAppointmentExchange as hospitalAppointmentExchangeSafeguards } from "./safeguards/hospital-appointment-exchange.ts";
import { hotlineCallTranscription as hotlineCallTranscriptionSafeguards } from "./safeguards/hotline-call-transcription.ts";
import { landRegisterSearch as landRegisterSearchSafeguards } from "./safeguards/land-register-search.ts";
import { libraryOneCard as libraryOneCardSafeguards } from "./safeguards/library-one-card.ts";
import { parkingGuidance as parkingGuidanceSafeguards } from "./safeguards/parking-guidance.ts";
import { pensionEligibilityCheck as pensionEligibilityCheckSafeguards } from "./safeguards/pension-eligibility-check.ts";
import { permitReplyAssistant as permitReplyAssistantSafeguards } from "./safeguards/permit-reply-assistant.ts";
import { procurementDocumentCheck as procurementDocumentCheckSafeguards } from "./safeguards/procurement-document-check.ts";
import { schoolPlaceAllocation as schoolPlaceAllocationSafeguards } from "./safeguards/school-place-allocation.ts";
import { sourcedLetterDrafts as sourcedLetterDraftsSafeguards } from "./safeguards/sourced-letter-drafts.ts";
import { trafficSignalPriority as trafficSignalPrioritySafeguards } from "./safeguards/traffic-signal-priority.ts";
import { vaccinationRecord as vaccinationRecordSafeguards } from "./safeguards/vaccination-record.ts";
import { waterMeterReading as waterMeterReadingSafeguards } from "./safeguards/water-meter-reading.ts";
import type { Scene } from "./scene.ts";
import { withSafeguards } from "./with-safeguards.ts";

/**
 * The technologies of an invented city, in every stage, each told in a file of its own: what was proposed, and what happened
 * day by day; its safeguards, risks and costs in a file each. A new one is a file and a line here. Everything about them is generated.
 */
export const portfolio: readonly Scene[] = [
  withSafeguards(permitReplyAssistant, permitReplyAssistantSafeguards),
  withSafeguards(busArrivalPrediction, busArrivalPredictionSafeguards),
  withSafeguards(schoolPlaceAllocation, schoolPlaceAllocationSafeguards),
  withSafeguards(landRegisterSearch, landRegisterSearchSafeguards),
  withSafeguards(buildingModelCheck, buildingModelCheckSafeguards),
  withSafeguards(elderCareCheckIn, elderCareCheckInSafeguards),
  emergencyCallLocation,
  counterInterpreterTablets,
  schoolMealOrdering,
  withSafeguards(trafficSignalPriority, trafficSignalPrioritySafeguards),
  withSafeguards(hospitalAppointmentExchange, hospitalAppointmentExchangeSafeguards),
  withSafeguards(digitalIdCounterKiosk, digitalIdCounterKioskSafeguards),
  wasteRoutePlanning,
  withSafeguards(courtDateReminders, courtDateRemindersSafeguards),
  withSafeguards(dataSharingExchange, dataSharingExchangeSafeguards),
  floodGaugeNetwork,
  streetLightFaultDetection,
  withSafeguards(hotlineCallTranscription, hotlineCallTranscriptionSafeguards),
  taxLetterDrafts,
  withSafeguards(sourcedLetterDrafts, sourcedLetterDraftsSafeguards),
  airQualityGrid,
  snowClearingOrders,
  treeInventoryFromImages,
  withSafeguards(procurementDocumentCheck, procurementDocumentCheckSafeguards),
  withSafeguards(pensionEligibilityCheck, pensionEligibilityCheckSafeguards),
  crowdCountingCameras,
  chatCounterForResidents,
  noiseComplaintsMap,
  grantApplicationForm,
  withSafeguards(vaccinationRecord, vaccinationRecordSafeguards),
  withSafeguards(eInvoiceArchive, eInvoiceArchiveSafeguards),
  withSafeguards(parkingGuidance, parkingGuidanceSafeguards),
  withSafeguards(waterMeterReading, waterMeterReadingSafeguards),
  withSafeguards(libraryOneCard, libraryOneCardSafeguards),
  faxGateway,
  withSafeguards(ferryTicketMachines, ferryTicketMachinesSafeguards),
].map(besideTrial);
