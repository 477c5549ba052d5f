import type { MeasurementHead } from "./measurement.ts";
import type { StatisticsHead } from "./statistics.ts";

export function head(measurement: MeasurementHead): StatisticsHead {
  const { from, to, leftOut } = measurement;
  return {
    rows: measurement.rowCount,
    rejected: measurement.rejectedCount,
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
