import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, textOf } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";

let site: Site;
let administrator: Member;
let auditor: Member;
let planner: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
  [auditor, planner] = [await site.signedIn("auditor"), await site.signedIn("planner")];
});
afterAll(() => site.stop());

const place = "/administration/webhooks";
const hook = { name: "Chat", url: "https://tools.example.org/hook", types: ["GateDecided"] };
const elsewhere = { Origin: "https://elsewhere.example.org" };

test("a webhook goes to an allowed host only, and its secret is shown once", async () => {
  const refused = await administrator.post(place, hook);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("Its host tools.example.org is not among those allowed");
  expect([refused.value("name"), refused.value("url")]).toEqual([hook.name, hook.url]);
  const allowed = await administrator.send(`${place}/hosts`, { host: "Tools.Example.org" });
  expect(allowed.text).toContain("Allowed: tools.example.org.");
  for (const [wrong, words] of [
    [{ url: "http://tools.example.org/hook" }, "An address looks like"],
    [{ url: "https://ann:secret@tools.example.org/" }, "An address looks like"],
    [{ url: "ftp://tools.example.org/" }, "An address looks like"],
    [{ types: [] }, "Choose at least one kind of entry"],
    [{ types: ["PersonAdded"] }, "Error: Webhooks"],
    [{ name: " " }, "Say what it is for"],
  ] as const) {
    const page = await administrator.post(place, { ...hook, ...wrong });
    expect([page.status, page.text.includes(words)], JSON.stringify(wrong)).toEqual([422, true]);
  }
  expect(await site.services.webhooks.all()).toEqual([]);
  const made = await administrator.post(place, hook);
  const [{ secret } = { secret: "" }] = await site.services.webhooks.all();
  expect(secret).toHaveLength(43);
  expect(made.text).toContain(secret);
  expect(made.headers["cache-control"]).toContain("no-store");
  expect((await administrator.get(place)).text).not.toContain(secret);
});

test.each(["a b", "https://tools.example.org", "tools.example.org/x", "user@tools.example.org", ""])(
  "%j is no host",
  async (host) => {
    const page = await administrator.post(`${place}/hosts`, { host });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#host"');
  },
);

test("only administrators change anything, from this site; auditors read", async () => {
  const [known] = await site.services.webhooks.all();
  const read = await auditor.get(place);
  expect(read.status).toBe(200);
  expect(read.html).not.toMatch(/action="\/administration\/webhooks/);
  expect((await planner.get(place)).status).toBe(403);
  expect((await planner.get(`${place}/${known!.id}`)).status).toBe(403);
  const forms = [
    [place, hook],
    [`${place}/hosts`, { host: "evil.example.org" }],
    [`${place}/hosts/end`, { host: "tools.example.org" }],
    [`${place}/${known!.id}/end`, {}],
    [`${place}/${known!.id}/replay/x`, {}],
  ] as const;
  for (const [path, fields] of forms) {
    expect((await planner.post(path, fields)).status, path).toBe(403);
    expect((await auditor.post(path, fields)).status, path).toBe(403);
    expect((await administrator.post(path, fields, elsewhere)).status, path).toBe(403);
  }
  expect(await site.services.webhooks.all()).toHaveLength(1);
  expect(await site.services.webhooks.hosts()).toEqual([{ host: "tools.example.org", inside: false }]);
});

test("what was sent goes on by key, the newest entry first", async () => {
  const [known] = await site.services.webhooks.all();
  const positions = Array.from({ length: 120 }, (_, at) => known!.position + 1 + at);
  await site.services.webhooks.queue(known!, positions, positions.at(-1)!);
  const seen: number[] = [];
  let next: string | undefined = `${place}/${known!.id}`;
  const pages: string[] = [];
  while (next !== undefined) {
    pages.push(next);
    const page = await administrator.get(next);
    seen.push(...[...page.html.matchAll(/href="\/ledger\/(\d+)"/g)].map(([, at]) => Number(at)));
    next = /href="([^"]*\?before[^"]*)" rel="next"/.exec(page.html)?.[1];
    if (next !== undefined) next = textOf(next);
  }
  expect(pages).toHaveLength(3);
  expect(seen).toEqual(positions.toReversed());
  const last = await administrator.get(pages[2]!);
  expect(last.html).toContain('rel="prev"');
  expect((await administrator.get(`${place}/${known!.id}?before=nonsense`)).status).toBe(200);
  expect((await administrator.get(`${place}/no-such`)).status).toBe(404);
});

test("the form of hosts says once what it is", async () => {
  const page = await administrator.get(place);
  expect(page.text.split("Hosts that may be told")).toHaveLength(2);
});
