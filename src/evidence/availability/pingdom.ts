import { Refused } from "../refused.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat } from "../whole-files.ts";
import { SpanServices } from "./span-services.ts";
import { statedOf } from "./stated.ts";
import { sampleTime } from "./up-series.ts";

const title = "Pingdom outage summary";

/**
 * The states of one check over time (Pingdom's summary.outage): up, down or unknown from `timefrom` to `timeto`, seconds
 * since 1970. The file names no service: `mapping.stated.service` does. Source: docs.pingdom.com/api, "summary.outage".
 */
export const pingdomJson = wholeFormat({
  name: "pingdom-json",
  title,
  version: 1,
  kind: "availability",
  recognises: ({ text }) =>
    /^\s*\{\s*"summary"\s*:\s*\{/.test(text) && /"states"\s*:\s*\[/.test(text) && /"timefrom"\s*:/.test(text),
  measure: (files, options, findings) => {
    warnOfCopies(files, findings);
    const { service: stated } = statedOf("pingdom-json", options, title);
    const [file, another] = files;
    if (file === undefined || another !== undefined) {
      const message = `${title}: a file names no service, so ${files.length} files cannot be told apart: attach each by itself`;
      throw new Refused({ code: "one-service-a-piece", message });
    }
    const services = new SpanServices(title, findings);
    const service = stated ?? "unnamed service";
    if (stated === undefined)
      findings.warn("service-unnamed", `${title}: the file does not say which service it is about: state it`);
    const states = membersOf(membersOf(parsedJson(file))?.["summary"])?.["states"];
    for (const state of Array.isArray(states) ? (states as unknown[]) : []) {
      findings.rowCount += 1;
      const { status, timefrom, timeto } = membersOf(state) ?? {};
      const [from, to] = [timefrom, timeto].map((time) => (typeof time === "number" ? sampleTime(time) : NaN));
      if (typeof from !== "number" || typeof to !== "number" || !(to > from))
        services.unread(service, "a state without a stretch of time");
      else if (status === "up") services.of(service).observed.push({ from, to });
      else if (status === "down") {
        services.of(service).observed.push({ from, to });
        services.of(service).outage.push({ from, to });
      } else if (status === "unknown") services.of(service).unknown.push({ from, to });
      else services.unread(service, "a state that is not up, down or unknown");
    }
    return services.figures();
  },
});
