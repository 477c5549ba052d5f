import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { interfaceRuleNames, severityOf } from "../../src/domain/evidence/interface-rules.ts";
import type { InterfaceRuleName } from "../../src/domain/evidence/interface-rules.ts";
import { summarise } from "../../src/domain/evidence/summary.ts";
import { NoDescription } from "../../src/evidence/openapi/fault.ts";
import { lintBeside } from "../../src/evidence/openapi/lint-beside.ts";
import { fileOf, measured, refusal } from "./support.ts";

type Json = Readonly<Record<string, unknown>>;

const problem = { description: "fault", content: { "application/problem+json": {} } };
const good = { 200: { description: "fine" }, "4XX": problem };
const operation = {
  operationId: "getPermit",
  summary: "One permit",
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
  responses: good,
};

/** A description that keeps every rule of the house and those a standard may ask for, but for ids in other styles. */
const clean: Json = {
  openapi: "3.1.0",
  info: {
    title: "Permits",
    version: "1.0.0",
    description: "Permits of the city",
    termsOfService: "https://city.example.org/terms",
    contact: { name: "Permit office" },
    license: { name: "Open", identifier: "CC0-1.0" },
  },
  servers: [{ url: "https://permits.city.gov/v1" }],
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  paths: { "/permits/{id}": { get: operation } },
};

const styles = ["operation-id.PascalCase", "operation-id.snake_case", "operation-id.kebab-case"] as const;

const placesOf = async (document: Json) => {
  const { findings } = await measured("interface", JSON.stringify(document));
  return findings
    .filter(({ rule }) => !styles.some((style) => style === rule))
    .map(({ rule, pointer }) => `${rule} ${pointer}`);
};

const inPath = (operationMore: Json, path = "/permits/{id}"): Json => ({
  ...clean,
  paths: { [path]: { get: { ...operation, ...operationMore } } },
});

const at = "#/paths/~1permits~1{id}/get";

/** A description for each rule that breaks it, and it alone. */
const breaking: {
  readonly [R in InterfaceRuleName]: readonly [document: Json, pointer: string, also?: readonly string[]];
} = {
  structure: [{ ...clean, info: { ...(clean["info"] as Json), verison: "1" } }, "#/info/verison"],
  reference: [inPath({ responses: { ...good, 201: { $ref: "#/components/responses/None" } } }), `${at}/responses/201`],
  "reference-outside": [
    inPath({ responses: { ...good, 201: { $ref: "other.yaml#/responses/Created" } } }),
    `${at}/responses/201`,
  ],
  "no-operations": [{ ...clean, paths: {} }, "#/paths"],
  "path-parameter": [inPath({ parameters: [] }), `${at}/parameters`],
  "same-path": [
    {
      ...clean,
      paths: {
        "/permits/{id}": { get: operation },
        "/permits/{name}": {
          post: { ...operation, operationId: "postPermit", parameters: [{ ...operation.parameters[0], name: "name" }] },
        },
      },
    },
    "#/paths/~1permits~1{name}",
    ["ambiguous-path #/paths/~1permits~1{name}"],
  ],
  "same-operation-id": [
    { ...clean, paths: { "/permits/{id}": { get: operation, put: operation } } },
    "#/paths/~1permits~1{id}/put",
  ],
  "same-parameter": [inPath({ parameters: [operation.parameters[0], operation.parameters[0]] }), `${at}/parameters/1`],
  "query-in-path": [inPath({}, "/permits/{id}?all=yes"), "#/paths/~1permits~1{id}?all=yes"],
  "server-variable": [{ ...clean, servers: [{ url: "https://{city}.gov/v1" }] }, "#/servers/0/url"],
  "enum-type": [
    inPath({ parameters: [{ ...operation.parameters[0], schema: { type: "string", enum: ["a", 1] } }] }),
    `${at}/parameters/0/schema/enum/1`,
  ],
  "schema-type": [
    inPath({ parameters: [{ ...operation.parameters[0], schema: { type: "array", properties: { a: {} } } }] }),
    `${at}/parameters/0/schema/properties`,
  ],
  "required-field": [
    inPath({
      responses: {
        ...good,
        201: {
          description: "made",
          content: { "application/json": { schema: { type: "object", required: ["a"], properties: { b: {} } } } },
        },
      },
    }),
    `${at}/responses/201/content/application~1json/schema/required/0`,
  ],
  "ambiguous-path": [
    {
      ...clean,
      paths: {
        "/permits/{id}": { get: operation },
        "/{id}/new": { get: { ...operation, operationId: "newPermit" } },
      },
    },
    "#/paths/~1{id}~1new",
  ],
  "plain-http": [
    { ...clean, servers: [{ url: "http://permits.city.gov/v1" }] },
    "#/servers/0",
    ["servers-https #/servers/0"],
  ],
  "no-server": [{ ...clean, servers: [{ url: "/v1" }] }, "#/servers", ["servers-https #/servers/0"]],
  "example-server": [{ ...clean, servers: [{ url: "https://example.com/v1" }] }, "#/servers/0/url"],
  "good-answer": [inPath({ responses: { "4XX": problem } }), `${at}/responses`],
  "fault-answer": [inPath({ responses: { 200: { description: "fine" } } }), at],
  "old-version": [
    {
      swagger: "2.0",
      info: { ...(clean["info"] as Json), license: { name: "Open" } },
      host: "permits.city.gov",
      basePath: "/v1",
      schemes: ["https"],
      produces: ["application/problem+json"],
      security: [{ key: [] }],
      securityDefinitions: { key: { type: "apiKey", in: "header", name: "X-Key" } },
      paths: {
        "/permits": {
          get: {
            operationId: "getPermits",
            summary: "All",
            responses: { 200: { description: "fine" }, 404: { description: "none" } },
          },
        },
      },
    },
    "#/swagger",
  ],
  "servers-https": [{ ...clean, servers: [{ url: "/v1" }] }, "#/servers/0", ["no-server #/servers"]],
  "security-declared": [{ ...clean, security: undefined }, at],
  "operation-described": [inPath({ summary: " " }), at],
  "problem-documents": [inPath({ responses: { ...good, 500: { description: "fault" } } }), `${at}/responses/500`],
  "info-field.contact": [without("contact"), "#/info"],
  "info-field.description": [without("description"), "#/info"],
  "info-field.license": [without("license"), "#/info"],
  "info-field.termsOfService": [without("termsOfService"), "#/info"],
  "versioned-path": [{ ...clean, servers: [{ url: "https://permits.city.gov" }] }, "#/paths/~1permits~1{id}"],
  "operation-id.camelCase": [inPath({ operationId: "GetPermit" }), at],
  "operation-id.PascalCase": [clean, at],
  "operation-id.snake_case": [clean, at],
  "operation-id.kebab-case": [clean, at],
};

