import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Express } from "express";
import fc from "fast-check";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { roles } from "../../../src/domain/people/roles.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { Route } from "../../../src/http/routes.ts";
import { password, scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";

type Agent = ReturnType<typeof supertest.agent>;

let site: DemoSite;
let app: Express;
let posts: readonly (Route & { readonly schema: z.ZodType })[];
const agents = new Map<Role, Agent>();
/** What stands in addresses: technologies in different stages, and things they have. */
let known: Readonly<Record<string, readonly string[]>>;
let keys: readonly string[];

beforeAll(async () => {
  site = await startDemo(
    scenesNamed(
      "Digital ID counter kiosk",
      "Hospital appointment exchange",
      "Hotline call transcription",
      "Vaccination record",
    ),
  );
  app = createApp(site.services, readConfig({}, { dataDir: site.folder, demo: true }));
  posts = (app.locals["routes"] as readonly Route[]).flatMap((route) =>
    route.schema === undefined || route.path === "/sign-out" ? [] : [{ ...route, schema: route.schema }],
  );
  for (const role of roles) {
    const agent = supertest.agent(app).redirects(0).set("Accept-Encoding", "identity");
    const login = role === "auditor" || role === "administrator" ? role : `${role}2`;
    const page = await agent
      .post("/sign-in")
      .set("Host", "touchstone.test")
      .set("Origin", "http://touchstone.test")
      .type("form")
      .send({ commandId: randomUUID(), email: `${login}@demo.invalid`, password });
    if (page.status !== 303) throw new Error(`${login}: ${page.status}`);
    agents.set(role, agent);
  }
  const { portfolio, policies, people } = site.services.views;
  const rows = portfolio.page({ sort: "name", limit: 20 }).rows;
  const indicators = policies.current().criteria.flatMap((criterion) => criterion.indicators);
  keys = indicators.map(({ key }) => key);
  known = {
    slug: rows.map(({ slug }) => slug),
    piece: ["e1", "e2"],
    gate: ["admission", "completion", "rollout", "adoption"],
    wave: ["1", "2"],
    waiver: ["w1"],
    incident: ["i1"],
    item: keys,
    // Somebody of the cast who is not signed in here: an empty form may disable them.
    person: people
      .all()
      .slice(-2)
      .map(({ id }) => id),
    name: ["wilson", "availability", "ahp"],
    key: ["housing"],
  };
}, 120_000);
afterAll(() => site.stop());

const namesBySchema = new Map<z.ZodType, readonly string[]>();

/** The names of a form's fields as its schema has them; where it takes any key, with keys that pages use. */
function namesOf(schema: z.ZodType): readonly string[] {
  const names = namesBySchema.get(schema) ?? readNames(schema);
  namesBySchema.set(schema, names);
  return names;
}

function readNames(schema: z.ZodType): readonly string[] {
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return fieldsIn(shape, "").slice(0, 200);
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

function fieldsIn(shape: unknown, path: string): string[] {
  const { properties, additionalProperties, items, anyOf } = shape as Shape;
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  if (properties !== undefined) return Object.entries(properties).flatMap(([name, one]) => fieldsIn(one, at(name)));
  if (typeof additionalProperties === "object")
    return keys.slice(0, 4).flatMap((key) => fieldsIn(additionalProperties, at(key)));
  if (items?.properties !== undefined) return [0, 1].flatMap((i) => fieldsIn(items, at(String(i))));
  if (anyOf !== undefined) return anyOf.flatMap((one) => fieldsIn(one, path));
  return [path];
}

const address = (path: string, pick: number): string =>
  path.replace(/[:*](\w+)/g, (_, name: string) => {
    const values = known[name] ?? ["nothing-such"];
    return encodeURIComponent(values[pick % values.length] ?? "");
  });

const words = fc.constantFrom(
  ...["", " ", "0", "-1", "1", "3", "none", "NaN", "Infinity", "1e999", "0x10", "१२", "１", "1,5", "null", "undefined"],
  ...[
    "[object Object]",
    "[]",
    "{}",
    "true",
    "2026-02-30",
    "2026-03-01",
    "9999-12-31",
    "a\0b",
    "\ud800",
    "🙂".repeat(50),
  ],
  ...["__proto__", "constructor", "e1", "portal", "approve", "save", "../..", "<script>", "x".repeat(5000), "%E0%A4%A"],
);
const anything = fc.oneof(words, fc.string({ unit: "binary", maxLength: 60 }));
const odd: fc.Arbitrary<string | null> = fc.constantFrom(
  null,
  null,
  null,
  null,
  "__proto__.x",
  "toString",
  "a.b.c.d.e.f",
  "0",
  "items",
  "items.0",
  "items.0.score",
  "",
  "[]",
  "a[b]",
  "plan",
);

interface Sent {
  readonly kind: "form" | "json" | "multipart";
  readonly values: readonly (readonly [at: number, odd: string | null, value: string])[];
  readonly pick: number;
  readonly version: string;
}

const sent: fc.Arbitrary<Sent> = fc.record({
  kind: fc.constantFrom("form", "form", "form", "json", "multipart"),
  values: fc.array(fc.tuple(fc.nat(400), odd, anything), { maxLength: 60 }),
  pick: fc.nat(20),
  version: fc.constantFrom("", "0", "1", "99999999999999999", "x"),
});

async function send(agent: Agent, route: (typeof posts)[number], given: Sent): Promise<supertest.Response> {
  const names = namesOf(route.schema);
  const pairs = given.values.map(([at, other, value]): [string, string] => [
    other ?? names[at % Math.max(1, names.length)] ?? "field",
    value.toWellFormed(),
  ]);
  const all: [string, string][] = [["commandId", randomUUID()], ["version", given.version], ...pairs];
  const request = agent
    .post(address(route.path, given.pick))
    .set("Host", "touchstone.test")
    .set("Origin", "http://touchstone.test");
  if (given.kind === "json") return request.type("json").send(JSON.stringify(Object.fromEntries(all)));
  if (given.kind === "form") return request.type("form").send(new URLSearchParams(all).toString());
  const boundary = "x-x-x";
  const parts = all.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll(/["\r\n]/g, "")}"\r\n\r\n${value}\r\n`,
  );
  return request
    .set("Content-Type", `multipart/form-data; boundary=${boundary}`)
    .send(`${parts.join("")}--${boundary}--\r\n`);
}

describe("garbage in a form", () => {
  it("is answered by every address, whoever sends it, and is never a fault of ours", { timeout: 300_000 }, async () => {
    expect(posts.length).toBeGreaterThan(50);
    for (const route of posts)
      for (const [role, agent] of agents) {
        const may = route.access.kind !== "roles" || route.access.roles.includes(role);
        await fc.assert(
          fc.asyncProperty(sent, async (given) => {
            const { status, text } = await send(agent, route, given);
            expect(status, `${route.path} as ${role}: ${text.slice(0, 300)}`).toBeLessThan(500);
          }),
          { numRuns: may ? 4 : 1 },
        );
      }
  });

  it("a score that is none is refused at its field, and everything typed stays", async () => {
    const [item = ""] = keys.filter((key) => key.startsWith("recovery"));
    const technology = known["slug"]!.find((slug) => slug.startsWith("digital-id"));
    for (const score of ["lots", "9", "2.5", "NaN", "١"]) {
      const page = await agents
        .get("evaluator")!
        .post(`/technologies/${technology}/evaluation/scores`)
        .set("Host", "touchstone.test")
        .set("Origin", "http://touchstone.test")
        .type("form")
        .send(
          `commandId=${randomUUID()}&items.${item}.score=${encodeURIComponent(score)}&items.${item}.comment=Because`,
        );
      expect(page.status).toBe(422);
      expect(page.text).toContain("Because");
      expect(page.text).toContain(`#items-${item}-score`);
    }
  });
});

