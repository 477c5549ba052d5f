import { outagesCsv } from "./availability/outages.ts";
import { probesCsv } from "./availability/probes.ts";
import { upptime } from "./availability/upptime.ts";
import { autocannonJson } from "./autocannon.ts";
import type { Format } from "./format.ts";
import { jmeterCsv } from "./jmeter/jmeter.ts";
import { k6Summary } from "./k6/summary.ts";
import { locustHistory } from "./locust/history.ts";
import { locustStats } from "./locust/stats.ts";
import { susLongCsv, susWideCsv } from "./usability/sus-csv.ts";
import { susForm } from "./usability/sus-form.ts";
import { tasksCsv } from "./usability/tasks-csv.ts";
import { tasksJson } from "./usability/tasks-json.ts";
import { vegetaJson } from "./vegeta.ts";
import { volumeCsv } from "./volume.ts";
import { wrk } from "./wrk/wrk.ts";

/** Every format that can be measured: a new one is a file of its own and a line here. The first that recognises a file reads it. */
export const formats: readonly Format[] = [
  jmeterCsv,
  k6Summary,
  locustHistory,
  locustStats,
  wrk,
  autocannonJson,
  vegetaJson,
  upptime,
  outagesCsv,
  probesCsv,
  susForm,
  susWideCsv,
  susLongCsv,
  tasksJson,
  tasksCsv,
  volumeCsv,
];
