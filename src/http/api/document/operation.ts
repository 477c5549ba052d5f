import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import { gates } from "../../../domain/policy/policy.ts";
import { statuses } from "../problem.ts";
import type { ProblemCode } from "../problem.ts";
import type { ApiRoute } from "../route.ts";
import { problemShape } from "../shapes/problem.ts";

/** What any request may meet. */
const everywhere: readonly ProblemCode[] = [
  "unauthorized",
  "scope-missing",
  "too-many-requests",
  "internal",
  "unavailable",
];

/** One address of the table as OpenAPI has it. */
export function operationOf(route: ApiRoute): ZodOpenApiOperationObject {
  const { id, tag, query, body } = route;
  return {
    operationId: id,
    summary: `api:operation.${id}.summary`,
    description: [`api:operation.${id}.description`, ...route.scopes.map((scope) => `api:scope.${scope}`)].join(" "),
    tags: [tag],
    requestParams: {
      ...(route.path.includes("{") && { path: pathOf(route.path) }),
      ...(query !== null && { query }),
      header: headersOf(route),
    },
    ...(body !== null && { requestBody: { required: true, content: { [body.type]: { schema: body.schema } } } }),
    responses: Object.fromEntries([...answersOf(route), ...problemsOf(route)]),
  };
}

const parameters = {
  slug: z.string().meta({ description: "api:about.slug", examples: ["queue-forecast"] }),
  piece: z.string().meta({ description: "api:about.evidence", examples: ["e1"] }),
  gate: z.enum(gates).meta({ description: "api:about.gateMeant" }),
  position: z.int().meta({ description: "api:about.position", examples: [47] }),
} as const;

/** A number within the technology, as its chapter describes it, where nothing more is said. */
const parameterOf = (name: string): z.ZodType =>
  new Map<string, z.ZodType>(Object.entries(parameters)).get(name) ??
  z.string().meta({ description: `api:about.${name}` });

function pathOf(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, parameterOf(name)])));
}

function headersOf({ method, matching }: ApiRoute) {
  const language = z
    .string()
    .optional()
    .meta({ description: "api:header.language", examples: ["zh-CN"] });
  const match = matching === "must" ? z.string() : z.string().optional();
  return z.object({
    "Accept-Language": language,
    ...(method === "get" && {
      "If-None-Match": z.string().optional().meta({ description: "api:header.noneMatch" }),
    }),
    ...(method === "post" && {
      "Idempotency-Key": z.string().max(200).optional().meta({ description: "api:header.key" }),
    }),
    ...(matching !== "never" && { "If-Match": match.meta({ description: "api:header.match" }) }),
  });
}

function answersOf({ answers, method, query }: ApiRoute): [string, ZodOpenApiResponseObject][] {
  const paged = query !== null && "after" in query.shape;
  const headers = z.object({
    ETag: headerOf("tag"),
    RateLimit: headerOf("limit"),
    ...(paged && { Link: headerOf("next").optional() }),
  });
  return [
    ...answers.map(({ status, shape }): [string, ZodOpenApiResponseObject] => [
      String(status),
      {
        description: `api:answer.${method}.${status}`,
        headers: status === 201 ? headers.extend({ Location: headerOf("location").optional() }) : headers,
        content: { "application/json": { schema: shape } },
      },
    ]),
    ...(method === "get" ? [["304", { description: "api:answer.get.304" }] as [string, ZodOpenApiResponseObject]] : []),
  ];
}

const headerOf = (name: string) => z.string().meta({ description: `api:header.${name}` });

/** One answer a status; what it may be about is said by its type. */
function problemsOf({ problems }: ApiRoute): [string, ZodOpenApiResponseObject][] {
  const codes = [...new Set([...everywhere, ...problems])];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(statuses[code], [...(byStatus.get(statuses[code]) ?? []), code]);
  return [...byStatus]
    .toSorted(([a], [b]) => a - b)
    .map(([status, all]) => [
      String(status),
      {
        description: all.map((code) => `api:problem.${code}.detail`).join(" "),
        content: {
          "application/problem+json": {
            schema: problemShape,
            examples: Object.fromEntries(all.map((code) => [code, { value: exampleOf(code) }])),
          },
        },
      },
    ]);
}

const exampleOf = (code: ProblemCode) => ({
  type: `urn:touchstone:problem:${code}`,
  title: `api:problem.${code}.title`,
  status: statuses[code],
  detail: `api:problem.${code}.detail`,
  instance: "urn:uuid:00000000-0000-4000-8000-000000000000",
});
