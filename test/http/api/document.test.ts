import { createConfig, lintFromString } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lint } from "../../../src/evidence/openapi/lint.ts";
import type { Linted } from "../../../src/evidence/openapi/lint.ts";
import type { ApiDocument } from "../../../src/http/api/document/document.ts";
import { statuses } from "../../../src/http/api/problem.ts";
import { apiTable } from "../../../src/http/api/table.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";
import { documentOf } from "./described.ts";

let site: Site;
let english: ApiDocument;
beforeAll(async () => {
  site = await startSite({ origin: "https://touchstone.gov.example" });
  english = await documentOf(site);
});
afterAll(() => site.stop());

const operations = (document: ApiDocument) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, ...operation })),
  );

describe("the document of the API", () => {
  it("has nothing that the linter's strict rules or those for problem documents find", async () => {
    const config = await createConfig({
      extends: ["recommended-strict"],
      rules: { "operation-4xx-problem-details-rfc7807": "error" },
    });
    const found = await lintFromString({ source: JSON.stringify(english), config });
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  it("keeps the rules that the product lays on the descriptions of others", async () => {
    const { operations: count, counts } = (await lint(JSON.stringify(english), 1000)) as Linted;
    expect(count).toBe(apiTable.length);
    // A body picks one style of names; the terms of its service are its own to state.
    const chosen = /^operation-id\.(?:PascalCase|snake_case|kebab-case)$|^info-field\.termsOfService$/;
    expect(counts.filter(({ rule }) => !chosen.test(rule))).toEqual([]);
  });

  it("says of every address, status, parameter and problem type what it is, in both languages", async () => {
    const chinese = await documentOf(site, "zh-CN");
    for (const document of [english, chinese]) {
      const all = operations(document);
      expect(all).toHaveLength(apiTable.length);
      const untold = all.flatMap(({ at, summary, description, parameters = [], responses }) => [
        ...(summary === "" || description === "" ? [at] : []),
        ...parameters.filter(({ description: said }) => (said ?? "") === "").map(({ name }) => `${at} ${name}`),
        ...Object.entries(responses).flatMap(([status, { description: said }]) =>
          said === "" ? [`${at} ${status}`] : [],
        ),
      ]);
      expect(untold).toEqual([]);
      expect(JSON.stringify(document)).not.toMatch(/"api:/);
    }
    expect(operations(chinese).every(({ summary }) => /\p{Script=Han}/u.test(summary))).toBe(true);
  });

  it("names every type of problem there is at some address, and each address those that it can answer with", () => {
    const named = new Set(
      operations(english).flatMap(({ responses }) =>
        Object.values(responses).flatMap(({ content = {} }) =>
          Object.keys((content["application/problem+json"] as { examples?: object } | undefined)?.examples ?? {}),
        ),
      ),
    );
    // Of another method there is no operation to say it of.
    expect(Object.keys(statuses).filter((code) => !named.has(code))).toEqual(["method-not-allowed"]);
  });

  it("is what Express was told of: the same addresses, methods and scopes", () => {
    const addresses = site.app.locals["addresses"] as { room: string; method: string; path: string; who: string[] }[];
    const told = addresses.filter(({ path }) => path.startsWith("/api/v1/") && !path.endsWith("/openapi.json"));
    const documented = operations(english).map(({ at, description }) => {
      const [method = "", path = ""] = at.split(" ");
      const scopes = [...description.matchAll(/scope “(\w+)”/g)].map(([, scope]) => `token: ${scope ?? ""}`);
      return [method.toUpperCase(), `/api/v1${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, scopes] as const;
    });
    expect(told.map(({ method, path, who }) => [method, path, who]).toSorted()).toEqual(documented.toSorted());
  });
});
