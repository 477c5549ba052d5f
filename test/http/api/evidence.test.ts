import { readdirSync } from "node:fs";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onPerson } from "../../../src/application/on-person.ts";
import { piloting, susCsv } from "../evidence/support.ts";
import { answerOf, intake, send, tokenOf } from "./support.ts";
import type { Intake } from "./support.ts";
import { databaseOf } from "../../support/database.ts";

let house: Intake;
beforeAll(async () => {
  house = await intake();
});
afterAll(() => house.site.stop());

const incoming = (): string[] => readdirSync(house.site.services.vault.incoming);
const codes = (errors: readonly Record<string, unknown>[] | undefined): unknown[] =>
  (errors ?? []).map(({ code }) => code);

describe("evidence sent by a program", () => {
  it("is one piece, attached by the person whose token it is", async () => {
    const answer = await send(house, { "answers.csv": susCsv(14) }, { title: "Answers of May" });
    expect(answer.body).toMatchObject({ evidence: "e1", kind: "sus", format: "sus-wide", role: "pilot", warnings: [] });
    expect(answer.status).toBe(201);
    expect(answer.type).toContain("application/json");
    expect(answer.headers["location"]).toBe(`/api/v1/technologies/${house.slug}/evidence/e1`);
    expect(answer.body["url"]).toMatch(new RegExp(`^http://.+/technologies/${house.slug}/evidence/e1$`));
    expect(answer.headers["set-cookie"]).toBeUndefined();
    const page = await house.planner.get(`/technologies/${house.slug}/evidence/e1`);
    expect(page.text).toContain("Answers of May Read as SUS table: 14 rows");
    const events = await house.site.services.ledger.readStream(`technology-${house.technology}`);
    expect(events.find(({ position }) => position === answer.body["position"])).toMatchObject({
      type: "EvidenceAttached",
      actor: house.planner.id,
      role: "planner",
    });
    expect(incoming()).toEqual([]);
  });

  it("again is the same piece, whatever it is called", async () => {
    const head = await house.site.services.ledger.head();
    const answer = await send(house, { "again.csv": susCsv(14) }, { title: "Sent twice" });
    expect(answer).toMatchObject({ status: 200, body: { evidence: "e1" } });
    expect(await house.site.services.ledger.head()).toEqual(head);
  });

  it("of several files is one piece, and its own key makes a repetition the same", async () => {
    const files = { "a.csv": susCsv(3, "A"), "b.csv": susCsv(4, "B") };
    const key = { "Idempotency-Key": "build 4711" };
    expect(await send(house, files, { title: "Two files" }, key)).toMatchObject({
      status: 201,
      body: { evidence: "e2" },
    });
    expect(await send(house, files, { title: "Two files" }, key)).toMatchObject({
      status: 200,
      body: { evidence: "e2" },
    });
    const other = await send(house, { "c.csv": susCsv(5, "C") }, { title: "Another" }, key);
    expect(other).toMatchObject({ status: 422, body: { type: "urn:touchstone:problem:key-reused" } });
  });

  it("as a document is kept and not measured", async () => {
    const answer = await send(house, { "notes.txt": "What was said" }, { title: "Minutes", kind: "document" });
    expect(answer).toMatchObject({ status: 201, body: { kind: "document" } });
  });

  it("can be listed and asked for with the same token", async () => {
    const at = `/api/v1/technologies/${house.slug}/evidence`;
    const get = async (path: string) =>
      answerOf(await supertest(house.site.app).get(path).set("Authorization", `Bearer ${house.token}`));
    const list = (await get(at)).body["evidence"] as { evidence: string }[];
    expect(list.map(({ evidence }) => evidence)).toEqual(["e1", "e2", "e3"]);
    expect((await get(`${at}/e2`)).body).toMatchObject({ evidence: "e2", rows: 7 });
    expect((await get(`${at}/e9`)).status).toBe(404);
  });
});