function without(field: string): Json {
  return { ...clean, info: { ...(clean["info"] as Json), [field]: undefined } };
}

describe("OpenAPI", () => {
  test("a description that keeps every rule has no finding, as JSON and as YAML", async () => {
    expect(await placesOf(clean)).toEqual([]);
    const yaml = `openapi: 3.1.0
info: { title: Permits, version: 1.0.0, contact: { name: Permit office }, description: d, termsOfService: t, license: { name: n, url: "https://a.gov" } }
servers:
  - url: https://permits.city.gov/v1
security: []
paths:
  /permits:
    get:
      operationId: getPermits
      summary: All
      responses:
        "200": { description: fine }
        4XX: { description: fault, content: { application/problem+json: {} } }
`;
    const { findings, operations } = await measured("interface", yaml);
    expect(operations).toBe(1);
    expect(findings.map(({ rule }) => rule)).toEqual([...styles]);
  });

  test.each(interfaceRuleNames)("a description that breaks %s alone is found to, at its place", async (rule) => {
    const [document, pointer, also = []] = breaking[rule];
    if (styles.some((style) => style === rule)) {
      const { findings } = await measured("interface", JSON.stringify(document));
      expect(findings).toContainEqual({ rule, severity: null, pointer });
      return;
    }
    expect((await placesOf(document)).toSorted()).toEqual([`${rule} ${pointer}`, ...also].toSorted());
  });

  test("each place counts once, the first hundred of a rule are listed, and the record holds counts alone", async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => [
        `/p${i}`,
        { get: { ...operation, operationId: `get${i}`, parameters: [], summary: undefined } },
      ]),
    );
    const measurement = await measured("interface", JSON.stringify({ ...clean, paths }));
    expect(measurement.operations).toBe(150);
    expect(measurement.counts).toContainEqual({ rule: "operation-described", count: 150 });
    expect(measurement.findings.filter(({ rule }) => rule === "operation-described")).toHaveLength(100);
    const statistics = summarise(measurement, { services: [], minGroup: 10, excluded: new Set() });
    expect(statistics).toMatchObject({ kind: "interface", descriptions: 1, operations: 150, rows: 150, rejected: 0 });
    expect(JSON.stringify(statistics)).not.toContain("/p1");
  });

  test("several descriptions are one piece, whatever their order; findings name their file", async () => {
    const files = [fileOf(JSON.stringify(clean), "a.json"), fileOf(JSON.stringify(inPath({ summary: "" })), "b.json")];
    const measurement = await measured("interface", files);
    expect(measurement).toMatchObject({ descriptions: 2, operations: 2 });
    expect(measurement.findings).toContainEqual({
      rule: "operation-described",
      severity: severityOf("operation-described"),
      pointer: at,
      file: "b.json",
    });
    expect(await measured("interface", files.toReversed())).toEqual(measurement);
  });

  test("nothing outside is looked at: neither an address of this machine nor a file beside it", async () => {
    const asked: string[] = [];
    const server = createServer((req, res) => {
      asked.push(req.url ?? "");
      res.end("{}");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const places = await placesOf(
      inPath({
        responses: {
          ...good,
          201: { $ref: `http://127.0.0.1:${port}/secret.json` },
          202: { $ref: "file:///etc/hostname" },
          203: { $ref: "/etc/hostname" },
        },
      }),
    );
    server.close();
    expect(places).toEqual([201, 202, 203].map((code) => `reference-outside ${at}/responses/${code}`));
    expect(asked).toEqual([]);
  });

  test("what is none, cut off, too old, too deep or too large is refused by its own name", async () => {
    let deep: unknown = { type: "string" };
    for (let i = 0; i < 60; i += 1) deep = { type: "object", properties: { a: deep } };
    const cases: readonly (readonly [text: string, code: string])[] = [
      [JSON.stringify(clean).slice(0, -4), "openapi-broken"],
      ["openapi: 3.1.0\n  info: [", "openapi-broken"],
      ['{"openapi":"3.1.0","paths":[]}'.replace("3.1.0", "4.0.0"), "openapi-version"],
      [JSON.stringify({ ...clean, components: { schemas: { Deep: deep } } }), "openapi-too-deep"],
      [JSON.stringify({ ...clean, "x-list": Array.from({ length: 400_000 }, () => 1) }), "openapi-too-many-values"],
      [JSON.stringify({ ...clean, "x-text": "x".repeat(2 << 20) }), "too-large"],
    ];
    for (const [text, code] of cases) expect(await refusal(text), code).toMatchObject({ code });
  });

  test("aliases are refused before they multiply", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`);
    const bomb = ["openapi: 3.1.0", "x:", "  a0: &a0 [lol, lol]", ...levels, "paths: {}", ""].join("\n");
    expect(bomb.length).toBeLessThan(2_000);
    const began = performance.now();
    expect(await refusal(bomb)).toMatchObject({ code: "openapi-aliases" });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test("six thousand operations are refused, five thousand are checked", async () => {
    const many = (count: number): string =>
      JSON.stringify({
        ...clean,
        paths: Object.fromEntries(Array.from({ length: count }, (_, i) => [`/p${i}`, { get: { responses: good } }])),
      });
    expect(await refusal(many(6_000))).toMatchObject({ code: "too-many-operations" });
    expect((await measured("interface", many(5_000))).counts).toContainEqual({
      rule: "operation-described",
      count: 5_000,
    });
  });

  test("what takes too long ends its thread, and the next description is checked by another", async () => {
    const text = JSON.stringify({
      ...clean,
      paths: Object.fromEntries(
        Array.from({ length: 5_000 }, (_, i) => [`/p${i}/{id}`, { get: {}, put: {}, post: {} }]),
      ),
    });
    expect(await lintBeside({ text, mostOperations: Infinity }, 1)).toEqual(new NoDescription("too-heavy"));
    expect(await lintBeside({ text: JSON.stringify(clean), mostOperations: 1 })).toMatchObject({ operations: 1 });
    const paths = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`/p${i}`, {}]));
    expect(await refusal(JSON.stringify({ ...clean, paths }))).toMatchObject({ code: "openapi-too-heavy" });
  });

  test("what takes too much memory ends its thread and nothing else", async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `k${i}: v`).join("\n  ");
    const merges = Array.from({ length: 9_000 }, (_, i) => `m${i}: { <<: *a, x: ${i} }`).join("\n");
    const began = performance.now();
    expect(await refusal(`openapi: 3.1.0\nbase: &a\n  ${rows}\n${merges}\npaths: {}\n`)).toMatchObject({
      code: expect.stringMatching(/^openapi-(?:aliases|too-heavy|broken)$/) as string,
    });
    expect(performance.now() - began).toBeLessThan(25_000);
  });
});
