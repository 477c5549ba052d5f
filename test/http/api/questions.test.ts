import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { susCsv } from "../evidence/support.ts";
import { intake, send } from "./support.ts";
import type { Intake } from "./support.ts";

let house: Intake;
beforeAll(async () => {
  house = await intake();
});
afterAll(() => house.site.stop());

const attempts = (seed: string): string =>
  `participant,task,outcome\n${seed}1,Renew,是\n${seed}2,Renew,否\n${seed}3,Renew,是\n`;

describe("what the files leave open", () => {
  it("is a problem whose questions say which field answers each, and how", async () => {
    const answer = await send(house, { "tasks.csv": attempts("a") }, { title: "Tasks" });
    expect(answer).toMatchObject({ status: 422, type: expect.stringContaining("application/problem+json") as string });
    expect(answer.body["questions"]).toMatchObject([
      {
        about: "values",
        column: "outcome",
        message: "2 words in “outcome” are not known: say what each means",
        words: [
          { word: "是", rows: 2, first: 2 },
          { word: "否", rows: 1, first: 3 },
        ],
        answer: {
          field: "mapping",
          oneOf: ["success", "partial", "failure", ""],
          example: { values: { outcome: { 是: "success", 否: "success" } } },
        },
      },
    ]);
  });

  it("is answered by a mapping without a format, which is recorded and remembered", async () => {
    const mapping = JSON.stringify({ values: { outcome: { 是: "success", 否: "failure" } } });
    const first = await send(house, { "tasks.csv": attempts("a") }, { title: "Tasks", mapping });
    const values = { outcome: { 是: "success", 否: "failure" } };
    expect(first).toMatchObject({
      status: 201,
      body: { format: "tasks-csv", mapping: { format: "tasks-csv", values } },
    });
    const next = await send(house, { "next.csv": attempts("b") }, { title: "Next" });
    expect(next).toMatchObject({ status: 201, body: { mapping: { values } } });
  });

  it("may stay open where that is said", async () => {
    const open = { "mixed.csv": `${attempts("c").replaceAll("是", "半")}c4,Renew,done\n` };
    const asked = await send(house, open, { title: "Mixed" });
    expect(asked.body["questions"]).toMatchObject([{ about: "values", words: [{ word: "半" }] }]);
    expect((await send(house, open, { title: "Mixed", asItIs: "yes" })).status).toBe(201);
    expect((await send(house, open, { title: "Mixed", asItIs: "maybe" })).status).toBe(422);
  });

  it("asks whether ids are the same people, and counts as was answered", async () => {
    expect((await send(house, { "one.csv": susCsv(6, "") }, { title: "One" })).status).toBe(201);
    const other = { "two.csv": susCsv(6, "").replaceAll("4,2,5,1", "1,4,2,4").replaceAll("5,2,5,1", "2,4,2,4") };
    const asked = await send(house, other, { title: "Two" });
    expect(asked.body["questions"]).toMatchObject([
      { about: "people", shared: 6, of: 6, answer: { oneOf: ["same", "other"] } },
    ]);
    const done = await send(house, other, { title: "Two", mapping: JSON.stringify({ people: "other" }) });
    expect(done).toMatchObject({ status: 201, body: { warnings: [{ code: "other-people" }] } });
  });

  it("says that a picture is no measurement, unless it was said to be a document", async () => {
    const picture = { "shot.gif": "GIF89a picture" };
    const asked = await send(house, picture, { title: "Picture" });
    expect(asked.body["questions"]).toMatchObject([
      { about: "document", answer: { field: "kind", example: "document" } },
    ]);
    expect((await send(house, picture, { title: "Picture", kind: "document" })).status).toBe(201);
  });

  it("is refused by name where an answer is none", async () => {
    const file = { "tasks.csv": attempts("d") };
    const refusals = [
      [{ columns: { outcome: "Result" } }, "names no format, which columns needs"],
      [{ dayOrder: "both" }, "dayOrder: is not one of"],
      [{ encoding: "ebcdic" }, "encoding: one of"],
    ] as const;
    for (const [mapping, words] of refusals) {
      const answer = await send(house, file, { title: "Tasks", mapping: JSON.stringify(mapping) });
      expect(answer.body.errors).toMatchObject([
        { code: "mapping-invalid", message: expect.stringContaining(words) as string },
      ]);
    }
  });
});
