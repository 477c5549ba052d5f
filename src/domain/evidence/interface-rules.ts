/**
 * What is looked for in the description of an interface (OpenAPI), by the name that findings, texts and the ledger use. The
 * value is how grave the house takes it: an error keeps others from using the interface as described, a warning makes it
 * harder, null counts only where an interface standard asks for it. The names of the last groups are those of a standard's
 * rules (`ruleName` of domain/standards/rule-set.ts, an operation-id with its style).
 */
const interfaceRules = {
  structure: "error",
  reference: "error",
  "reference-outside": "error",
  "no-operations": "error",
  "path-parameter": "error",
  "same-path": "error",
  "same-operation-id": "error",
  "same-parameter": "error",
  "query-in-path": "error",
  "server-variable": "error",
  "enum-type": "error",
  "schema-type": "error",
  "required-field": "warning",
  "ambiguous-path": "warning",
  "plain-http": "error",
  "no-server": "warning",
  "example-server": "warning",
  "good-answer": "warning",
  "fault-answer": "warning",
  "old-version": "warning",
  "servers-https": null,
  "security-declared": "error",
  "operation-described": "warning",
  "problem-documents": "warning",
  "info-field.contact": "warning",
  "info-field.description": null,
  "info-field.license": null,
  "info-field.termsOfService": null,
  "versioned-path": null,
  "operation-id.camelCase": null,
  "operation-id.PascalCase": null,
  "operation-id.snake_case": null,
  "operation-id.kebab-case": null,
} as const satisfies Readonly<Record<string, FindingSeverity>>;

export type InterfaceRuleName = keyof typeof interfaceRules;

/** Null: nobody asks for it but a standard. */
export type FindingSeverity = "error" | "warning" | null;

export const interfaceRuleNames = Object.keys(interfaceRules) as readonly InterfaceRuleName[];

export const severityOf = (rule: InterfaceRuleName): FindingSeverity => interfaceRules[rule];