/** Bodies no parser can make anything of, with what may be answered. */
const broken: readonly (readonly [string, Readonly<Record<string, string>>, Buffer | string])[] = [
  ["multipart without a boundary", { "Content-Type": "multipart/form-data" }, "--x\r\n"],
  ["multipart that only begins", { "Content-Type": "multipart/form-data; boundary=x" }, "--x"],
  [
    "multipart that breaks off",
    { "Content-Type": "multipart/form-data; boundary=x" },
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
  ],
  ["multipart whose parts have no head", { "Content-Type": "multipart/form-data; boundary=x" }, "--x\r\n\r\n--x--\r\n"],
  ["multipart with an empty boundary", { "Content-Type": "multipart/form-data; boundary=" }, "--\r\n"],
  [
    "a gzip that breaks off",
    { "Content-Type": "application/x-www-form-urlencoded", "Content-Encoding": "gzip" },
    gzipSync("a=b".repeat(500)).subarray(0, 20),
  ],
  ["a gzip that is none", { "Content-Type": "application/x-www-form-urlencoded", "Content-Encoding": "gzip" }, "a=b"],
  ["an unknown encoding", { "Content-Type": "application/x-www-form-urlencoded", "Content-Encoding": "zip" }, "a=b"],
  ["an unknown charset", { "Content-Type": "application/x-www-form-urlencoded; charset=klingon" }, "a=b"],
  ["JSON of an unknown charset", { "Content-Type": "application/json; charset=klingon" }, "{}"],
  ["percent signs that mean nothing", { "Content-Type": "application/x-www-form-urlencoded" }, "a=%E0%A4%A&%=%&b=%zz"],
  ["more fields than any form has", { "Content-Type": "application/x-www-form-urlencoded" }, "a=1&".repeat(3000)],
  ["JSON that breaks off", { "Content-Type": "application/json" }, '{"a":'],
  ["a JSON list", { "Content-Type": "application/json" }, '[{"a":1},"b"]'],
  ["JSON null", { "Content-Type": "application/json" }, "null"],
  ["deep JSON", { "Content-Type": "application/json" }, `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`],
  ["a type that is none", { "Content-Type": ";;;" }, "a=b"],
  ["another type", { "Content-Type": "text/plain" }, "a=b"],
  ["XML", { "Content-Type": "application/xml" }, "<a/>"],
];

describe("a body that cannot be read", () => {
  it.each(broken)("%s: a page says what happened", async (_name, headers, body) => {
    const slug = known["slug"]![0]!;
    const paths = [`/technologies/${slug}/evidence`, `/technologies/${slug}/proposal/revision`, "/account/language"];
    for (const path of paths) {
      const request = agents
        .get("planner")!
        .post(path)
        .set("Host", "touchstone.test")
        .set("Origin", "http://touchstone.test");
      const { status, text } = await request
        .set("Accept-Language", "en")
        .set(headers)
        .serialize((one: unknown) => one as string)
        .send(body);
      // 403: whoever may not read the words that a form writes anew is turned away before it is looked at.
      expect([400, 403, 409, 413, 415, 422], `${path}: ${status} ${text.slice(0, 200)}`).toContain(status);
      expect(text, path).toContain("<h1");
    }
  });

  it.each(broken)("%s: programs get a problem document", async (_name, headers, body) => {
    const request = supertest(app).post(`/api/v1/technologies/${known["slug"]![0]}/evidence`).set(headers);
    const { status, headers: answered } = await request.serialize((one: unknown) => one as string).send(body);
    expect([400, 401, 413, 415, 422]).toContain(status);
    expect(answered["content-type"]).toMatch(/^application\/problem\+json/);
  });
});
