/** What all tools of one kind lack, and what to attach instead. */
export const kindsOfTool = {
  "survey-answers": "export the answers as a table, one person a row (CSV or XLSX), and attach that",
  "usability-study":
    "write each attempt into a table of task results (participant, task, outcome, seconds), or the answers into a table of its questionnaire, one person a row, and attach that",
  "monitor-times":
    "it does not say from when to when a service was down: export its outages or incidents with service, start and end, or its checks with service, time and up, as a table and attach that",
  "monitor-spans":
    "its stretches of time are not read: write service, from, to and type (up, outage, planned) into a table of outages and attach that",
  "wcag-findings":
    "write its findings into a WCAG checklist (page, criterion, result), or attach the JSON of axe-core, Lighthouse or Pa11y",
  "page-speed": "it tells how fast a browser showed a page, and no indicator is measured from that",
  "test-run": "tests that pass measure no indicator: attach what the tests measured",
  "statistics-file": "save its data as CSV and attach that",
} as const;

export type KindOfTool = keyof typeof kindsOfTool;

export interface ToolOfToday {
  readonly tool: string;
  readonly kind: KindOfTool;
  /** All of these are in the file's beginning. */
  readonly marks?: readonly RegExp[];
  /** Each is a heading, or one of several, in lower case. */
  readonly headings?: readonly RegExp[];
  /** No heading is one of these. */
  readonly without?: RegExp;
}

export const json = /^\s*[[{]/;
/** A page for the eye. */
export const page = /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html)[\s>]/i;
