import { json, type KnownTool } from "./tool.ts";

const intervals =
  "export its incidents with service, start and end (or its checks with time and up) as CSV and attach that";

/** Of what watches services: present states, configurations, answers without the time that was watched. */
export const monitors: readonly KnownTool[] = [
  {
    key: "statuspage-state",
    name: "the present state of a status page (Statuspage)",
    instead: "it says nothing of the past: attach the page's /api/v2/incidents.json",
    marks: [json, /"page"\s*:\s*\{/, /"status"\s*:\s*\{\s*"(?:indicator|description)"/],
  },
  {
    key: "instatus-state",
    name: "the present state of a status page (Instatus)",
    instead: "it says nothing of the past: export the incidents with their components, starts and ends as CSV",
    marks: [json, /"page"\s*:\s*\{/, /"activeIncidents"|"status"\s*:\s*"(?:UP|HASISSUES|UNDERMAINTENANCE)"/],
  },
  {
    key: "betterstack",
    name: "monitors of Better Stack",
    instead:
      "attach its incidents as CSV, or ask its API for /monitors/{id}/sla and state service and period in a table of outages",
    marks: [json, /"data"\s*:/, /"type"\s*:\s*"(?:monitor|incident|heartbeat)"/, /"attributes"\s*:/],
  },
  {
    key: "healthchecks",
    name: "checks of Healthchecks.io",
    instead: "attach the flips of each check (/checks/{uuid}/flips/) as a table of time and up",
    marks: [json, /"checks"\s*:\s*\[/, /"n_pings"\s*:/],
  },
  {
    key: "healthchecks-flips",
    name: "flips of Healthchecks.io",
    instead:
      "they name neither the check nor the time watched: attach a table of outages with service, from, to and type",
    marks: [/^\s*\[\s*\{\s*"timestamp"\s*:\s*"[^"]*"\s*,\s*"up"\s*:\s*[01]\s*\}/],
  },
  {
    key: "checkly",
    name: "results of Checkly",
    instead: intervals,
    marks: [json, /"checkRunId"|"hasFailures"\s*:/, /"checkId"\s*:/],
  },
  {
    key: "site24x7",
    name: "an answer of Site24x7",
    instead: intervals,
    marks: [json, /"monitor_id"\s*:/, /"availability_details"|"outage_details"/],
  },
  {
    key: "statuscake",
    name: "a list of tests of StatusCake",
    instead: intervals,
    marks: [json, /"data"\s*:\s*\[/, /"website_url"\s*:/, /"uptime"\s*:/],
  },
  {
    key: "pingdom",
    name: "an answer of Pingdom",
    instead: "attach its outage summary (/summary.outage/{checkid}), which holds up and down with their times",
    marks: [json, /"(?:checks|results)"\s*:\s*\[/, /"(?:lastresponsetime|probeid)"\s*:/],
  },
  {
    key: "gatus",
    name: "the present state of Gatus",
    instead:
      "it keeps its newest results only: attach the metric gatus_results_endpoint_success of a Prometheus, or a table of probes",
    marks: [json, /"conditionResults"\s*:/],
  },
  {
    key: "monitor-config",
    name: "the configuration of a monitor (Gatus, Blackbox or Prometheus)",
    instead: "it holds no measurement: attach what the monitor saw",
    marks: [
      /^(?:endpoints|modules|scrape_configs|global):\s*$/m,
      /^\s+(?:- )?(?:conditions|prober|job_name|scrape_interval):/m,
    ],
  },
  {
    key: "cstate",
    name: "the index of a cState status page",
    instead: intervals,
    marks: [json, /"cStateVersion"\s*:/],
  },
  {
    key: "grafana-dashboard",
    name: "a dashboard of Grafana",
    instead:
      "a dashboard holds queries and no data: attach the answer of /api/v1/query_range, or the panel's data as CSV",
    marks: [json, /"panels"\s*:\s*\[/, /"schemaVersion"\s*:|"templating"\s*:/],
  },
  {
    key: "zabbix-config",
    name: "an export of Zabbix' configuration",
    instead: "it holds no measurement: attach the history of the item, or the SLA report, as a table of outages",
    marks: [/["<]zabbix_export[">]/],
  },
  {
    key: "zabbix",
    name: "an answer of Zabbix",
    instead: "attach the problems with host, start and recovery as a table of incidents",
    marks: [json, /"jsonrpc"\s*:\s*"2\.0"/, /"result"\s*:/],
  },
  {
    key: "nagios",
    name: "a log or status file of Nagios",
    instead: "attach the availability report, or a table of outages with service, from, to and type",
    marks: [/^(?:\[\d{10}\] (?:SERVICE|HOST|CURRENT) |(?:hoststatus|servicestatus|info) \{)/m],
  },
  {
    key: "datadog",
    name: "an answer of Datadog",
    instead: "attach the SLO's history, or its monitor's downtimes, as a table of outages",
    marks: [json, /"(?:scope|query|res_type)"\s*:/, /"pointlist"\s*:/],
  },
  {
    key: "cloudwatch",
    name: "statistics of CloudWatch",
    instead: "attach a table of probes with service, time and up (SuccessPercent of a canary is 100 or 0 a run)",
    marks: [json, /"(?:Datapoints|MetricDataResults)"\s*:\s*\[/],
  },
  {
    key: "azure-monitor",
    name: "metrics of Azure Monitor",
    instead: "attach availabilityResults as a table of probes with service, time and up",
    marks: [json, /"timeseries"\s*:\s*\[/, /"timeStamp"\s*:/],
  },
  {
    key: "nightingale",
    name: "an alert list of 夜莺 (Nightingale)",
    instead: "attach the events with service, start and recovery as a table of incidents",
    marks: [json, /"rule_name"\s*:/, /"trigger_time"\s*:/],
  },
];
