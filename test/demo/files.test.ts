import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { write } from "../../src/demo/files/write.ts";
import { portfolio } from "../../src/demo/portfolio.ts";
import { seeded } from "../../src/demo/random.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { attachedIn, plansIn } from "../support/demo-scenes.ts";

const from = Date.parse("2026-03-01T00:00:00Z");

/** One of each kind and tool that the portfolio uses, in the size it uses it. */
const samples = new Map(
  portfolio.flatMap((scene) =>
    attachedIn(scene).map(({ sample }) => {
      const tool = "tool" in sample ? sample.tool : "shape" in sample ? sample.shape : "";
      return [`${sample.kind} ${tool}`.trim(), { scene, sample }] as const;
    }),
  ),
);

const contentOf = (name: string): string => {
  const { scene, sample } = samples.get(name)!;
  const { services, days } = plansIn(scene)[0]!;
  const to = from + days * 86_400_000;
  const { demand, recordsPerHour } = scene;
  const now = to + 86_400_000;
  const random = seeded(name);
  return [...write(sample, { random, demand, recordsPerHour, services, pilotFrom: from, pilotTo: to, now })].join("");
};

test("load runs, monitoring, questionnaires, tasks and the rest come from the tools that people use", () => {
  expect([...samples.keys()].sort()).toEqual(
    [
      ...["load jmeter", "load k6-csv", "load k6-json", "load gatling", "locust-history", "load-table"],
      ...["outages outages", "outages service-desk", "outages probes", "outages kuma"],
      ...["sus wide", "sus long", "sus words", "umux", "seq", "tasks", "volume", "ratings", "audit", "outcomes"],
      "components",
      ...["paper", "openapi"],
    ].sort(),
  );
});

describe.each([...samples.keys()])("%s", (name) => {
  test("is read by the product's own reader, every row of it", async () => {
    const text = contentOf(name);
    const file = { name: "file", bytes: text.length, open: () => Readable.from([Buffer.from(text)]) };
    const outcome = await readEvidence([file], { timeZone: "Asia/Shanghai", withinMs: 800 });
    const read = { kind: "measured", measurement: { rejectedRows: [] } };
    expect(outcome).toMatchObject(name === "paper" ? { kind: "document", format: "PDF" } : read);
  });

  test("is the same on every run", () => {
    expect(contentOf(name)).toBe(contentOf(name));
  });
});
