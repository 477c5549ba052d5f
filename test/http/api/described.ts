import supertest from "supertest";
import { z } from "zod";
import type { ApiDocument, DocumentedOperation } from "../../../src/http/api/document/document.ts";
import type { Site } from "../../support/http.ts";
import { answerOf } from "./support.ts";
import type { Answer } from "./support.ts";

/** As an installation is named. */
const host = "touchstone.gov.example";

export async function documentOf(site: Site, language = "en"): Promise<ApiDocument> {
  const asked = supertest(site.app).get("/api/v1/openapi.json").set({ "Accept-Language": language, Host: host });
  return JSON.parse((await asked).text) as ApiDocument;
}

/** Asks as a program does, and holds the answer against what the document says of it. */
export type Program = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
};

export function program(site: Site, token: string, document: ApiDocument): Program {
  const asked = (test: supertest.Test, headers: Record<string, string>) =>
    test.set({ Host: host, Authorization: `Bearer ${token}`, ...headers });
  return {
    get: async (path, headers = {}) =>
      held(document, "get", path, answerOf(await asked(supertest(site.app).get(`/api/v1${path}`), headers))),
    post: async (path, body, headers = {}) => {
      const sent = asked(supertest(site.app).post(`/api/v1${path}`), headers).type("json");
      return held(document, "post", path, answerOf(await sent.send(JSON.stringify(body))));
    },
  };
}

/** @throws where the document does not know of such an answer, or of one of another shape */
export function held(document: ApiDocument, method: string, path: string, answer: Answer): Answer {
  const operation = operationAt(document, method, path);
  const documented = operation?.responses[answer.status];
  if (documented === undefined)
    throw new Error(`${method} ${path} says nothing of ${answer.status}: ${JSON.stringify(answer.body)}`);
  const [type] = answer.type.split(";");
  if (answer.status === 304) return answer;
  const schema = documented.content?.[type ?? ""]?.schema;
  if (schema === undefined) throw new Error(`${method} ${path} says nothing of ${answer.type}`);
  const checked = shapeOf(document, schema).safeParse(answer.body);
  if (!checked.success) throw new Error(`${method} ${path}: ${JSON.stringify(checked.error.issues)}`);
  return answer;
}

function operationAt({ paths }: ApiDocument, method: string, path: string): DocumentedOperation | undefined {
  const [bare = ""] = path.split("?");
  const fits = Object.keys(paths).filter((known) =>
    new RegExp(`^${known.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
  return paths[fits.find((known) => known === bare) ?? fits[0] ?? ""]?.[method];
}

const shapes = new WeakMap<object, z.ZodType>();

/** A schema of the document as what can be held against a value. */
function shapeOf({ components }: ApiDocument, schema: object): z.ZodType {
  const made = shapes.get(schema);
  if (made !== undefined) return made;
  const whole = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll(
    "#/components/schemas/",
    "#/$defs/",
  );
  const shape = z.fromJSONSchema(JSON.parse(whole) as Parameters<typeof z.fromJSONSchema>[0]);
  shapes.set(schema, shape);
  return shape;
}
