import type { Language } from "../../view/languages.ts";
import { base } from "../answer.ts";
import type { ApiRoute } from "../route.ts";
import { apiTags } from "../route.ts";
import { problemShape } from "../shapes/problem.ts";
import { apiTable } from "../table.ts";
import { operationOf } from "./operation.ts";
import { inWords } from "./in-words.ts";

/** The API's own version: it grows without breaking whoever calls it, or becomes /api/v2. */
const apiVersion = "1.0.0";

/** OpenAPI as far as it is read here. */
export type ApiDocument = {
  readonly paths: { readonly [path: string]: { readonly [method: string]: DocumentedOperation } };
  readonly components: { readonly schemas: { readonly [name: string]: object } };
};

export type DocumentedOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly DocumentedParameter[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: object } } };
  readonly responses: { readonly [status: string]: DocumentedAnswer };
};

type DocumentedParameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: object;
};

export type DocumentedAnswer = {
  readonly description: string;
  readonly content?: { readonly [type: string]: { readonly schema: object } };
};

/** OpenAPI 3.1, from the table that Express was told of, in the words of a language. */
export async function apiDocument(language: Language, origin: string): Promise<ApiDocument> {
  const made = documents.get(language) ?? (inWords(language, await writtenDocument()) as ApiDocument);
  documents.set(language, made);
  return { ...made, servers: [{ url: origin + base }] } as ApiDocument;
}

/** It follows from the table alone. */
const documents = new WeakMap<Language, ApiDocument>();

async function writtenDocument(): Promise<unknown> {
  // Loaded when the document is first asked for: a start needs none.
  const { createDocument } = await import("zod-openapi");
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "api:document.title",
      version: apiVersion,
      description: "api:document.description",
      contact: { name: "api:document.contact" },
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [],
    security: [{ token: [] }],
    tags: apiTags.map((name) => ({ name, description: `api:tag.${name}` })),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "api:document.token" } },
      schemas: { Problem: problemShape },
    },
    paths: pathsOf(apiTable),
  });
}

function pathsOf(routes: readonly ApiRoute[]) {
  const paths = [...new Set(routes.map(({ path }) => path))];
  return Object.fromEntries(
    paths.map((path) => [
      path,
      Object.fromEntries(
        routes.filter((route) => route.path === path).map((route) => [route.method, operationOf(route)]),
      ),
    ]),
  );
}
