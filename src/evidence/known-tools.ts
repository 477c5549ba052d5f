import { firstRecord } from "./csv.ts";

interface KnownTool {
  /** Its sentence on pages is `evidence:problem.tool-<key>`. */
  readonly key: string;
  /** Whose file it is, and what. */
  readonly name: string;
  /** What to attach instead, or what is missing. */
  readonly instead: string;
  /** All of these are in the file's beginning. */
  readonly marks: readonly RegExp[];
}

const json = /^\s*[[{]/;
const intervals =
  "export its incidents with service, start and end (or its checks with time and up) as CSV and attach that";

/** Files of tools that are known and hold no figure that could be measured, or hold it in a shape that no reader takes. */
const tools: readonly KnownTool[] = [
  {
    key: "lhci-manifest",
    name: "a manifest of Lighthouse CI",
    instead: "attach the reports that it names (jsonPath)",
    marks: [json, /"isRepresentativeRun"\s*:/, /"jsonPath"\s*:/],
  },
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
  {
    key: "wave",
    name: "a report of WAVE",
    instead: "WAVE counts and does not say which criterion failed: attach a WCAG checklist, or the results of axe-core",
    marks: [json, /"statistics"\s*:\s*\{/, /"waveurl"\s*:/i],
  },
  {
    key: "equal-access",
    name: "a report of IBM Equal Access",
    instead: "attach an EARL or axe-core report, or its findings as a WCAG checklist (page, criterion, result)",
    marks: [json, /"ruleId"\s*:/, /"(?:reasonId|toolID|ruleTime)"\s*:/],
  },
  {
    key: "siteimprove",
    name: "an export of Siteimprove",
    instead: "attach its findings as a WCAG checklist (page, criterion, result), or an EARL report of Alfa",
    marks: [json, /siteimprove/i],
  },
  {
    key: "accessibility-insights",
    name: "an assessment of Accessibility Insights",
    instead: "attach the results of axe-core that it is made of, or its findings as a WCAG checklist",
    marks: [/Accessibility Insights|"assessmentVersion"\s*:|"assessmentData"\s*:/],
  },
  {
    key: "sarif",
    name: "SARIF",
    instead: "it lists findings of a scanner and no indicator is measured from it: attach axe-core's own JSON",
    marks: [json, /"\$schema"\s*:\s*"[^"]*sarif/i],
  },
  {
    key: "junit",
    name: "results of a test run (JUnit)",
    instead: "tests that pass measure no indicator: attach what the tests measured",
    marks: [/<testsuites?[\s>]/, /<testcase[\s>]/],
  },
  {
    key: "html",
    name: "an HTML page",
    instead: "a report for the eye: attach the data behind it (JSON or CSV), or tick that it is a document",
    marks: [/^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html)[\s>]/i],
  },
];

/** Headings that no other tool has, with the tool and what is missing. */
const tables: readonly {
  readonly key: string;
  readonly name: string;
  readonly instead: string;
  readonly headings: readonly string[];
}[] = [
  {
    key: "pingdom-times",
    name: "response times of Pingdom",
    instead: "they say nothing of outages: attach the outage summary",
    headings: ["check name", "average response time"],
  },
  {
    key: "monitor-list",
    name: "a list of monitors of Uptime Kuma or UptimeRobot",
    instead: "it says nothing of the past: attach the heartbeats or the log of events",
    headings: ["friendly name", "url", "status"],
  },
];

export interface ToolNamed {
  /** "tool-" and its key. */
  readonly code: string;
  readonly reason: string;
}

/** The tool whose file this is and what to attach instead; null where none is known. */
export function knownTool(text: string): ToolNamed | null {
  const headings = new Set((firstRecord(text, ",") ?? []).map((heading) => heading.trim().toLowerCase()));
  const tool =
    tools.find(({ marks }) => marks.every((mark) => mark.test(text))) ??
    tables.find((table) => table.headings.every((heading) => headings.has(heading)));
  return tool === undefined ? null : { code: `tool-${tool.key}`, reason: `it is ${tool.name}: ${tool.instead}` };
}

/** Of every tool, for pages and their test. */
export const toolKeys: readonly string[] = [...tools, ...tables].map(({ key }) => key);
