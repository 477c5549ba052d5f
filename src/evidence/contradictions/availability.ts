import type {
  AvailabilityMeasurement,
  Outage,
  ServiceAvailability,
  Warning,
} from "../../domain/evidence/measurement.ts";
import { disagreement } from "./disagreement.ts";

/** What rounding to whole seconds explains. */
const slackSeconds = 1;

/** What an availability measurement says against itself. */
export function inAvailability({ services }: AvailabilityMeasurement): Warning[] {
  return [
    ...services.flatMap(outside),
    ...services.flatMap(tooMuchDown),
    ...services.flatMap(tooLong),
    ...disagreement(services.flatMap(outageSum)),
  ];
}

function outside({ service, from, to, outages = [] }: ServiceAvailability): Warning[] {
  if (from === undefined || to === undefined) return [];
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const stray = outages.filter((outage) => Date.parse(outage.from) < first || Date.parse(outage.to) > last);
  if (stray.length === 0) return [];
  const message = `${service}: ${stray.length} outages lie outside the time observed`;
  return [{ code: "outside-observed", message }];
}

function tooMuchDown({ service, downSeconds, observedSeconds }: ServiceAvailability): Warning[] {
  if (downSeconds === undefined || observedSeconds === undefined) return [];
  if (downSeconds <= observedSeconds + slackSeconds) return [];
  const message = `${service}: ${downSeconds} s down of ${observedSeconds} s observed`;
  return [{ code: "more-down-than-observed", message }];
}

function tooLong(availability: ServiceAvailability): Warning[] {
  const {
    service,
    from,
    to,
    observedSeconds = 0,
    downSeconds = 0,
    plannedSeconds = 0,
    unknownSeconds = 0,
  } = availability;
  if (from === undefined || to === undefined) return [];
  const period = (Date.parse(to) - Date.parse(from)) / 1000;
  const parts = Math.max(observedSeconds, downSeconds) + plannedSeconds + unknownSeconds;
  if (parts <= period + slackSeconds) return [];
  const message = `${service}: observed, planned and unknown time are ${parts} s, the period has ${period} s`;
  return [{ code: "more-than-period", message }];
}

function outageSum({ service, outages, downSeconds }: ServiceAvailability): string[] {
  if (outages === undefined || downSeconds === undefined) return [];
  const sum = outages.reduce((total: number, { seconds }: Outage) => total + seconds, 0);
  return Math.abs(sum - downSeconds) <= slackSeconds
    ? []
    : [`${service}: outages of ${sum} s, downtime of ${downSeconds} s`];
}
