import { abTsv } from "./ab/ab.ts";
import { abText } from "./ab/text.ts";
import { axeJson } from "./accessibility/axe.ts";
import { earlJson } from "./accessibility/earl.ts";
import { lighthouseJson } from "./accessibility/lighthouse.ts";
import { pa11yJson } from "./accessibility/pa11y.ts";
import { wcagCsv } from "./accessibility/wcag-csv.ts";
import { artilleryJson } from "./artillery/artillery.ts";
import { autocannonJson } from "./autocannon.ts";
import { grafanaCsv } from "./availability/grafana.ts";
import { incidentsCsv } from "./availability/incidents.ts";
import { outagesCsv } from "./availability/outages.ts";
import { pingdomJson } from "./availability/pingdom.ts";
import { probesCsv } from "./availability/probes.ts";
import { prometheusJson } from "./availability/prometheus-json.ts";
import { prometheusText } from "./availability/prometheus-text.ts";
import { statuspageJson } from "./availability/statuspage.ts";
import { updownJson } from "./availability/updown.ts";
import { upptime } from "./availability/upptime.ts";
import { uptimeKuma } from "./availability/uptime-kuma.ts";
import { uptimerobotJson } from "./availability/uptimerobot.ts";
import { bombardier } from "./bombardier/bombardier.ts";
import { cyclonedx } from "./components/cyclonedx.ts";
import type { Format } from "./format.ts";
import { fortioJson } from "./fortio/fortio.ts";
import { gatlingLog } from "./gatling/gatling.ts";
import { gatlingStats } from "./gatling/stats.ts";
import { ghz } from "./ghz/ghz.ts";
import { h2load } from "./h2load/h2load.ts";
import { heyCsv } from "./hey/hey.ts";
import { heyText } from "./hey/text.ts";
import { jmeterAggregate } from "./jmeter/aggregate.ts";
import { jmeterConsole } from "./jmeter/console.ts";
import { jmeterCsv } from "./jmeter/jmeter.ts";
import { jmeterStatistics } from "./jmeter/statistics.ts";
import { jmeterXml } from "./jmeter/xml.ts";
import { k6Csv } from "./k6/csv.ts";
import { k6Ndjson } from "./k6/ndjson.ts";
import { k6Summary } from "./k6/summary.ts";
import { k6Text } from "./k6/text.ts";
import { loadTableCsv } from "./load-table/load-table.ts";
import { locustHistory } from "./locust/history.ts";
import { locustLdjson } from "./locust/ldjson.ts";
import { locustStats } from "./locust/stats.ts";
import { oha } from "./oha/oha.ts";
import { openapi } from "./openapi/openapi.ts";
import { outcomesCsv } from "./outcomes/outcomes-csv.ts";
import { plow } from "./plow/plow.ts";
import { jdmaJson } from "./satisfaction/jdma.ts";
import { satisfactionCsv } from "./satisfaction/satisfaction-csv.ts";
import { siege } from "./siege/siege.ts";
import { seqCsv } from "./usability/seq.ts";
import { susLongCsv, susWideCsv } from "./usability/sus-csv.ts";
import { susForm } from "./usability/sus-form.ts";
import { tasksCsv } from "./usability/tasks-csv.ts";
import { tasksJson } from "./usability/tasks-json.ts";
import { umuxLiteCsv } from "./usability/umux-lite.ts";
import { vegetaJson } from "./vegeta/json.ts";
import { vegetaText } from "./vegeta/text.ts";
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
  vegetaText,
  abText,
  heyText,
  oha,
  k6Text,
  artilleryJson,
  gatlingStats,
  jmeterStatistics,
  jmeterConsole,
  bombardier,
  siege,
  h2load,
  fortioJson,
  ghz,
  plow,
  loadTableCsv,
  jmeterAggregate,
  upptime,
  axeJson,
  lighthouseJson,
  pa11yJson,
  earlJson,
  cyclonedx,
  openapi,
  prometheusJson,
  prometheusText,
  grafanaCsv,
  uptimeKuma,
  updownJson,
  statuspageJson,
  uptimerobotJson,
  pingdomJson,
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
