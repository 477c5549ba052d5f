import { once } from "node:events";
import { request } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { Router } from "express";
import type { RequestHandler } from "express";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDispatch } from "../../../src/http/dispatch.ts";
import type { Route } from "../../../src/http/routes.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

let site: Site;
let list: readonly Pick<Route, "method" | "path">[];
const servers: Server[] = [];
beforeAll(async () => {
  site = await startSite();
  list = site.app.locals["routes"] as readonly Route[];
});
afterAll(async () => {
  for (const server of servers) server.close();
  await site.stop();
});

/** What answers and with which values; every third entry passes on, as a guard does. */
const says =
  (number: number): RequestHandler =>
  (req, res, next) => {
    if (number % 3 === 0 && req.headers["x-on"] !== undefined) next();
    else res.json([number, req.params, req.method]);
  };

function ours(): RequestHandler {
  const { add, handle } = createDispatch();
  list.forEach(({ method, path }, number) => add(method, path, says(number)));
  return handle;
}

function express5(): RequestHandler {
  const router = Router({ caseSensitive: true, strict: false });
  list.forEach(({ method, path }, number) => router[method](path, says(number)));
  return router;
}

async function serve(handler: RequestHandler): Promise<number> {
  const app = express().disable("x-powered-by").set("env", "production").use(handler);
  app.use(((error, _req, res, _next) => {
    res.status(500).json([(error as Error).name, (error as { readonly status?: number }).status]);
  }) satisfies express.ErrorRequestHandler);
  const server = app.listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

type Ask = { readonly method: string; readonly path: string; readonly on: boolean };

const answer = (port: number, { method, path, on }: Ask): Promise<string> =>
  new Promise((resolve, reject) => {
    request({ port, method, path, headers: on ? { "x-on": "1" } : {} }, (res) => {
      let text = "";
      res.setEncoding("utf8").on("data", (part: string) => (text += part));
      res.on("end", () => resolve(`${res.statusCode} ${res.headers.allow ?? ""} ${text}`));
    })
      .on("error", reject)
      .end();
  });

/** An address of the product with its free segments filled in, whole, cut, lengthened or spoilt. */
const addresses = (): fc.Arbitrary<string> => {
  const word = fc.constantFrom(
    "new",
    "e1",
    "a-b",
    "A",
    "..",
    "%41",
    "%zz",
    "%2F",
    "é",
    "a.csv",
    "",
    "evidence",
    "gates",
  );
  const filled = fc
    .tuple(fc.constantFrom(...list.map(({ path }) => path)), fc.array(word, { minLength: 6, maxLength: 6 }))
    .map(([path, words]) => path.replace(/:\w+/g, () => encodeURI(words.pop() ?? "x").replaceAll("%25", "%")));
  const junk = fc.array(word, { maxLength: 6 }).map((words) => encodeURI(`/${words.join("/")}`).replaceAll("%25", "%"));
  const spoil = fc.constantFrom<(path: string) => string>(
    (path) => path,
    (path) => `${path}/`,
    (path) => `${path}//`,
    (path) => `${path}?a=/technologies/x`,
    (path) => path.toUpperCase(),
    (path) => `${path}/more`,
    (path) => path.slice(0, path.lastIndexOf("/")) || "/",
    (path) => path.replace("/", "//"),
  );
  return fc.tuple(fc.oneof({ weight: 4, arbitrary: filled }, junk), spoil).map(([path, change]) => change(path));
};

describe("the route of an address", () => {
  it("is the one that Express chooses among all, for every address and for junk", { timeout: 60_000 }, async () => {
    const [here, there] = [await serve(ours()), await serve(express5())];
    const same = async (ask: Ask): Promise<void> => {
      expect(await answer(here, ask), JSON.stringify(ask)).toBe(await answer(there, ask));
    };
    for (const { path } of list)
      for (const method of ["GET", "POST", "HEAD", "OPTIONS"])
        for (const on of [false, true]) await same({ method, path: path.replace(/:\w+/g, "new"), on });
    const asks = fc.record({
      method: fc.constantFrom("GET", "POST", "HEAD", "OPTIONS", "PUT"),
      path: addresses(),
      on: fc.boolean(),
    });
    await fc.assert(fc.asyncProperty(asks, same), { numRuns: 400 });
  });

  it("is never one with more than fixed and free segments, which would be looked for in vain", () => {
    const { add } = createDispatch();
    for (const path of ["/files/*rest", "/a{/:b}", "/:name.csv", "/a-:b"]) expect(() => add("get", path)).toThrow(path);
  });
});
