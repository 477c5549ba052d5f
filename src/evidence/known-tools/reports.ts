import { json, type KnownTool } from "./tool.ts";

/** Of what checks pages and programs, and pages for the eye. */
export const reports: readonly KnownTool[] = [
  {
    key: "lhci-manifest",
    name: "a manifest of Lighthouse CI",
    instead: "attach the reports that it names (jsonPath)",
    marks: [json, /"isRepresentativeRun"\s*:/, /"jsonPath"\s*:/],
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