describe("a refusal", () => {
  it("by a rule is 409 with every reason, and leaves no file", async () => {
    const answer = await send(
      house,
      { "old.csv": susCsv(6, "O") },
      { title: "Old", from: "2026-01-01", to: "2026-01-02" },
    );
    expect(answer.status).toBe(409);
    expect(answer.type).toContain("application/problem+json");
    expect(codes(answer.body.errors)).toContain("EvidenceBeforeLock");
    expect(answer.body).toMatchObject({ title: "Refused by a rule", status: 409 });
    expect(incoming()).toEqual([]);
  });

  it("of an unreadable file is 422 and names file, row and code", async () => {
    const broken = `records,bytes,seconds,failures\n10,20,3,0\n"10,20,3,0\n`;
    const answer = await send(house, { "runs.csv": broken }, { title: "Broken" });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[0]).toMatchObject({ field: "files", file: "runs.csv", row: 3, code: "open-quote" });
    expect(incoming()).toEqual([]);
  });

  it("of wrong fields names each: title, half a period, a strange name, a mapping that is none", async () => {
    const file = { "s.csv": susCsv(6, "S") };
    const missing = await send(house, file, { tilte: "Slip" });
    expect(missing.status).toBe(422);
    expect(missing.body.errors?.map(({ field }) => field)).toEqual(["tilte", "title"]);
    const half = await send(house, file, { title: "Half", from: "2026-01-01" });
    expect(half.body.errors).toMatchObject([{ field: "to", code: "period-incomplete" }]);
    expect(codes((await send(house, file, { title: "Map", mapping: "{" })).body.errors)).toEqual(["mapping-invalid"]);
    expect((await send(house, {}, { title: "Nothing" })).body.errors).toMatchObject([{ field: "files" }]);
    expect(incoming()).toEqual([]);
  });

  it("of another content type is 415, of a broken body 400, of another method 405", async () => {
    const at = `/api/v1/technologies/${house.slug}/evidence`;
    const own = () => supertest(house.site.app).post(at).set("Authorization", `Bearer ${house.token}`);
    expect(answerOf(await own().send({ title: "JSON" })).status).toBe(415);
    expect(answerOf(await own()).status).toBe(415);
    const broken = await own().set("Content-Type", "multipart/form-data; boundary=x").send("--x\r\nbroken");
    expect(answerOf(broken)).toMatchObject({ status: 400, type: expect.stringContaining("problem+json") as string });
    const deleted = await supertest(house.site.app).delete(at);
    expect(answerOf(deleted)).toMatchObject({ status: 405, headers: { allow: "GET, POST" } });
    expect(incoming()).toEqual([]);
  });

  it("in Chinese where that is asked for", async () => {
    const answer = await send(house, { "a.csv": "" }, {}, { "Accept-Language": "zh-CN" });
    expect(answer.body["title"]).toBe("字段缺失或有误");
  });
});

describe("files beyond the limits", () => {
  it("are 413, and nothing of them stays", async () => {
    const small = await intake({ uploadBytes: 1000, uploadFiles: 2 });
    const large = await send(small, { "large.csv": susCsv(100) });
    expect(large.status).toBe(413);
    expect(codes(large.body.errors)).toEqual(["file-too-large"]);
    const many = await send(small, { "a.csv": susCsv(1), "b.csv": susCsv(2), "c.csv": susCsv(3) });
    expect(many.status).toBe(413);
    expect(readdirSync(small.site.services.vault.incoming)).toEqual([]);
    await small.site.stop();
  });
});

describe("a token", () => {
  const file = { "t.csv": susCsv(7, "T") };
  const fails = async (token: string) => {
    const answer = await send({ ...house, token }, file);
    expect(answer.status).toBe(401);
    expect(answer.type).toContain("application/problem+json");
    expect(answer.headers["www-authenticate"]).toBe('Bearer realm="Touchstone", error="invalid_token"');
  };

  it("is needed: none, an invented one, an expired one, a revoked one", async () => {
    const none = await supertest(house.site.app).post(`/api/v1/technologies/${house.slug}/evidence`);
    expect(answerOf(none)).toMatchObject({ status: 401, headers: { "www-authenticate": 'Bearer realm="Touchstone"' } });
    await fails("ts_invented");
    const { site, planner, technology } = house;
    const short = await tokenOf(site, planner.id, technology, { days: 1 });
    site.time.now += 25 * 3_600_000;
    await fails(short);
    site.time.now -= 25 * 3_600_000;
    site.time.now += 1;
    const revoked = await tokenOf(site, planner.id, technology);
    await site.accounts.intakeTokens.revoke((await site.accounts.intakeTokens.ofTechnology(technology))[0]?.id ?? "");
    await fails(revoked);
  });

  it("of another technology learns nothing, not even that this one exists", async () => {
    const { site, planner } = house;
    const other = await piloting(site, planner, await site.signedIn("approver"), "Other technology");
    const token = await tokenOf(site, planner.id, site.services.views.portfolio.bySlug(other)?.id ?? "");
    const foreign = await send({ ...house, token }, file);
    const never = await send({ ...house, token, slug: "never-was" }, file);
    const bare = ({ body: { instance: _, ...body } }: typeof foreign) => body;
    expect(foreign.status).toBe(404);
    expect(bare(foreign)).toEqual(bare(never));
  });

  it("dies with its person's role, and with the person", async () => {
    const { site, technology } = house;
    const gone = await site.add("evaluator");
    const system = { actor: { id: "system", roles: [] }, role: "system" } as const;
    const token = await tokenOf(site, gone.id, technology);
    const act = (type: "RevokeRole" | "GrantRole" | "DisablePerson") =>
      handle(
        site.services,
        { ...system, commandId: crypto.randomUUID() },
        onPerson(gone.id, type === "DisablePerson" ? { type } : { type, role: "evaluator" }),
      );
    expect((await send({ ...house, token }, file)).status).toBe(201);
    await act("RevokeRole");
    await fails(token);
    await act("GrantRole");
    expect((await send({ ...house, token }, file)).status).toBe(200);
    await act("DisablePerson");
    await fails(token);
  });

  it("stands nowhere but with its owner: not in the database, not in the log", () => {
    const { site, token } = house;
    const rows = databaseOf(site.services).prepare("SELECT * FROM intake_token").all();
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    expect(JSON.stringify(site.log())).not.toContain(token.slice(3));
    expect(site.log().some(({ event }) => event === "evidence-by-token")).toBe(true);
  });
});

