import type { InterfaceRuleName } from "../../domain/evidence/interface-rules.ts";

/**
 * What OpenAPI itself asks, by the rule of @redocly/openapi-core that looks for it. Its rules on examples are left out: they
 * make programs of a stranger's schemas, and a schema of a few lines can keep them busy for ever.
 */
export const openapiRules: Readonly<Record<string, InterfaceRuleName>> = {
  struct: "structure",
  "no-unresolved-refs": "reference",
  "path-params-defined": "path-parameter",
  "no-identical-paths": "same-path",
  "operation-operationId-unique": "same-operation-id",
  "operation-parameters-unique": "same-parameter",
  "path-not-include-query": "query-in-path",
  "no-undefined-server-variable": "server-variable",
  "no-server-variables-empty-enum": "server-variable",
  "no-enum-type-mismatch": "enum-type",
  "no-schema-type-mismatch": "schema-type",
  "no-required-schema-properties-undefined": "required-field",
  "no-ambiguous-paths": "ambiguous-path",
  "no-server-example.com": "example-server",
  "operation-2xx-response": "good-answer",
};
