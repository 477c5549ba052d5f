import type { z } from "zod";
import type { TokenScope } from "../../authority/intake-tokens.ts";
import type { Deps } from "../deps.ts";
import { aboutTechnology } from "./caller.ts";
import type { Call, TechnologyCall } from "./caller.ts";
import type { ProblemCode } from "./problem.ts";
import { receiveJson, receiveQuery } from "./receive.ts";

/** What a handler answers with; the rest of the answer follows from it. */
export type Reply<T> = {
  /** 201: it was not there before. */
  readonly status?: 200 | 201;
  readonly body: T;
  /** Where what was made stands, behind the API's base. */
  readonly location?: string;
  /** Cursor of the next page; null where this is the last one. */
  readonly next?: string | null;
  /** Of the technology's stream, for conditional requests. */
  readonly version?: number;
};

/** Whether `If-Match` is looked at: never, where it is sent, or it has to be. */
export type Matching = "never" | "may" | "must";

/**
 * One address of the API: Express is told of it, its request is parsed and its answer is typed by its shapes, and the OpenAPI
 * document is written from it. Texts stand under `api:operation.<id>`.
 */
export type ApiRoute = {
  readonly method: "get" | "post";
  /** As OpenAPI writes it, "/technologies/{slug}". */
  readonly path: string;
  readonly id: string;
  readonly tag: ApiTag;
  /** Any of them. */
  readonly scopes: readonly TokenScope[];
  readonly query: z.ZodObject | null;
  readonly body: Body | null;
  readonly answers: readonly { readonly status: 200 | 201; readonly shape: z.ZodType }[];
  readonly problems: readonly ProblemCode[];
  readonly matching: Matching;
  readonly reply: (deps: Deps, call: Call) => Promise<Reply<unknown>>;
};

type Body = { readonly type: "application/json" | "multipart/form-data"; readonly schema: z.ZodObject };

export const apiTags = [
  "portfolio",
  "technology",
  "pilot",
  "evidence",
  "gate",
  "service",
  "questions",
  "house",
] as const;
export type ApiTag = (typeof apiTags)[number];

type Named = Pick<ApiRoute, "path" | "id" | "tag">;

type Read<S extends z.ZodType, Q extends z.ZodObject, C extends Call> = Named & {
  readonly answer: S;
  readonly query?: Q;
  /** Beside `read`. */
  readonly scopes?: readonly TokenScope[];
  readonly problems?: readonly ProblemCode[];
  readonly reply: (deps: Deps, call: C, query: z.output<Q>) => Promise<Reply<z.input<S>>> | Reply<z.input<S>>;
};

/** An address that reads. */
export function reading<S extends z.ZodType, Q extends z.ZodObject>(read: Read<S, Q, Call>): ApiRoute {
  const { path, id, tag, answer, query, scopes = [], problems = [], reply } = read;
  return {
    method: "get",
    path,
    id,
    tag,
    body: null,
    matching: "never",
    scopes: ["read", ...scopes],
    query: query ?? null,
    answers: [{ status: 200, shape: answer }],
    problems: [...(query === undefined ? [] : (["invalid"] as const)), ...problems],
    reply: async (deps, call) => reply(deps, call, queryOf(query, call)),
  };
}

/** An address that reads something of one technology. */
export const readingOne = <S extends z.ZodType, Q extends z.ZodObject>(read: Read<S, Q, TechnologyCall>): ApiRoute =>
  reading<S, Q>({
    ...read,
    problems: ["not-found", ...(read.problems ?? [])],
    reply: async (deps, call, query) => {
      const about = await aboutTechnology(deps, call);
      return { version: about.technology.version, ...(await read.reply(deps, about, query)) };
    },
  });

const queryOf = <Q extends z.ZodObject>(query: Q | undefined, { req, language }: Call): z.output<Q> =>
  query === undefined ? ({} as z.output<Q>) : receiveQuery(req, query, language);

type Write<B extends z.ZodObject, S extends z.ZodType> = Named & {
  readonly scope: TokenScope;
  readonly body: B;
  readonly answer: S;
  readonly matching: Matching;
  readonly problems?: readonly ProblemCode[];
  readonly reply: (deps: Deps, call: Call, body: z.output<B>) => Promise<Reply<z.input<S>>>;
};

/** An address that takes JSON and enters what it says. */
export function writing<B extends z.ZodObject, S extends z.ZodType>(write: Write<B, S>): ApiRoute {
  const { path, id, tag, scope, body, answer, matching, problems = [], reply } = write;
  return {
    method: "post",
    path,
    id,
    tag,
    matching,
    query: null,
    scopes: [scope],
    body: { type: "application/json", schema: body },
    answers: [
      { status: 201, shape: answer },
      { status: 200, shape: answer },
    ],
    problems: [...writeProblems, ...matchProblems(matching), ...problems],
    reply: async (deps, call) => reply(deps, call, await receiveJson(call.req, call.res, body, call.language)),
  };
}

/** What any write may meet. */
export const writeProblems = [
  ...(["bad-request", "forbidden", "refused", "too-large", "unsupported-type", "invalid", "key-reused"] as const),
  ...(["read-only", "disk-full"] as const),
] as const satisfies readonly ProblemCode[];

const matchProblems = (matching: Matching): readonly ProblemCode[] => [
  ...(matching === "never" ? [] : (["precondition-failed"] as const)),
  ...(matching === "must" ? (["precondition-required"] as const) : []),
];
