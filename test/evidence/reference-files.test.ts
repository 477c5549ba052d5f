import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { measured, read, refusal } from "./support.ts";

function piece(path: string): EvidenceFile[] {
  const absolute = realPath(path);
  if (!statSync(absolute).isDirectory()) return [{ name: path, path: absolute, bytes: statSync(absolute).size }];
  return readdirSync(absolute).flatMap((entry) => piece(join(path, entry)));
}

describe.skipIf(!realFiles("load/jmeter", "uptime/upptime", "usability/heritrace-endusers"))(
  "files that tools and people wrote",
  () => {
    test("slow-stdev.jtl", async () => {
      const load = await measured("load", piece("load/jmeter/slow-stdev.jtl"), { withinMs: 1000 });
      expect(load).toMatchObject({ requests: 599, failures: 63, durationSeconds: 7.207, rejectedCount: 0 });
      expect(load.latencyMs.mean).toBeCloseTo(804.4, 1);
      expect(load.slices).toEqual([{ seconds: 7.207, requests: 599, failures: 63, within: load.within!.requests }]);
    });

    test("filewithtransactions.csv has 313 rows, 103 of them transaction parents", async () => {
      const load = await measured("load", piece("load/jmeter/filewithtransactions.csv"));
      expect(load).toMatchObject({ rowCount: 313, transactionParents: 103, requests: 210, failures: 0 });
      expect(load.byLabel?.every((one) => !one.label.startsWith("Scenario"))).toBe(true);
      expect(load.steps?.map((step) => step.concurrency)).toEqual([5]);
    });

    test("tabs, doubled quotes, written times, unicode labels, few columns", async () => {
      expect(await measured("load", piece("load/jmeter/tabs.jtl"))).toMatchObject({ requests: 4, failures: 0 });
      const quoted = await measured("load", piece("load/jmeter/doublequoting.jtl"));
      expect(quoted).toMatchObject({ requests: 2, failures: 2, rejectedCount: 0 });
      const written = await measured("load", piece("load/jmeter/JMeterPublisher_formatted_timeStamp.csv"), {
        timeZone: "Asia/Shanghai",
      });
      expect(written).toMatchObject({ requests: 3, failures: 1, from: "2014-02-23T23:42:21.256Z" });
      const unicode = await measured("load", piece("load/jmeter/unicode.jtl"));
      expect(unicode.byLabel?.map((one) => one.label)).toEqual(["САП.АутентифицироватьРасш", "Тест.Эхо"]);
      expect(unicode.warnings).toEqual([]);
      expect(await measured("load", piece("load/jmeter/JMeterCsvResults.csv"))).toMatchObject({ requests: 3 });
      expect(await measured("load", piece("load/jmeter/simple.kpi.jtl"))).toMatchObject({ requests: 6, failures: 3 });
    });

    test("an empty file and transaction parents alone are refused", async () => {
      expect(await refusal(piece("load/jmeter/emptyfile.jtl"))).toMatchObject({ code: "empty-file" });
      expect(await refusal(piece("load/jmeter/tranctl.jtl"))).toMatchObject({ code: "only-transaction-parents" });
    });

    test("nine Upptime services agree with the uptime published, the others have an unknown period", async () => {
      const availability = await measured("availability", piece("uptime/upptime"));
      const published: Record<string, number> = {
        "Slack Community": 100,
        Manual: 99.62,
        Playground: 99.83,
        "Package Repository": 100,
        "Community Forum": 99.5,
        Documentation: 100,
        "Facet Demo": 99.7,
        "Catalog Demo": 99.2,
        "Cloudflare Monitor": 100,
      };
      expect(availability.services.map((one) => one.service)).toEqual(Object.keys(published).sort());
      for (const one of availability.services) {
        expect(Math.abs(one.availability * 100 - published[one.service]!)).toBeLessThanOrEqual(0.01);
        expect(one.outages).toBeUndefined();
      }
      expect(availability.warnings.filter((warning) => warning.code === "period-unknown")).toHaveLength(9);
      expect(availability.warnings.filter((warning) => warning.code === "unread-file")).toHaveLength(1);
    });

    test("nine SUS forms with an example line each", async () => {
      const sus = await measured("sus", piece("usability/heritrace-endusers/sus"));
      expect(sus.n).toBe(9);
      expect(sus.mean).toBeCloseTo(78.8889, 4);
      expect(sus.sd).toBeCloseTo(14.4217, 4);
      expect(sus.respondents.every((one) => one.identified)).toBe(true);
    });

    test("nine forms of four tasks: a success after the time limit is partial", async () => {
      const tasks = await measured("tasks", piece("usability/heritrace-endusers/task_completion"));
      expect(tasks.participants.map((one) => one.attempts)).toEqual(Array.from({ length: 9 }, () => 4));
      expect(tasks.successRate).toBeCloseTo(29 / 36, 12);
      expect(tasks.tasks.find((one) => one.task.startsWith("Edit"))).toMatchObject({ successes: 7, partial: 2 });
      expect(tasks.tasks.find((one) => one.task.startsWith("Restore"))).toMatchObject({ successes: 7, failures: 2 });
    });

    test("forms of two kinds are no piece", async () => {
      expect(await refusal(piece("usability/heritrace-endusers"))).toMatchObject({ code: "two-formats" });
    });

    test("what no reader knows is refused, never thrown", async () => {
      for (const path of ["fairness/adult.data", "sbom"]) {
        expect((await read(piece(path))).kind).toBe("refused");
      }
    });
  },
);