describe("a table that no reader knows", () => {
  const runs = (n: number): string => `Datensätze,Umfang,Dauer,Fehler\n${n},20,3,0\n30,40,5,1\n`;
  const mapping = JSON.stringify({
    format: "volume-csv",
    columns: { records: "Datensätze", bytes: "Umfang", seconds: "Dauer", failures: "Fehler" },
  });

  it("is refused with its headings and none of its rows, read with a mapping, and from then on without one", async () => {
    const unknown = await send(house, { "own.csv": runs(70_001) }, { title: "Own" });
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toMatchObject([
      { code: "mapping-needed", headings: ["Datensätze", "Umfang", "Dauer", "Fehler"] },
    ]);
    expect(JSON.stringify(unknown.body)).not.toContain("70001");
    const mapped = await send(house, { "own.csv": runs(70_001) }, { title: "Own", mapping });
    expect(mapped).toMatchObject({ status: 201, body: { kind: "volume", mapping: { columns: { bytes: "Umfang" } } } });
    const next = await send(house, { "next.csv": runs(70_002) }, { title: "Next" });
    expect(next).toMatchObject({ status: 201, body: { mapping: { columns: { bytes: "Umfang" } } } });
    const wrong = { title: "Wrong", format: "sus-wide", mapping };
    expect(codes((await send(house, { "c.csv": runs(3) }, wrong)).body.errors)).toEqual(["mapping-format"]);
  });

  it.each([
    ["an answer of another shape", susCsv(3, "X"), { mapping: JSON.stringify({ dayOrder: "backwards" }) }],
    ["a scale that is none", susCsv(3, "X"), { mapping: JSON.stringify({ scale: { min: 1 } }) }],
    ["an archive that is damaged", "PK\u0003\u0004 and nothing more", {}],
    ["nothing", "", {}],
    ["no table that anybody knows", "a,b\n1,2\n3,4\n", {}],
  ])("says what is wrong in the language of the program: %s", async (_, content, fields) => {
    const said = async (language: string) => {
      const sent = await send(house, { "a.csv": content }, { title: "A", ...fields }, { "Accept-Language": language });
      expect(sent.status).toBe(422);
      return (sent.body.errors ?? []).map(({ message }) => String(message));
    };
    const [english, chinese] = [await said("en"), await said("zh-CN")];
    expect(english.join(" ")).not.toMatch(/\p{Script=Han}/u);
    expect(chinese).toHaveLength(english.length);
    for (const message of chinese) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(message).not.toMatch(/\b(?:is|not|the|of|one)\b/);
    }
  });

  it("keeps a mapping whose heading is called text as it is: it is no text of a person", async () => {
    const table = "text,Umfang,Dauer,Fehler\n5,20,3,0\n";
    const rows = { rows: { text: "5" } };
    const columns = { records: "text", bytes: "Umfang", seconds: "Dauer", failures: "Fehler" };
    const answer = await send(
      house,
      { "text.csv": table },
      { title: "Text", mapping: JSON.stringify({ format: "volume-csv", columns, ...rows }) },
    );
    expect(answer).toMatchObject({ status: 201, body: { mapping: rows } });
  });
});

describe("a baseline", () => {
  it("is refused where the plan compares nothing, by its name as a word we do not know", async () => {
    const file = { "base.csv": susCsv(9, "Z") };
    const refused = await send(house, file, { title: "Before", role: "baseline" });
    expect(refused.status).toBe(409);
    expect(codes(refused.body.errors)).toEqual(["BaselineNotPlanned"]);
    expect((await send(house, file, { title: "Before", role: "before" })).body.errors).toMatchObject([
      { field: "role" },
    ]);
  });
});
