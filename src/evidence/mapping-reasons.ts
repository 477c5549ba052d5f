/** Why a mapping, or an answer to a reader's question, is none, in English (reasons.ts). */
export const mappingReasons = {
  "mapping-not-json": "the mapping is not JSON",
  "mapping-without-format": "the mapping names no known format",
  "mapping-needs-format": "the mapping names no format, which {{name}} needs",
  "mapping-columns": "columns: each column of the format takes the text of a heading",
  "mapping-rows": "rows: each heading takes a text",
  "mapping-stated": "stated: each column takes a text",
  "mapping-encoding": "encoding: one of {{encodings}}",
  "mapping-conditions": "conditions: each column takes a condition",
  "mapping-condition": "{{column}} needs a condition such as 1, or Medium, High, or >= 5, or <= 2",
  "mapping-of-none": "{{format}} has no columns to map",
  "mapping-no-such-column": "{{layout}} has no column “{{name}}”, only {{known}}",
  "answer-of-no-shape": "{{path}}: {{fault}}",
  "answer-scale": "scale: the lowest answer lies below the highest, and neither beyond 1000",
  "answer-zone": "zone: {{zone}} is no known time zone",
  "no-number-so-not": "“{{text}}” is not a number, so not {{condition}}",
} as const;
