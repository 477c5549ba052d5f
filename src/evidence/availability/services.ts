import type {
  AvailabilityMeasurement,
  MeasurementHead,
  ServiceAvailability,
} from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { settle, type ServiceTime } from "../../domain/evidence/service.ts";

/** One service's measured time; null where the period is empty or nothing of it was observed. */
export function availabilityOf(service: string, time: ServiceTime): ServiceAvailability | null {
  const settled = settle(time);
  if (settled === null || settled.observedSeconds === 0) return null;
  return { service, ...settled, availability: 1 - settled.downSeconds / settled.observedSeconds };
}

/** Of so much unknown time the availability of the rest says little about the whole. */
const muchUnknown = 0.1;

/** Says how much of a service's time nobody knows, where that is a tenth or more. */
export function warnOfUnknown(
  { service, observedSeconds = 0, unknownSeconds = 0 }: ServiceAvailability,
  findings: Findings,
) {
  const share = unknownSeconds / (observedSeconds + unknownSeconds);
  if (!(share >= muchUnknown)) return;
  const percent = Math.floor(share * 1000) / 10;
  const message = `${service}: of ${percent} % of its time nothing tells whether it was up; the availability is that of the rest`;
  findings.warn("much-unknown", message);
}

/** The services in alphabetical order and the period they span; null where there is none. */
export function availabilityFigures(
  services: readonly ServiceAvailability[],
): (AvailabilityMeasurement & Pick<MeasurementHead, "from" | "to">) | null {
  if (services.length === 0) return null;
  const sorted = [...services].sort((a, b) => (a.service < b.service ? -1 : 1));
  const [from] = sorted.flatMap((service) => service.from ?? []).sort();
  const to = sorted
    .flatMap((service) => service.to ?? [])
    .sort()
    .at(-1);
  return {
    kind: "availability",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    services: sorted,
  };
}
