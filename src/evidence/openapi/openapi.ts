import { interfaceRuleNames, severityOf } from "../../domain/evidence/interface-rules.ts";
import type { InterfaceRuleName } from "../../domain/evidence/interface-rules.ts";
import type { InterfaceFinding } from "../../domain/evidence/measurement.ts";
import { limits } from "../limits.ts";
import { Refused } from "../refused.ts";
import { warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { descriptionFaults, NoDescription } from "./fault.ts";
import { lintBeside } from "./lint-beside.ts";
import type { Linted } from "./lint.ts";

const title = "OpenAPI";

/**
 * Descriptions of interfaces as OpenAPI 3.0 to 3.2 or Swagger 2.0, JSON or YAML: how many operations they offer, and every
 * place where a rule of the house, or one that an interface standard may ask for, is not kept. Nothing that a description
 * refers to outside itself is looked at.
 * Source: spec.openapis.org/oas; formal rules by @redocly/openapi-core.
 */
export const openapi = wholeFormat({
  name: "openapi",
  title,
  version: 1,
  kind: "interface",
  largest: 2 << 20,
  recognises: ({ text }) =>
    /^\s*\{/.test(text)
      ? /"(?:openapi|swagger)"\s*:\s*"[0-9]/.test(text)
      : /^["']?(?:openapi|swagger)["']?\s*:\s*["']?[0-9]/m.test(text),
  measure: async (files, options, findings) => {
    warnOfCopies(files, findings);
    const listed: InterfaceFinding[] = [];
    const counts = new Map<InterfaceRuleName, number>();
    let operations = 0;
    for (const file of files) {
      const linted = await lintedFile(file, options.asRecorded === true);
      operations += linted.operations;
      findings.limits.size("operation", operations, { file: file.name });
      for (const { rule, pointer } of linted.places) {
        listed.push({ rule, severity: severityOf(rule), pointer, ...(files.length > 1 && { file: file.name }) });
      }
      for (const { rule, count } of linted.counts) counts.set(rule, (counts.get(rule) ?? 0) + count);
    }
    findings.rowCount = operations;
    return {
      kind: "interface",
      descriptions: files.length,
      operations,
      findings: listed,
      counts: interfaceRuleNames.flatMap((rule) => {
        const count = counts.get(rule) ?? 0;
        return count === 0 ? [] : [{ rule, count }];
      }),
    };
  },
});

/** @throws Refused where it is no description, or none that can be checked */
async function lintedFile(file: WholeFile, asRecorded: boolean): Promise<Linted> {
  const mostOperations = asRecorded ? Infinity : limits.operation.most;
  const linted = await lintBeside({ text: file.text, mostOperations });
  if (!(linted instanceof NoDescription)) return linted;
  const message = `${file.name}: ${title}: ${descriptionFaults[linted.fault]}`;
  throw new Refused({ file: file.name, code: `openapi-${linted.fault}`, message });
}
