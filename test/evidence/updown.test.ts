import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { summarise } from "../../src/domain/evidence/summary.ts";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { referenceFile } from "./reference.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, measured, read, refusal } from "./support.ts";

const metrics = (uptime: unknown, samples = 2001, failures = 50) =>
  JSON.stringify({ uptime, apdex: 0.97, timings: { total: 1 }, requests: { samples, failures, satisfied: 1943 } });

const stated = (texts: Record<string, string>): Mapping => ({
  format: "updown-json",
  columns: {},
  conditions: {},
  rows: {},
  stated: texts,
});

describe("updown.io", () => {
  test("the availability is the uptime, not the share of requests; without a period there are no seconds", async () => {
    const { services, warnings, rowCount } = await measured("availability", metrics(99.55));
    expect(services).toEqual([{ service: "unnamed service", availability: 0.9955 }]);
    expect(warnings.map(({ code }) => code)).toEqual(["service-unnamed", "period-unknown", "uptime-weighted"]);
    expect(warnings[2]?.message).toContain("50 of 2001");
    expect(rowCount).toBe(1);
  });

  test("what has no period counts for nothing", async () => {
    const statistics = summarise(await measured("availability", metrics(99.55)), {
      services: ["unnamed service"],
      minGroup: 5,
    });
    expect(statistics).toMatchObject({ services: [], otherServices: 1 });
  });

  test("service and period that the person states make totals without outages, so a point without a bound", async () => {
    const mapping = stated({ service: "Permits", from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z" });
    const measurement = await measured("availability", metrics(99.5, 2000, 10), { mapping });
    expect(measurement).toMatchObject({
      from: "2026-03-01T00:00:00.000Z",
      to: "2026-03-31T00:00:00.000Z",
      warnings: [],
    });
    const [service] = measurement.services;
    expect(service).toMatchObject({ service: "Permits", observedSeconds: 2_592_000, availability: 0.995 });
    expect(service?.downSeconds).toBeCloseTo(12_960, 6);
    expect(service?.outages).toBeUndefined();
    const statistics = summarise(measurement, { services: ["Permits"], minGroup: 5 });
    expect(statistics).toMatchObject({ services: [{ service: "Permits", outages: null }], otherServices: 0 });
  });

  test("a period that is none is refused", async () => {
    for (const [from, to] of [
      ["2026-03-02", "2026-03-01"],
      ["2026-03-01", "later"],
    ] as const) {
      expect(await refusal(metrics(99), { mapping: stated({ from, to }) })).toMatchObject({ code: "bad-period" });
    }
  });

  test("no uptime is missing evidence, not zero; zero is zero", async () => {
    for (const uptime of [null, undefined, "99", 101, -1]) {
      const problem = await refusal(metrics(uptime), { as: "updown-json" });
      expect(problem).toMatchObject({ code: "no-uptime" });
      expect(problem.message).toContain("updown.io JSON");
    }
    expect((await measured("availability", metrics(0))).services[0]?.availability).toBe(0);
    for (const text of ["{}", '{"error":"Not found"}']) {
      expect((await refusal(text)).message).toContain("missing evidence");
      expect(await refusal(text, { as: "updown-json" })).toMatchObject({ code: "no-uptime" });
    }
    expect((await refusal('{"error":"Not found"}', { as: "updown-json" })).message).toContain("Not found");
  });

  test("several files cannot be told apart; the same one twice is one", async () => {
    expect(await refusal([fileOf(metrics(99)), fileOf(metrics(98))])).toMatchObject({ code: "one-service-a-piece" });
    const twice = await measured("availability", [fileOf(metrics(99)), fileOf(metrics(99))]);
    expect(twice.warnings[0]).toMatchObject({ code: "same-file-twice" });
  });
});

const present = realFiles("uptime/observatoire");

describe.skipIf(!present)("Observatoire", () => {
  const folders = present ? readdirSync(realPath("uptime/observatoire")) : [];

  test("of 66 services 58 have an uptime and 8 an empty object", async () => {
    let readable = 0;
    for (const folder of folders) {
      const path = `uptime/observatoire/${folder}/updown.json`;
      const written = JSON.parse(readFileSync(realPath(path), "utf8")) as { uptime?: number };
      const outcome = await read([referenceFile(path)]);
      if (written.uptime === undefined) {
        expect(outcome, folder).toMatchObject({ kind: "refused" });
        continue;
      }
      readable += 1;
      const expected = { services: [{ availability: Number((written.uptime / 100).toFixed(6)) }], rejectedCount: 0 };
      expect(outcome, folder).toMatchObject({
        kind: "measured",
        reader: { format: "updown-json" },
        measurement: expected,
      });
    }
    expect([folders.length, readable]).toEqual([66, 58]);
  });

  test("8 of 1982 requests failed and none was confirmed: 100 %, not 99.6 %", async () => {
    const { services, warnings } = await measured("availability", [
      referenceFile("uptime/observatoire/1666/updown.json"),
    ]);
    expect(services[0]?.availability).toBe(1);
    expect(warnings.at(-1)).toMatchObject({ code: "uptime-weighted" });
  });
});
