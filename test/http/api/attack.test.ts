import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenScopes } from "../../../src/authority/intake-tokens.ts";
import { mostPerMinute } from "../../../src/http/middleware/limits.ts";
import { susCsv } from "../evidence/support.ts";
import { proposed } from "../gate/support.ts";
import { answerOf, intake, send, tokenOf } from "./support.ts";
import type { Answer, Intake } from "./support.ts";

let house: Intake;
let all: string;
let other: string;
beforeAll(async () => {
  house = await intake();
  const { site, planner } = house;
  all = await tokenOf(site, planner.id, null, { scopes: tokenScopes });
  other = await proposed(site, planner, "Ledger of trees");
});
afterAll(() => house.site.stop());

const ask = async (token: string, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  answerOf(
    await supertest(house.site.app)
      .get(`/api/v1${path}`)
      .set({ Authorization: `Bearer ${token}`, ...headers }),
  );

const tell = async (token: string, path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  answerOf(
    await supertest(house.site.app)
      .post(`/api/v1${path}`)
      .set({ Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers })
      .send(body),
  );

const incident = (over: object = {}): string =>
  JSON.stringify({
    severity: 3,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    text: "It stood still.",
    ...over,
  });

const codes = ({ body }: Answer): unknown[] =>
  (body.errors ?? []).map(({ field, code }) => `${String(field)} ${String(code)}`);

describe("a token for one technology", () => {
  it("sees no other: not in the list, not by its address, not by a decision of it", async () => {
    const { site, planner, technology, slug } = house;
    const bound = await tokenOf(site, planner.id, technology, { scopes: tokenScopes });
    const { technologies } = (await ask(bound, "/technologies")).body as unknown as {
      technologies: { slug: string }[];
    };
    expect(technologies.map((row) => row.slug)).toEqual([slug]);
    const foreign = await ask(bound, `/technologies/${other}`);
    const never = await ask(bound, "/technologies/never-was");
    expect([foreign.status, foreign.body["detail"]]).toEqual([404, never.body["detail"]]);
    const decided = site.services.views.portfolio.bySlug(slug);
    const decisions = (await site.services.views.technologyState(decided?.id ?? ""))?.decisions;
    const position = decisions?.[0]?.position ?? 0;
    expect((await ask(bound, `/decisions/${position}`)).status).toBe(200);
    const elsewhere = await tokenOf(site, planner.id, site.services.views.portfolio.bySlug(other)?.id ?? "", {
      scopes: ["read"],
    });
    expect((await ask(elsewhere, `/decisions/${position}`)).status).toBe(404);
    expect((await tell(bound, `/technologies/${other}/incidents`, incident())).status).toBe(404);
  });
});

describe("a scope", () => {
  it("is asked for at every address: 403 with its name, and nothing is entered", async () => {
    const { site, planner, slug } = house;
    const reads = await tokenOf(site, planner.id, null, { scopes: ["read"] });
    const head = await site.services.ledger.head();
    const answer = await tell(reads, `/technologies/${slug}/incidents`, incident());
    expect(answer).toMatchObject({ status: 403, body: { type: "urn:touchstone:problem:scope-missing" } });
    expect(answer.headers["www-authenticate"]).toBe(
      'Bearer realm="Touchstone", error="insufficient_scope", scope="report"',
    );
    expect((await send({ ...house, token: reads }, { "a.csv": susCsv(3) })).status).toBe(403);
    const reports = await tokenOf(site, planner.id, null, { scopes: ["report"] });
    expect((await ask(reports, `/technologies/${slug}`)).status).toBe(403);
    expect((await ask(reports, `/technologies/${slug}/incidents`)).status).toBe(200);
    expect(await site.services.ledger.head()).toEqual(head);
  });

  it("is worth no more than the roles of its person: an auditor's token for incidents is none", async () => {
    const { site, slug } = house;
    const auditor = await site.add("auditor");
    const token = await tokenOf(site, auditor.id, null, { scopes: ["read", "report"] });
    expect((await ask(token, `/technologies/${slug}`)).status).toBe(200);
    expect((await tell(token, `/technologies/${slug}/incidents`, incident())).status).toBe(403);
    const nothing = await tokenOf(site, auditor.id, null, { scopes: ["report"] });
    expect((await ask(nothing, `/technologies/${slug}/incidents`)).status).toBe(401);
  });

  it("for outcomes takes no other files", async () => {
    const { site, planner, slug } = house;
    const token = await tokenOf(site, planner.id, null, { scopes: ["outcome"] });
    const sent = supertest(site.app)
      .post(`/api/v1/technologies/${slug}/outcomes`)
      .set("Authorization", `Bearer ${token}`);
    const answer = answerOf(await sent.field("title", "Answers").attach("files", Buffer.from(susCsv(14)), "a.csv"));
    expect(answer).toMatchObject({ status: 422, body: { type: "urn:touchstone:problem:unreadable" } });
    const kind = supertest(site.app)
      .post(`/api/v1/technologies/${slug}/outcomes`)
      .set("Authorization", `Bearer ${token}`);
    const document = await kind
      .field("title", "A")
      .field("kind", "document")
      .attach("files", Buffer.from("x"), "a.txt");
    expect(codes(answerOf(document))).toEqual(["kind field-unknown"]);
    const table = Array.from(
      { length: 40 },
      (_, row) => `${row % 2 === 0 ? "a" : "b"},${row % 3 === 0},${row % 4 === 0}`,
    );
    const good = supertest(site.app)
      .post(`/api/v1/technologies/${slug}/outcomes`)
      .set("Authorization", `Bearer ${token}`);
    const csv = `group,predicted,actual\n${table.join("\n")}\n`;
    const attached = answerOf(await good.field("title", "Outcomes").attach("files", Buffer.from(csv), "o.csv"));
    expect(attached).toMatchObject({ status: 201, body: { kind: "outcomes", format: "outcomes-csv" } });
  });
});

describe("what a reader may not read", () => {
  it("the API withholds as the pages do: words of a technology that does not concern them", async () => {
    const { site, slug } = house;
    const stranger = await site.add("planner");
    const token = await tokenOf(site, stranger.id, null, { scopes: ["read"] });
    const { body } = await ask(token, `/technologies/${slug}`);
    expect(body).toMatchObject({ need: { state: "withheld", text: null }, summary: { state: "shown" } });
    expect((await ask(all, `/technologies/${slug}`)).body).toMatchObject({ need: { state: "shown" } });
  });

  it("no program writes anew in their name, and what waits for others it is not told", async () => {
    const { site, slug } = house;
    const stranger = await site.add("planner");
    const token = await tokenOf(site, stranger.id, null, { scopes: ["read", "plan"] });
    const head = await site.services.ledger.head();
    const needs = await tell(token, `/technologies/${slug}/needs`, JSON.stringify({ needs: ["Another one"] }));
    expect([needs.status, codes(needs)]).toEqual([403, ["undefined WordsWithheld"]]);
    expect(await site.services.ledger.head()).toEqual(head);
    expect((await ask(token, "/work")).body["work"]).toEqual([]);
    expect((await ask(all, "/work")).body["work"]).not.toEqual([]);
  });
});

describe("a body", () => {
  it("is refused where it is broken, another type, deep, or beyond the limit", async () => {
    const path = `/technologies/${house.slug}/incidents`;
    expect((await tell(all, path, "{")).status).toBe(400);
    expect((await tell(all, path, "null")).status).toBe(400);
    expect((await tell(all, path, incident(), { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await tell(all, path, incident(), { "Content-Type": "application/json; charset=iso-8859-1" })).status).toBe(
      415,
    );
    expect((await tell(all, path, incident({ text: "x".repeat(600_000) }))).status).toBe(413);
    const deep = await tell(all, path, `{"text":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    expect([deep.status, codes(deep).includes("text missing-text")]).toEqual([422, true]);
    expect((await tell(all, path, `[${"[],".repeat(1000)}1]`)).status).toBe(422);
  });

  it("names every field that is wrong or unknown, those too by which others are poisoned", async () => {
    const path = `/technologies/${house.slug}/incidents`;
    const poisoned = await tell(
      all,
      path,
      `{"__proto__":{"severity":3},"constructor":1,"severity":9,"occurredAt":"soon"}`,
    );
    expect(poisoned.status).toBe(422);
    expect(codes(poisoned).toSorted()).toEqual(
      [
        ...["__proto__ field-unknown", "constructor field-unknown", "occurredAt field-moment"],
        ...["severity missing-severity", "text missing-text"],
      ].toSorted(),
    );
    expect(({} as Record<string, unknown>)["severity"]).toBeUndefined();
    expect(codes(await ask(all, "/technologies?stage=nowhere&limit=900&colour=red")).toSorted()).toEqual([
      "colour field-unknown",
      "limit field-range",
      "stage field-choose",
    ]);
  });

  it("with a key that was used for another is 422, and with the same enters nothing twice", async () => {
    const path = `/technologies/${house.slug}/incidents`;
    const key = { "Idempotency-Key": "monitor 7" };
    const body = incident();
    const first = await tell(all, path, body, key);
    const again = await tell(all, path, body, key);
    expect([first.status, again.status, again.body["incident"]]).toEqual([201, 200, first.body["incident"]]);
    const changed = await tell(all, path, incident({ text: "Something else." }), key);
    expect(changed).toMatchObject({ status: 422, body: { type: "urn:touchstone:problem:key-reused" } });
    const elsewhere = await tell(all, "/technologies", JSON.stringify({}), key);
    expect(elsewhere.status).toBe(422);
    expect((await tell(all, path, body, { "Idempotency-Key": "k".repeat(201) })).status).toBe(400);
    // Another person's key of the same name is another key.
    const { site } = house;
    const colleague = await site.add("approver");
    const own = await tokenOf(site, colleague.id, null, { scopes: ["report"] });
    expect((await tell(own, path, body, key)).status).toBe(201);
  });
});

describe("a browser", () => {
  it("is let in by no cookie, and no other site may read an answer", async () => {
    const { planner, site, slug } = house;
    const own = await planner.get(`/api/v1/technologies/${slug}`, { Accept: "application/json" });
    expect([own.status, own.headers["set-cookie"]]).toEqual([401, undefined]);
    const preflight = answerOf(
      await supertest(site.app).options(`/api/v1/technologies/${slug}`).set("Origin", "https://elsewhere.example"),
    );
    expect(preflight.status).toBe(405);
    const crossed = await ask(all, `/technologies/${slug}`, { Origin: "https://elsewhere.example" });
    for (const answer of [preflight, crossed])
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(crossed.headers["cache-control"]).toBe("private, no-cache");
  });
});

describe("too many requests", () => {
  it("with one token are 429 with when to come again, while another token goes on", async () => {
    const { site, planner } = house;
    const [busy, calm] = [
      await tokenOf(site, planner.id, null, { scopes: ["read"] }),
      await tokenOf(site, planner.id, null, { scopes: ["read"] }),
    ];
    let last = await ask(busy, "/policy");
    expect(last.headers["ratelimit-policy"]).toContain(`"token"; q=${mostPerMinute.token}; w=60`);
    for (let sent = 1; sent <= mostPerMinute.token && last.status === 200; sent += 1)
      last = await ask(busy, "/policy", { "If-None-Match": '"none"' });
    expect(last).toMatchObject({ status: 429, body: { type: "urn:touchstone:problem:too-many-requests" } });
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask(calm, "/policy")).status).toBe(200);
  });
});
