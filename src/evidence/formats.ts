import { abTsv } from "./ab/ab.ts";
import { axeJson } from "./accessibility/axe.ts";
import { lighthouseJson } from "./accessibility/lighthouse.ts";
import { wcagCsv } from "./accessibility/wcag-csv.ts";
import { incidentsCsv } from "./availability/incidents.ts";
import { autocannonJson } from "./autocannon.ts";
import { outagesCsv } from "./availability/outages.ts";
import { probesCsv } from "./availability/probes.ts";
import { prometheusJson } from "./availability/prometheus-json.ts";
import { prometheusText } from "./availability/prometheus-text.ts";
import { updownJson } from "./availability/updown.ts";
import { upptime } from "./availability/upptime.ts";
import { uptimeKuma } from "./availability/uptime-kuma.ts";
import { cyclonedx } from "./components/cyclonedx.ts";
import type { Format } from "./format.ts";
import { gatlingLog } from "./gatling/gatling.ts";
import { heyCsv } from "./hey/hey.ts";
import { jmeterCsv } from "./jmeter/jmeter.ts";
import { jmeterXml } from "./jmeter/xml.ts";
import { k6Csv } from "./k6/csv.ts";
import { k6Ndjson } from "./k6/ndjson.ts";
import { k6Summary } from "./k6/summary.ts";
import { loadTableCsv } from "./load-table/load-table.ts";
import { locustHistory } from "./locust/history.ts";
import { locustLdjson } from "./locust/ldjson.ts";
import { locustStats } from "./locust/stats.ts";
import { outcomesCsv } from "./outcomes/outcomes-csv.ts";
import { jdmaJson } from "./satisfaction/jdma.ts";
import { satisfactionCsv } from "./satisfaction/satisfaction-csv.ts";
import { seqCsv } from "./usability/seq.ts";
import { susLongCsv, susWideCsv } from "./usability/sus-csv.ts";
import { susForm } from "./usability/sus-form.ts";
import { tasksCsv } from "./usability/tasks-csv.ts";
import { tasksJson } from "./usability/tasks-json.ts";
import { vegetaJson } from "./vegeta.ts";
import { umuxLiteCsv } from "./usability/umux-lite.ts";
import { volumeCsv } from "./volume.ts";
import { wrk } from "./wrk/wrk.ts";

/** Every format that can be measured: a new one is a file of its own and a line here. The first that recognises a file reads it. */
export const formats: readonly Format[] = [
  jmeterCsv,
  jmeterXml,
  k6Ndjson,
  k6Csv,
  gatlingLog,
  abTsv,
  heyCsv,
  locustLdjson,
  k6Summary,
  locustHistory,
  locustStats,
  wrk,
  autocannonJson,
  vegetaJson,
  loadTableCsv,
  upptime,
  axeJson,
  lighthouseJson,
  cyclonedx,
  prometheusJson,
  prometheusText,
  uptimeKuma,
  updownJson,
  outagesCsv,
  incidentsCsv,
  probesCsv,
  wcagCsv,
  susForm,
  susWideCsv,
  susLongCsv,
  umuxLiteCsv,
  tasksJson,
  tasksCsv,
  seqCsv,
  volumeCsv,
  outcomesCsv,
  satisfactionCsv,
  jdmaJson,
];
