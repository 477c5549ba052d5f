import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalFile } from "../../src/application/collections/canonical-file.ts";
import type { StoredAnswer } from "../../src/authority/collected.ts";
import { susScore } from "../../src/domain/statistics/sus.ts";
import type { EvidenceKind } from "../../src/domain/evidence/kinds.ts";
import type { Collection } from "../../src/domain/technology/state/collections.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { Readable } from "node:stream";
import { collectionTerms } from "../domain/technology/collection-stories.ts";

const collection: Collection = {
  ...collectionTerms(),
  collection: "c1",
  plan: 1,
  openedBy: "pia",
  openedAt: "2026-03-07T08:00:00.000Z",
  position: 9,
  batches: [],
  closed: null,
};

const answer = (over: Partial<StoredAnswer>): StoredAnswer => ({
  id: "x",
  group: null,
  place: null,
  language: "en",
  content: { kind: "scale", steps: [] },
  doubts: [],
  leftOut: null,
  incomplete: false,
  arrived: 1_770_000_000,
  number: null,
  earlier: [],
  ...over,
});

async function read(kind: EvidenceKind, answers: readonly StoredAnswer[], tasks: readonly string[] = []) {
  const file = canonicalFile(kind, collection, answers, tasks);
  const text = [...file.lines].join("");
  const outcome = await readEvidence(
    [{ name: "answers.csv", bytes: Buffer.byteLength(text), open: () => Readable.from([Buffer.from(text)]) }],
    { timeZone: "UTC" },
  );
  if (outcome.kind !== "measured") throw new Error(JSON.stringify(outcome));
  expect(outcome.reader.format).toBe(file.format);
  return outcome.measurement;
}

const step = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: null });

describe("answers as a file", () => {
  it("say of each respondent what was answered, whatever it was (SUS)", async () => {
    const sheets = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(sheets, async (all) => {
        const measured = await read(
          "sus",
          all.map((steps) => answer({ content: { kind: "scale", steps } })),
        );
        if (measured.kind !== "sus") throw new Error(measured.kind);
        expect(measured.respondents.map(({ score }) => score)).toEqual(all.map((steps) => susScore(steps)));
        expect(measured.respondents.every(({ identified }) => identified)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("keep missing answers missing, and left-out ones out", async () => {
    const full = [5, 1, 5, 1, 5, 1, 5, 1, 5, 1];
    const measured = await read("sus", [
      answer({ content: { kind: "scale", steps: full }, group: "older" }),
      answer({ content: { kind: "scale", steps: [null, null, ...full.slice(2)] } }),
      answer({ content: { kind: "scale", steps: [null, null, null, ...full.slice(3)] } }),
      answer({ content: { kind: "scale", steps: full }, doubts: ["device"], leftOut: "device" }),
      answer({ content: { kind: "scale", steps: full }, doubts: ["second"] }),
    ]);
    expect(measured).toMatchObject({ kind: "sus", n: 3, leftOut: 1, dropped: [{ id: "c1-00003" }] });
  });

  it("are read as UMUX-Lite on seven steps and ratings on five, even where nobody uses the ends", async () => {
    const low = [answer({ content: { kind: "scale", steps: [3, 4] } })];
    expect(await read("umux-lite", low)).toMatchObject({ kind: "umux-lite", scale: { min: 1, max: 7 }, n: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 }), async (ratings) => {
        const measured = await read(
          "satisfaction",
          ratings.map((rating) => answer({ content: { kind: "scale", steps: [rating] } })),
        );
        const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
        expect(measured).toMatchObject({ responses: ratings.length, scaleMin: 1, scaleMax: 5 });
        expect(measured.kind === "satisfaction" && measured.mean).toBeCloseTo(mean, 9);
      }),
      { numRuns: 20 },
    );
  });

  it("are read as ratings of tasks, a left-out participant's not", async () => {
    const tasks = ["Find the plot, then print it", 'Say "hello"'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step(7), step(7)), { minLength: 1, maxLength: 12 }), async (rated) => {
        const some = rated.filter((steps) => steps.some((given) => given !== null));
        fc.pre(some.length > 0);
        const left = answer({ content: { kind: "scale", steps: [7, 7] }, doubts: ["device"], leftOut: "device" });
        const answers = [...rated.map((steps) => answer({ content: { kind: "scale", steps } })), left];
        const measured = await read("seq", answers, tasks);
        expect(measured).toMatchObject({ kind: "seq", scale: { min: 1, max: 7 }, n: some.length });
      }),
      { numRuns: 20 },
    );
  });

  it("are read as tasks: one done with help is partly done, one that was not tried is none", async () => {
    const tried = { seconds: 12.5, helped: false, ease: 6 } as const;
    const measured = await read(
      "tasks",
      [
        answer({
          number: 1,
          content: {
            kind: "tasks",
            sheet: [
              { outcome: "success", ...tried },
              { outcome: "success", ...tried, helped: true },
            ],
          },
        }),
        answer({
          number: 2,
          content: { kind: "tasks", sheet: [null, { outcome: "failure", ...tried, seconds: null }] },
        }),
      ],
      ["Find", "Upload"],
    );
    expect(measured).toMatchObject({
      kind: "tasks",
      tasks: [
        { task: "Find", attempts: 1, successes: 1 },
        { task: "Upload", attempts: 2, successes: 0, partial: 1, failures: 1 },
      ],
    });
  });
});
