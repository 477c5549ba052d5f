/** Every format that evidence may have, by the name that pages, commands and the ledger use. */
export const formatNames = [
  "jmeter-csv",
  "jmeter-xml",
  "k6-ndjson",
  "k6-csv",
  "k6-summary",
  "locust-stats",
  "locust-history",
  "locust-ldjson",
  "gatling-log",
  "wrk",
  "autocannon-json",
  "ab-tsv",
  "vegeta-json",
  "hey-csv",
  "load-table",
  "upptime",
  "prometheus-text",
  "prometheus-json",
  "uptime-kuma",
  "updown-json",
  "outages-csv",
  "incidents-csv",
  "probes-csv",
  "sus-form",
  "sus-wide",
  "sus-long",
  "umux-lite-csv",
  "seq-csv",
  "tasks-json",
  "tasks-csv",
  "volume-csv",
  "axe-json",
  "lighthouse-json",
  "wcag-csv",
  "satisfaction-csv",
  "jdma-json",
  "outcomes-csv",
  "cyclonedx",
  "document",
] as const;

export type FormatName = (typeof formatNames)[number];

export function isFormatName(name: string): name is FormatName {
  return formatNames.some((known) => known === name);
}
