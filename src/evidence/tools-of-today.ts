import { firstRecord } from "./csv.ts";
import { accessibilityTools } from "./tools/accessibility.ts";
import { spanTools } from "./tools/spans.ts";
import { json, page, type KindOfTool, type ToolOfToday } from "./tools/tool.ts";

/** What tells when something was. */
const times = /^(?:start|end|time|timestamp|date|from|to|started|ended|resolved|开始|结束|时间)|时间$/;

/** Tools in common use whose own files hold nothing that is measured, or hold it in a shape that tells too little. */
export const toolsOfToday: readonly ToolOfToday[] = [
  // Surveys.
  {
    tool: "问卷星",
    kind: "survey-answers",
    headings: [/^(?:题目\\?[/\\]?选项|题目)$/, /^(?:平均分|小计|比例)$/],
  },
  { tool: "问卷星", kind: "survey-answers", marks: [/^\s*第\s*1\s*题[:：]?[\s\S]{0,400}(?:小计|本题有效填写人次)/] },
  { tool: "问卷星", kind: "survey-answers", marks: [page, /问卷星|wjx\.(?:cn|com|top)/] },
  {
    tool: "腾讯问卷",
    kind: "survey-answers",
    marks: [json, /"answer_id"\s*:/, /"(?:answer|respondent_id|survey_id)"\s*:/],
  },
  { tool: "腾讯问卷", kind: "survey-answers", marks: [page, /腾讯问卷|wj\.qq\.com/] },
  { tool: "金数据", kind: "survey-answers", marks: [json, /"form(?:_name)?"\s*:/, /"serial_number"\s*:/] },
  { tool: "飞书", kind: "survey-answers", marks: [json, /"record_id"\s*:\s*"rec|"items"\s*:\s*\[/, /"fields"\s*:/] },
  { tool: "SurveyMonkey", kind: "survey-answers", marks: [json, /"response_status"\s*:/, /"pages"\s*:/] },
  { tool: "Typeform", kind: "survey-answers", marks: [json, /"landing_id"\s*:/, /"response_id"\s*:|"answers"\s*:/] },
  { tool: "Qualtrics", kind: "survey-answers", marks: [json, /"responseId"\s*:/, /"values"\s*:/] },
  { tool: "Qualtrics", kind: "survey-answers", marks: [json, /"SurveyEntry"\s*:/, /"SurveyElements"\s*:/] },
  { tool: "Google Forms", kind: "survey-answers", marks: [json, /"responseId"\s*:/, /"textAnswers"\s*:/] },
  { tool: "LimeSurvey", kind: "survey-answers", marks: [/<LimeSurveyDocType>/] },
  { tool: "REDCap", kind: "survey-answers", marks: [/<ODM\b/, /redcap/i] },
  { tool: "KoboToolbox", kind: "survey-answers", marks: [json, /"_xform_id_string"\s*:/] },
  { tool: "Hotjar", kind: "survey-answers", marks: [page, /\bhotjar\b/i, /survey|feedback/i] },
  { tool: "Microsoft Forms", kind: "survey-answers", marks: [json, /"responder"\s*:/, /"submitDate"\s*:/] },
  { tool: "Microsoft Forms", kind: "survey-answers", marks: [page, /forms\.(?:office|microsoft|cloud\.microsoft)/] },
  { tool: "Jotform", kind: "survey-answers", marks: [json, /"form_id"\s*:/, /"answers"\s*:/] },
  { tool: "Tally", kind: "survey-answers", marks: [json, /"respondentId"\s*:/, /"formId"\s*:|"fields"\s*:/] },
  // Studies with people.
  {
    tool: "Maze",
    kind: "usability-study",
    headings: [/^direct success\b/, /^(?:misclick rate|give.?up|bounce|mission unfinished|unfinished)\b/],
  },
  {
    tool: "Maze",
    kind: "usability-study",
    marks: [/\b(?:app|t|help)\.maze\.co\b|"mazeId"\s*:|^maze(?: name| id)?[,;\t]/i],
  },
  {
    tool: "Optimal Workshop",
    kind: "usability-study",
    headings: [/^direct(?: success)?$/, /^indirect(?: success)?$/, /^(?:direct fail(?:ure)?|skip(?:ped)?|directness)$/],
  },
  {
    tool: "Optimal Workshop",
    kind: "usability-study",
    marks: [/optimalworkshop\.com|\b(?:Treejack|OptimalSort|Chalkmark)\b/],
  },
  { tool: "UserTesting", kind: "usability-study", marks: [/\b(?:app|www)\.usertesting\.com\b/] },
  { tool: "UserZoom", kind: "usability-study", marks: [/\buserzoom(?:\.com)?\b/i] },
  { tool: "Lookback", kind: "usability-study", marks: [/\blookback\.(?:io|com)\b/] },
  { tool: "Lyssna (UsabilityHub)", kind: "usability-study", marks: [/\b(?:lyssna\.com|usabilityhub\.com)\b/] },
  { tool: "Useberry", kind: "usability-study", marks: [/\buseberry\.com\b/] },
  { tool: "UXtweak", kind: "usability-study", marks: [/\buxtweak\.com\b/] },
  { tool: "Userlytics", kind: "usability-study", marks: [/\buserlytics\.com\b/] },
  { tool: "Loop11", kind: "usability-study", marks: [/\bloop11\.com\b/] },
  // Monitoring.
  { tool: "Cachet", kind: "monitor-times", marks: [json, /"human_status"\s*:|"status"\s*:\s*\{\s*"human"\s*:/] },
  {
    tool: "监控宝 / 听云 / 云监控",
    kind: "monitor-times",
    headings: [/^(?:可用率|可用性|正常率|在线率)(?: ?[(（]?%[)）]?)?$/],
    without: times,
  },
  { tool: "听云", kind: "monitor-times", marks: [json, /tingyun|"taskName"\s*:/i, /"availability"\s*:/] },
  { tool: "监控宝", kind: "monitor-times", marks: [/jiankongbao|监控宝/i] },
  {
    tool: "云监控 (阿里云)",
    kind: "monitor-times",
    marks: [json, /"Datapoints"\s*:\s*"|"AlarmHistoryList"|"AlertHistory"|"SiteMonitor/],
  },
  {
    tool: "云监控 (腾讯云)",
    kind: "monitor-times",
    marks: [json, /"Response"\s*:\s*\{/, /"DataPoints"\s*:|"AlarmHistories"\s*:/],
  },
  {
    tool: "Site24x7 / Freshping / StatusCake",
    kind: "monitor-times",
    headings: [
      /^(?:availability|uptime)(?: ?[(]?%[)]?| percentage)?$/,
      /^(?:monitor|check|test|display)? ?(?:name|monitor)$/,
    ],
    without: times,
  },
  {
    tool: "Freshping",
    kind: "monitor-times",
    marks: [json, /freshping|"check_state"\s*:|"uptime_percentage"\s*:/i, /"application"|"check/],
  },
  {
    tool: "Datadog",
    kind: "monitor-times",
    marks: [json, /"probe_dc"\s*:|"check_time"\s*:/, /"result(?:s|_id)?"\s*:/],
  },
  {
    tool: "New Relic",
    kind: "monitor-times",
    marks: [json, /"eventType"\s*:\s*"Synthetic|"NrqlResult|"nrql"\s*:|"SyntheticCheck"/],
  },
  { tool: "Dynatrace", kind: "monitor-times", marks: [json, /"metricId"\s*:\s*"(?:builtin|ext|func):/] },
  { tool: "AppDynamics", kind: "monitor-times", marks: [json, /"metricPath"\s*:/, /"metricValues"\s*:/] },
  { tool: "SkyWalking", kind: "monitor-times", marks: [json, /"readMetricsValues?"\s*:|"execExpression"\s*:/] },
  { tool: "Elastic", kind: "monitor-times", marks: [json, /"_source"\s*:/, /"monitor"\s*:/] },
  {
    tool: "Icinga",
    kind: "monitor-times",
    marks: [json, /"results"\s*:\s*\[/, /"check_attempt"\s*:|"last_hard_state"\s*:/],
  },
  { tool: "PRTG", kind: "monitor-times", headings: [/^date time$/, /^date time\(raw\)$/] },
  { tool: "PRTG", kind: "monitor-times", marks: [json, /"prtg-version"\s*:/] },
  { tool: "HetrixTools", kind: "monitor-times", marks: [json, /"uptime_status"\s*:/] },
  { tool: "OneUptime", kind: "monitor-times", marks: [json, /"isOperationalState"\s*:|"monitorStatusId"\s*:/] },
  { tool: "Uptime.com", kind: "monitor-times", marks: [json, /"cached_response_time"\s*:/] },
  { tool: "Oh Dear", kind: "monitor-times", marks: [json, /"latest_run_result"\s*:|"uptime_percentage"\s*:/] },
  { tool: "Cronitor", kind: "monitor-times", marks: [json, /"monitors"\s*:\s*\[/, /"latest_event"\s*:|"passing"\s*:/] },
  { tool: "Checkmk", kind: "monitor-times", marks: [json, /"domainType"\s*:\s*"(?:host|service)/] },
  { tool: "SolarWinds", kind: "monitor-times", marks: [/SolarWinds|Orion\.Nodes/] },
  {
    tool: "Atlassian Statuspage",
    kind: "monitor-times",
    headings: [/^component(?: name)?$/, /^[a-z]{3,9}\.? 20\d\d$/],
  },
  { tool: "Upptime", kind: "monitor-times", marks: [/^url: \S+\nstatus: (?:up|down)\n/] },
  ...spanTools,
  ...accessibilityTools,
  // What measures something else.
  { tool: "sitespeed.io", kind: "page-speed", marks: [json, /"browsertime"\s*:/] },
  {
    tool: "WebPageTest",
    kind: "page-speed",
    marks: [json, /"testerDNS"\s*:|"webPagetestVersion"|"statusText"\s*:\s*"Test Complete"/],
  },
  { tool: "HAR", kind: "page-speed", marks: [json, /^\s*\{\s*"log"\s*:\s*\{/, /"entries"\s*:|"creator"\s*:/] },
  { tool: "PageSpeed Insights", kind: "page-speed", marks: [json, /"loadingExperience"\s*:|"pagespeedonline/] },
  { tool: "Playwright", kind: "test-run", marks: [json, /"suites"\s*:/, /"configFile"|"rootDir"/] },
  { tool: "Postman (Newman)", kind: "test-run", marks: [json, /"run"\s*:\s*\{/, /"collection"\s*:|"executions"\s*:/] },
  { tool: "Cypress / Mocha", kind: "test-run", marks: [json, /"stats"\s*:\s*\{/, /"suites"\s*:/, /"passes"\s*:/] },
  { tool: "Jest", kind: "test-run", marks: [json, /"numTotalTests"\s*:/] },
  {
    tool: "Allure",
    kind: "test-run",
    marks: [json, /"historyId"\s*:|"testCaseId"\s*:/, /"status"\s*:\s*"(?:passed|failed|broken)/],
  },
  { tool: "Robot Framework", kind: "test-run", marks: [/<robot\s/, /generator="Robot/] },
  // Statistics packages; their files are no text.
  { tool: "SPSS", kind: "statistics-file", marks: [/^\$FL[23]/] },
  { tool: "Stata", kind: "statistics-file", marks: [/^<stata_dta>/] },
  { tool: "SAS", kind: "statistics-file", marks: [/^HEADER RECORD\*{7}LIBRARY HEADER/] },
  { tool: "R", kind: "statistics-file", marks: [/^RD[AX][23]\n/] },
  { tool: "Apache Parquet", kind: "statistics-file", marks: [/^PAR1/] },
];

/** The tool whose file this is; null where none is known. */
export function toolOfToday(text: string): { readonly tool: string; readonly kind: KindOfTool } | null {
  const headings = [",", ";", "\t"]
    .map((delimiter) => (firstRecord(text, delimiter) ?? []).map((heading) => heading.trim().toLowerCase()))
    .reduce((most, all) => (all.length > most.length ? all : most));
  const fits = ({ marks, headings: needed, without }: ToolOfToday): boolean =>
    !headings.some((heading) => without?.test(heading) === true && !/响应时间|response time/.test(heading)) &&
    (marks?.every((mark) => mark.test(text)) ?? true) &&
    (needed?.every((pattern) => headings.some((heading) => heading.length < 200 && pattern.test(heading))) ?? true);
  return toolsOfToday.find(fits) ?? null;
}
