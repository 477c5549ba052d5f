import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { Unreadable } from "../unreadable.ts";
import { licenseOf } from "./license.ts";

const title = "CycloneDX";
const noName = new Unreadable("the-component-has-no-name");

interface Component {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * A software bill of materials as CycloneDX JSON 1.x: every component, those inside others too, each once by package
 * address (purl) or group, name and version. The product itself (`metadata.component`) is none of its parts.
 * Source: cyclonedx.org/docs/1.6/json.
 */
export const cyclonedx = wholeFormat({
  name: "cyclonedx",
  title,
  version: 1,
  kind: "components",
  recognises: ({ text }) => (/^\s*\{/.test(text) && /"bomFormat"\s*:\s*"CycloneDX"/.test(text)) || isXml(text),
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const byKey = new Map<string, Component>();
    for (const file of files) collect(componentsOf(file), file, byKey, findings);
    if (byKey.size === 0) throw nothing(files, findings);
    const components = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component);
    return { kind: "components", components };
  },
});

function isXml(text: string): boolean {
  return /^\s*</.test(text) && /<bom\s[^>]*cyclonedx\.org\/schema\/bom/.test(text);
}

function componentsOf(file: WholeFile): unknown[] {
  if (isXml(file.text)) {
    throw refused(
      file,
      "xml-bom",
      "this is its XML: save it as JSON (cyclonedx convert --output-format json) and attach that",
    );
  }
  const bom = membersOf(parsedJson(file)) ?? {};
  if (bom["bomFormat"] !== "CycloneDX") throw refused(file, "no-components", "bomFormat does not say CycloneDX");
  if (Array.isArray(bom["components"])) return bom["components"] as unknown[];
  const instead = "vulnerabilities" in bom ? "it lists vulnerabilities (VEX)" : "it lists no components";
  throw refused(file, "no-components", `${instead}: attach the bill of materials of the product`);
}

function collect(list: readonly unknown[], file: WholeFile, byKey: Map<string, Component>, findings: Findings): void {
  // Components may lie inside components to any depth: a list of work, so that depth costs no stack.
  const work = [...list];
  for (let i = 0; i < work.length; i += 1) {
    const { name, version, group, purl, licenses, components } = membersOf(work[i]) ?? {};
    if (Array.isArray(components)) for (const part of components as unknown[]) work.push(part);
    if (typeof name !== "string" || name === "") {
      findings.reject(i + 1, noName, file.name);
      continue;
    }
    findings.rowCount += 1;
    const written = typeof version === "string" ? version : "";
    const key = typeof purl === "string" ? purl : JSON.stringify([group ?? "", name, written]);
    findings.limits.take("component", key, { file: file.name });
    const license = licenseOf(licenses) ?? byKey.get(key)?.license;
    // A scope is part of an npm package's name; elsewhere the group is a namespace that people leave out.
    const full = typeof group === "string" && group.startsWith("@") ? `${group}/${name}` : name;
    byKey.set(key, { name: full, version: written, ...(license === undefined ? {} : { license }) });
  }
}

function nothing(files: readonly WholeFile[], findings: Findings): Refused {
  const [first] = findings.rejected;
  const reason = first === undefined ? "its list of components is empty" : first.reason;
  return new Refused({ code: "no-components", message: `${files[0]?.name ?? ""}: ${title}: ${reason}` });
}

function refused(file: WholeFile, code: string, reason: string): Refused {
  return new Refused({ file: file.name, code, message: `${file.name}: ${title}: ${reason}` });
}
