import { expect, test } from "vitest";
import { fileOf, lines, measured, refusal } from "./support.ts";

const summary = (services: unknown) => JSON.stringify(services);
const service = (name: string, url: string, dailyMinutesDown: Record<string, number> = {}) => ({
  name,
  url,
  dailyMinutesDown,
});
const history = (url: string, from: string, to: string) =>
  lines(`url: ${url}`, "status: up", `lastUpdated: ${to}`, `startTime: ${from}`, "generator: Upptime");

test("files join on url, whatever they are named and wherever they come", async () => {
  const files = [
    fileOf(history("https://b.example", "2026-01-01T00:00:00Z", "2026-01-11T00:00:00Z"), "x"),
    fileOf(summary([service("A", "https://a.example"), service("B", "https://b.example", { "2026-01-03": 144 })]), "y"),
    fileOf('{"schemaVersion":1,"label":"uptime","message":"99%"}', "z"),
  ];
  const measurement = await measured("availability", files);
  expect(measurement.services).toMatchObject([
    { service: "B", observedSeconds: 864_000, downSeconds: 8640, availability: 0.99 },
  ]);
  expect(measurement.services[0]?.outages).toBeUndefined();
  expect(measurement.warnings.map((warning) => warning.code).sort()).toEqual(["badges-left-aside", "period-unknown"]);
  expect(await measured("availability", files.toReversed())).toEqual(measurement);
});

test("downtime of days outside the period does not count", async () => {
  const daily = { "2025-12-31": 600, "2026-01-01": 50, "2026-01-02": 10, "2026-01-03": 500 };
  const files = [
    fileOf(summary([service("A", "u", daily)])),
    fileOf(history("u", "2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z")),
  ];
  expect((await measured("availability", files)).services[0]).toMatchObject({ downSeconds: 3600 });
});

test("there is never more downtime than the period", async () => {
  const files = [
    fileOf(summary([service("A", "u", { "2026-01-01": 1440, "2026-01-02": 1440 })])),
    fileOf(history("u", "2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z")),
  ];
  const measurement = await measured("availability", files);
  expect(measurement.services[0]).toMatchObject({ observedSeconds: 86_400, downSeconds: 86_400, availability: 0 });
  expect(measurement.warnings.map((warning) => warning.code)).toEqual(["more-down-than-observed"]);
});

test("without a summary, without a period, or cut off: refused", async () => {
  const period = history("u", "2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z");
  expect(await refusal(period)).toMatchObject({ code: "no-summary" });
  expect(await refusal(summary([service("A", "u")]))).toMatchObject({ code: "no-usable-row" });
  expect(await refusal(summary([service("A", "u")]).slice(0, -4))).toMatchObject({ code: "broken-json" });
  expect(await refusal(summary([service("A", "u", { "2026-01-01": -3 })]))).toMatchObject({ code: "unread-downtime" });
});
