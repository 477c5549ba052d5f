import fc from "fast-check";
import { expect, test } from "vitest";
import { isFormatName } from "../../src/domain/evidence/format-name.ts";
import { fileOf, read } from "./support.ts";

const seeds = [
  "timeStamp,elapsed,label,success,allThreads\n1772000000000,5,a,true,1\n1772000001000,5,b,false,1\n",
  "service,from,to,type,announced\nA,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z,observed,\nA,2026-01-03,2026-01-04,outage,\n",
  "service,time,up,planned\nA,2026-01-01T00:00:00Z,true,\nA,2026-01-01T00:01:00Z,false,2025-01-01\n",
  "respondent,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\np,1,2,3,4,5,1,2,3,4,5\n",
  "respondent,item,answer\np,1,agree\np,2,同意\n",
  "participant,task,outcome,seconds\np,t,success,4\n",
  "records,bytes,seconds,failures\n10,100,1.5,0\n",
  '{"participant_id":"p","tasks":{"t":{"status":"complete","expected_duration_minutes":3}}}',
  '[{"name":"A","url":"https://a.example","dailyMinutesDown":{"2026-01-01":5}}]',
  "url: https://a.example\nstartTime: 2026-01-01T00:00:00Z\nlastUpdated: 2026-02-01T00:00:00Z\n",
  "1. I would use it\n   Your rating: 4\n2. It is complex\n   Your rating: _\n",
];

const noise = fc.uint8Array({ maxLength: 300 });

test("no bytes make a reader throw or hang", async () => {
  await fc.assert(
    fc.asyncProperty(noise, fc.integer({ min: 1, max: 64 }), async (bytes, size) => {
      const outcome = await read([fileOf(bytes, "noise", size)]);
      expect(["refused", "document"]).toContain(outcome.kind);
    }),
    { numRuns: 300 },
  );
});

const formats = [
  "jmeter-csv",
  "upptime",
  "outages-csv",
  "probes-csv",
  "sus-form",
  "sus-wide",
  "tasks-json",
  "volume-csv",
].filter(isFormatName);

test("nor where a format is forced on them", async () => {
  await fc.assert(
    fc.asyncProperty(noise, fc.constantFrom(...formats), async (bytes, as) => {
      expect((await read([fileOf(bytes)], { as })).kind).toBe("refused");
    }),
    { numRuns: 300 },
  );
});

test("a mutated file is measured or refused, and the figures stay numbers", async () => {
  const mutation = fc.record({
    seed: fc.constantFrom(...seeds),
    at: fc.nat(),
    cut: fc.nat(20),
    insert: fc.string({ unit: "binary", maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
      const files = mutations.map(({ seed, at, cut, insert }, i) => {
        const from = at % (seed.length + 1);
        return fileOf(seed.slice(0, from) + insert + seed.slice(from + cut), `file ${i}`, 17);
      });
      const outcome = await read(files, { withinMs: 100 });
      if (outcome.kind === "refused") expect(outcome.problems[0]?.message).toBeTruthy();
      // JSON has no NaN and no infinity: they would come back as null.
      else expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    }),
    { numRuns: 1500 },
  );
});

test("long lines of anything are read in linear time", async () => {
  const patterns = [" ", "\n", "-", "*", "\n ", "a", ",", '"', "1", ": ", "[", '{"tasks":'];
  for (const pattern of patterns) {
    const filler = pattern.repeat(Math.floor(400_000 / pattern.length));
    for (const start of ["", "Your rating: ", "1. a\nYour rating: 4\n", "url: a\nstartTime: b\nx: "]) {
      expect((await read(start + filler)).kind).toBe("refused");
    }
  }
}, 30_000);
