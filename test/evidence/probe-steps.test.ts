import { describe, expect, test } from "vitest";
import { fileOf, lines, measured } from "./support.ts";

const start = Date.UTC(2026, 2, 1);

/** Probes from a second on, a step apart, down where the predicate says so. */
function series(from: number, count: number, step: number, up: (second: number) => boolean = () => true) {
  return Array.from({ length: count }, (_, i) => ({ second: from + i * step, up: up(from + i * step) }));
}

type Probe = ReturnType<typeof series>[number];

const csv = (...probes: readonly Probe[]): string =>
  lines(
    "service,time,up",
    ...probes.map(({ second, up }) => `Permits,${new Date(start + second * 1000).toISOString()},${up}`),
  );

async function permits(...texts: readonly string[]) {
  const files = texts.map((text, i) => fileOf(text, `probes-${i}.csv`));
  const { services, warnings } = await measured("availability", files);
  return { ...services[0]!, warnings: warnings.map(({ code }) => code) };
}

const day = 86_400;

describe("probes are watched by the interval of their stretch", () => {
  test("a week at five minutes with five hours down, then a day at fifteen seconds: one file or two", async () => {
    const week = series(0, 2016, 300, (second) => second < 2 * day || second >= 2 * day + 18_000);
    const fine = series(7 * day, 5760, 15);
    const wanted = { observedSeconds: 691_200, downSeconds: 18_000, unknownSeconds: 0, warnings: [] };
    expect(await permits(csv(...week), csv(...fine))).toMatchObject(wanted);
    expect(await permits(csv(...week, ...fine))).toMatchObject(wanted);
    expect(await permits(csv(...fine), csv(...week))).toMatchObject(wanted);
  });

  test("two files over the same day: what one of them watched was watched", async () => {
    const coarse = series(0, 288, 300);
    const fine = series(6 * 3600, 240, 15, (second) => second !== 6 * 3600 + 15);
    expect(await permits(csv(...coarse), csv(...fine))).toMatchObject({
      observedSeconds: day,
      downSeconds: 15,
      unknownSeconds: 0,
    });
  });

  test("retries after a failure come sooner and hold no unknown time around them", async () => {
    // Every ten minutes: up, down, two retries twenty seconds apart, up a minute later.
    const probes = Array.from({ length: 60 }, (_, k) => [
      ...series(k * 600, 9, 60),
      ...series(k * 600 + 540, 3, 20, () => false),
    ]).flat();
    expect(await permits(csv(...probes))).toMatchObject({ observedSeconds: 36_040, unknownSeconds: 0 });
  });

  test("an interval that was changed and changed back", async () => {
    const probes = [...series(0, 60, 60), ...series(3600, 12, 300), ...series(7200, 60, 60)];
    expect(await permits(csv(...probes))).toMatchObject({ observedSeconds: 3 * 3600, unknownSeconds: 0 });
  });

  test("a gap is unknown in a stretch of any interval", async () => {
    const probes = [...series(0, 60, 60), ...series(3600, 40, 15), ...series(3600 + 40 * 15 + 285, 40, 15)];
    expect(await permits(csv(...probes))).toMatchObject({ unknownSeconds: 285 });
  });

  test("time between two files that nobody watched is unknown, and much of it is said", async () => {
    const service = await permits(csv(...series(0, 60, 60)), csv(...series(3 * 3600, 60, 60)));
    expect(service).toMatchObject({ observedSeconds: 7200, unknownSeconds: 7200, warnings: ["much-unknown"] });
  });

  test("files of one probe each speak together", async () => {
    const texts = series(0, 10, 60).map((probe) => csv(probe));
    expect(await permits(...texts)).toMatchObject({ observedSeconds: 600, unknownSeconds: 0 });
  });
});
