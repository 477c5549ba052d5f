import { outagesCsv } from "./availability/outages.ts";
import { probesCsv } from "./availability/probes.ts";
import { upptime } from "./availability/upptime.ts";
import type { Format } from "./format.ts";
import { jmeterCsv } from "./jmeter/jmeter.ts";
import { susLongCsv, susWideCsv } from "./usability/sus-csv.ts";
import { susForm } from "./usability/sus-form.ts";
import { tasksCsv } from "./usability/tasks-csv.ts";
import { tasksJson } from "./usability/tasks-json.ts";
import { volumeCsv } from "./volume.ts";

/** Every format that can be measured: a new one is a file of its own and a line here. The first that recognises a file reads it. */
export const formats: readonly Format[] = [
  jmeterCsv,
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
