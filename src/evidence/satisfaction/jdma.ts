import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { membersOf, parsedJson, wholeFormat, type WholeFile } from "../whole-files.ts";

/** What the export wrote when its own request had failed: the print of an HTTP response. */
const failedExport = /^\s*Response \{/;

/**
 * "Je donne mon avis" as the French observatory of public services exports it: the mean satisfaction 0–10 of one
 * service and how many answered. A mean has no spread, so nothing bounds it. Nobody's answers are missing evidence.
 */
export const jdmaJson = wholeFormat({
  name: "jdma-json",
  title: "JDMA satisfaction JSON",
  version: 1,
  kind: "satisfaction",
  recognises: ({ text }) =>
    failedExport.test(text) || /^\s*\{\s*"data"\s*:\s*\{[^{}]{0,2000}"satisfaction"\s*:/.test(text),
  measure: (files, _options, findings) => {
    const [file, other] = files;
    if (file === undefined) throw new Refused({ code: "no-file", message: "There is no file to read" });
    if (other === undefined) return figures(file, findings);
    const message = `${other.name}: JDMA satisfaction JSON gives a mean, and several cannot be joined: one file a piece`;
    throw new Refused({ file: other.name, code: "two-services", message });
  },
});

function figures(file: WholeFile, findings: Findings) {
  if (failedExport.test(file.text)) {
    throw refused(file, "broken-response", "the export wrote an error instead of answers: missing evidence, not zero");
  }
  const export_ = membersOf(parsedJson(file));
  const mean = membersOf(export_?.["data"])?.["satisfaction"];
  const responses = membersOf(export_?.["metadata"])?.["satisfaction_count"];
  if (typeof responses !== "number" || !Number.isInteger(responses) || responses < 0 || responses > 1e12) {
    throw refused(file, "bad-ratings", "metadata.satisfaction_count does not say how many answered");
  }
  if (responses === 0) {
    throw refused(file, "no-responses", "nobody answered: missing evidence, not a rating of zero");
  }
  if (typeof mean !== "number" || mean < 0 || mean > 10) {
    throw refused(file, "bad-ratings", "data.satisfaction is not a mean from 0 to 10");
  }
  findings.rowCount += 1;
  findings.warn("mean-only", `${file.name} gives a mean without a spread: nothing bounds it`);
  return { kind: "satisfaction" as const, responses, mean, scaleMin: 0, scaleMax: 10 };
}

function refused({ name }: WholeFile, code: string, reason: string): Refused {
  return new Refused({ file: name, code, message: `${name}, JDMA satisfaction JSON: ${reason}` });
}
