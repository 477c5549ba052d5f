import { json, page, type ToolOfToday } from "./tool.ts";

/** What checks whether everybody can use a page. */
export const accessibilityTools: readonly ToolOfToday[] = [
  {
    tool: "axe DevTools",
    kind: "wcag-findings",
    headings: [/^rule(?: id)?$/, /^(?:impact|severity)$/, /^(?:help url|selector|element source|source)$/],
  },
  { tool: "axe DevTools", kind: "wcag-findings", marks: [json, /"findings"\s*:\s*\{/, /"violations"\s*:/] },
  {
    tool: "axe Monitor",
    kind: "wcag-findings",
    marks: [json, /"projectName"\s*:|"runId"\s*:/, /"issuesCount"\s*:|"totalIssues"\s*:/],
  },
  { tool: "Pa11y", kind: "wcag-findings", headings: [/^type$/, /^code$/, /^message$/, /^context$/, /^selector$/] },
  {
    tool: "Pa11y",
    kind: "wcag-findings",
    marks: [/^[ \t]{0,20}(?:Welcome to Pa11y|>? ?Running Pa11y on)|Results for URL: /m],
  },
  {
    tool: "Siteimprove",
    kind: "wcag-findings",
    headings: [/^issue$/, /^conformance$/, /^(?:occurrences|pages|difficulty)$/],
  },
  {
    tool: "ARC (TPGi)",
    kind: "wcag-findings",
    headings: [
      /^(?:engine|rule engine|assertion)$/,
      /^(?:wcag sc|success criteria|wcag)$/,
      /^(?:page url|url|domain)$/,
    ],
  },
  {
    tool: "ARC (TPGi)",
    kind: "wcag-findings",
    marks: [json, /"(?:arcRule|wcagDensity|pageWcagErrors|asset_error_density)"\s*:/i],
  },
  { tool: "WAVE", kind: "wcag-findings", marks: [page, /WAVE (?:Report|Web Accessibility)|wave\.webaim\.org/] },
  { tool: "Tenon", kind: "wcag-findings", marks: [json, /"resultSet"\s*:/, /"(?:bpID|tID|certainty)"\s*:/] },
  { tool: "Deque / axe", kind: "wcag-findings", marks: [page, /\baxe(?:-core| DevTools| Accessibility)/i] },
  { tool: "Silktide", kind: "wcag-findings", marks: [/\bsilktide\b/i, json] },
  {
    tool: "Monsido / Acquia Optimize",
    kind: "wcag-findings",
    marks: [json, /"(?:accessibility_checks_with_errors|pages_with_misspellings)/],
  },
  { tool: "Lighthouse", kind: "wcag-findings", marks: [page, /__LIGHTHOUSE_JSON__|<title>Lighthouse Report/] },
  {
    tool: "WAVE",
    kind: "wcag-findings",
    marks: [json, /"categories"\s*:/, /"(?:allitemcount|creditsremaining)"\s*:/],
  },
  { tool: "IBM Equal Access", kind: "wcag-findings", marks: [json, /"ruleId"\s*:/, /"VIOLATION"/] },
  { tool: "Unlighthouse", kind: "wcag-findings", marks: [json, /"best-practices"\s*:/, /"path"\s*:/, /"score"\s*:/] },
  { tool: "Unlighthouse", kind: "wcag-findings", marks: [json, /"routes"\s*:\s*\[/, /"accessibility"\s*:/] },
  { tool: "Lighthouse CI", kind: "wcag-findings", marks: [json, /"(?:auditId|auditProperty)"\s*:/, /"operator"\s*:/] },
  { tool: "axe-core", kind: "wcag-findings", marks: [/^\s*\[/, /"helpUrl"\s*:/, /"nodes"\s*:/, /"impact"\s*:/] },
  {
    tool: "WCAG-EM Report Tool",
    kind: "wcag-findings",
    marks: [json, /"(?:auditSample|defineScope|evaluationScope)"\s*:/],
  },
  { tool: "Asqatasun", kind: "wcag-findings", marks: [json, /"auditType"\s*:|"nbFailedOccurrences"|asqatasun/i] },
];
