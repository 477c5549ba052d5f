import { randomUUID } from "node:crypto";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { depsOf } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { requiredText } from "../../../src/http/forms/fields.ts";
import { renderOutside } from "../../../src/http/outside/page.ts";
import { createOutside } from "../../../src/http/outside/routes.ts";
import { requestLog } from "../../../src/http/middleware/request-log.ts";
import { outsideLimits } from "../../../src/http/outside/limits.ts";
import { handle } from "../../../src/application/handle.ts";
import { onOutside } from "../../../src/application/on-outside.ts";
import { browser, startSite } from "../../support/http.ts";
import type { Browser, Site } from "../../support/http.ts";
import type { Door } from "../../../src/domain/outside/doors.ts";

let site: Site;
let administrator: Awaited<ReturnType<Site["signedIn"]>>;

beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
});
afterAll(() => site.stop());

async function change(type: "OpenDoor" | "ShutDoor", door: Door): Promise<void> {
  const by = { actor: { id: administrator.id, roles: ["administrator"] as const }, role: "administrator" as const };
  const outcome = await handle(site.services, { ...by, commandId: randomUUID() }, onOutside({ type, door }));
  expect(outcome.kind).toBe("accepted");
}

/** A form outside as a room would make one, with these limits. */
function formOutside(
  limits: Partial<typeof outsideLimits>,
  submit: () => Promise<void> = async () => undefined,
  inFront: express.RequestHandler = (_req, _res, next) => next(),
): Browser {
  const deps = depsOf(site.services, readConfig({}, { dataDir: "/nowhere" }));
  const outside = createOutside(deps, { ...outsideLimits, ...limits });
  const show = (res: express.Response, form?: Parameters<typeof renderOutside>[2]["form"]) =>
    renderOutside(
      res,
      "pages/outside/fault",
      { title: "A form", ...(form && { form }) },
      { again: null, reference: null },
    );
  outside.get("questionnaires", "/public/ask", (_req, res) => show(res));
  outside.post(
    "questionnaires",
    "/public/ask/:code",
    z.object({ words: requiredText(20) }),
    async (_req, res, form) => {
      await submit();
      if (form.valid) res.send("taken");
      else show(res, form);
    },
  );
  const app = express();
  app.set("query parser", "simple");
  app.use(inFront);
  app.use(outside.router);
  app.use((_req, res) => void res.status(404).send("unknown"));
  return browser(app);
}

test("shut, its addresses are unknown to everybody; opened, whoever asks gets the same page and no cookie", async () => {
  const asked = formOutside({});
  expect((await asked.get("/public/ask")).text).toContain("unknown");
  await change("OpenDoor", "questionnaires");
  const page = await asked.get("/public/ask", { "accept-language": "zh-CN" });
  expect(page.status).toBe(200);
  expect(page.html).toContain('lang="zh-CN"');
  expect(page.html).toContain('href="/public/ask?lang&#x3D;en"');
  expect(page.headers["set-cookie"]).toBeUndefined();
  expect((await asked.get("/public/ask?lang=en", { "accept-language": "zh-CN" })).html).toContain('<html lang="en"');
  await change("ShutDoor", "questionnaires");
  expect((await asked.post("/public/ask/c0de", { words: "a" })).text).toContain("unknown");
  await change("OpenDoor", "questionnaires");
});

test("what no page of ours asks for is refused by its name, and so is what is too long or from elsewhere", async () => {
  const asked = formOutside({ bytes: 2000 });
  expect((await asked.post("/public/ask/c", { words: "fine" })).text).toBe("taken");
  const strange = await asked.post("/public/ask/c", { words: "fine", admin: "1" });
  expect(strange.status).toBe(422);
  expect(strange.text).toContain("“admin”");
  for (const name of ["a b", "1bad"])
    expect((await asked.post("/public/ask/c", { words: "x", [name]: "1" })).status).toBe(422);
  expect((await asked.post("/public/ask/c", { words: "x".repeat(21) })).status).toBe(422);
  const long = await asked.post("/public/ask/c", { words: "x".repeat(3000) });
  expect([long.status, long.text.includes("what you wrote is still there")]).toEqual([413, true]);
  const foreign = await asked.post("/public/ask/c", { words: "x" }, { origin: "https://elsewhere.example" });
  expect(foreign.status).toBe(403);
});

test("too many from one network, or in all, are asked to send again, and lose nothing typed", async () => {
  const typed = "“kept” <b>";
  const few = formOutside({ posts: 1 });
  await few.post("/public/ask/c", { words: typed });
  const again = await few.post("/public/ask/c", { words: typed });
  expect([again.status, again.headers["retry-after"]]).toEqual([429, "60"]);
  expect(again.value("words")).toBe(typed);
  expect(again.html).toContain('action="/public/ask/c"');
  const inAll = formOutside({ postsInAll: 1 });
  await inAll.post("/public/ask/c", { words: "x" });
  expect((await inAll.post("/public/ask/c", { words: "x" })).status).toBe(429);
  const reading = formOutside({ reads: 1 });
  await reading.get("/public/ask");
  expect((await reading.get("/public/ask")).status).toBe(429);
});

test("a few forms are at work at once, a few wait, and the next is told to come again with all it holds", async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let began = 0;
  const busy = formOutside({ atOnce: 1, waiting: 1 }, async () => {
    began += 1;
    await gate;
  });
  const first = busy.post("/public/ask/c", { words: "first" });
  await expect.poll(() => began).toBe(1);
  const second = busy.post("/public/ask/c", { words: "second" });
  const answers: Promise<{ status: number }>[] = [first, second];
  await expect
    .poll(async () => {
      const third = await Promise.race([
        busy.post("/public/ask/c", { words: "third" }),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 50)),
      ]);
      return third?.status === 503 && third.value("words") === "third" && third.headers["retry-after"] === "10";
    })
    .toBe(true);
  open();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
});

test("an administrator opens and shuts on a page of their own, and the log of administration says who", async () => {
  const planner = await site.signedIn("planner");
  expect((await planner.get("/administration/outside")).status).toBe(403);
  expect((await planner.post("/administration/outside/pages/opening")).status).toBe(403);
  expect((await administrator.post("/administration/outside/pages/shutting")).status).toBe(409);
  await change("OpenDoor", "pages");
  const page = await administrator.get("/administration/outside");
  expect(page.text).toContain("2 doors are open");
  expect((await administrator.get("/administration?kind=house")).text).toContain("opened the public pages");
  await administrator.send("/administration/outside/pages/shutting");
  expect((await administrator.get("/administration?kind=house")).text).toContain("shut the public pages");
});

test("the log has no address of whoever reads outside, and no code that stands in an address", async () => {
  const asked = formOutside({}, async () => undefined, requestLog(site.services.log, { trustedProxies: 0 }));
  await asked.post("/public/ask/s3cret-c0de", { words: "x" });
  const line = site.log().findLast(({ msg }) => msg === "request completed");
  expect(line).toMatchObject({ address: null, person: null, req: { path: "/public/ask/:code" } });
  expect(JSON.stringify(site.log())).not.toContain("s3cret-c0de");
});
