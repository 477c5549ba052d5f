import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onOutside } from "../../../src/application/on-outside.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import type { OutsideRoomRoute } from "../../../src/http/rooms.ts";
import { databaseOf } from "../../support/database.ts";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { browser } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";
import { outsideAddresses } from "../../support/outside-addresses.ts";

const run = promisify(execFile);

let demo: DemoSite;
let stranger: Browser;
let slug: string;

/** Written for everybody; the rest of the ledger is not. */
const forEverybody = {
  "purpose.en": "People see when their bus <b>really</b> comes.",
  "tried.en": "Six lines tried it for a month.",
  "reasons.zh": "市民不再冒雨久等。",
};

beforeAll(async () => {
  demo = await startDemo(scenesNamed("Bus arrival prediction", "Permit reply assistant"));
  const { services } = demo;
  stranger = browser(demo.app);
  const administrator = services.views.people.all().find(({ roles }) => roles.includes("administrator"))!;
  if (!services.views.outside.isOpen("pages"))
    await handle(
      services,
      {
        actor: { id: administrator.id, roles: ["administrator"] },
        role: "administrator",
        commandId: randomUUID(),
      },
      onOutside({ type: "OpenDoor", door: "pages" }),
    );
  await sweepAll(services);
  slug = services.views.portfolio.page({ sort: "name", limit: 9, search: "Bus arrival" }).rows[0]!.slug;
  const planner = await demo.as("planner2");
  const at = `/technologies/${slug}/publication`;
  const form = await planner.get(`${at}/statement`);
  const done = await planner.send(`${at}/statement`, { version: form.value("version"), ...forEverybody });
  expect(done.text).toContain("The words for the public are saved.");
}, 300_000);
afterAll(async () => demo.stop());

const page = (): Promise<{ readonly text: string; readonly html: string; readonly status: number }> =>
  stranger.get(`/public/technologies/${slug}`);

describe("the page of a technology", () => {
  it("says in plain words what is tried, what was decided, by which offices, and how to ask", async () => {
    const { text, html, status } = await page();
    expect(status).toBe(200);
    expect(text).toContain("It may be tried in a pilot.");
    expect(text).toMatch(/Decided by \d+ approvers?/);
    expect(text).toContain("People see when their bus");
    expect(html).toContain("&lt;b&gt;really&lt;/b&gt;");
    expect(text).toContain("The office has written this in Chinese only.");
    expect(html).toContain('lang="zh-CN"><p>市民不再冒雨久等。');
    expect(text).toContain("Ask or object in writing");
    expect(text).toContain("The office has not written anything about this for the public yet.");
  });

  it("is the same for whoever is signed in, in either language, kept by anybody and asked for again", async () => {
    const planner = await demo.as("planner");
    const own = await stranger.get(`/public/technologies/${slug}`);
    expect((await planner.get(`/public/technologies/${slug}`)).html).toBe(own.html);
    expect(own.headers["set-cookie"]).toBeUndefined();
    expect(own.headers["cache-control"]).toBe("public, no-cache");
    const again = await stranger.get(`/public/technologies/${slug}`, { "if-none-match": own.headers["etag"]! });
    expect(again.status).toBe(304);
    const chinese = await stranger.get(`/public/technologies/${slug}?lang=zh-CN`);
    expect(chinese.text).toContain("可以试点。");
    expect(chinese.html).not.toMatch(/href="\/public[^"]*lang&#x3D;en"(?! lang="en")/);
  });

  it("names what is withheld with its ground, and shows it again once it is released", async () => {
    const approver = await demo.as("approver");
    const at = `/technologies/${slug}/publication`;
    const send = async (place: string, fields: Record<string, string>) => {
      const form = await approver.get(`${at}/withholding`);
      return approver.send(`${at}/${place}`, { version: form.value("version"), ...fields });
    };
    await send("withholding", { part: "purpose", ground: "security" });
    const { text } = await page();
    expect(text).toContain("This is withheld, because it would help somebody to attack the service.");
    expect(text).not.toContain("People see when their bus");
    await send("withholding", { part: "everything", ground: "proceedings" });
    const nothing = (await page()).text;
    expect(nothing).not.toContain("Six lines tried it");
    expect(nothing).toContain("because proceedings are under way about it");
    await send("release", { part: "everything" });
    await send("release", { part: "purpose" });
    expect((await page()).text).toContain("People see when their bus");
  });

  it("is listed by name, stage and department, and in both feeds", async () => {
    expect((await stranger.get("/public?q=BUS+arr")).text).toContain("Bus arrival prediction");
    expect((await stranger.get("/public?q=ferry")).text).toContain("Nothing matches");
    expect((await stranger.get("/public?department=transport")).text).toContain("Bus arrival prediction");
    const atom = await stranger.get("/public/feed.atom");
    expect(atom.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(atom.html).toContain("<title>Bus arrival prediction: It may be tried in a pilot.</title>");
    const ids = [...atom.html.matchAll(/<id>(urn:uuid:[^<]+)<\/id>/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const json = JSON.parse((await stranger.get("/public/feed.json")).html) as { items: { id: string }[] };
    expect(json.items.map(({ id }) => id)).toEqual(ids.slice(1));
    expect((await stranger.get("/public/feed.atom", { "if-none-match": atom.headers["etag"]! })).status).toBe(304);
    expect(atom.headers["cache-control"]).toBe("public, max-age=300");
  });
});

describe("the proof", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "touchstone-proof-"));
    await writeFile(join(folder, "check.mjs"), (await stranger.get("/public/check-proof.mjs")).html);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const served = async () => JSON.parse((await stranger.get(`/public/technologies/${slug}/proof.json`)).html) as Served;
  type Served = {
    vkey: string;
    publication: { entry: string; proof: string; position: number };
    decision: { leafHash: string; proof: string; position: number };
  };

  async function checked(file: Served, ...key: string[]): Promise<string> {
    await writeFile(join(folder, "proof.json"), JSON.stringify(file));
    const args = [join(folder, "check.mjs"), join(folder, "proof.json"), ...key];
    return run(process.execPath, args).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { stderr: string }).stderr,
    );
  }

  it("holds by the program that the page gives, which needs nothing else", async () => {
    const file = await served();
    expect(await checked(file)).toMatch(/^Good\. Log /);
    expect(await checked(file, file.vkey)).toContain("gate completion, outcome approve");
    expect((await stranger.get("/public/verify")).html).toContain(file.vkey.replaceAll("=", "&#x3D;"));
    const program = (await stranger.get("/public/check-proof.mjs")).html;
    expect(program.split("\n").length).toBeLessThanOrEqual(100);
    // The entry comes whole because it holds nothing of anybody's.
    expect((JSON.parse(file.publication.entry) as { actor: string }).actor).toBe("system");
  });

  it("fails with a byte changed anywhere, with another key, and with another entry's telling", async () => {
    const file = await served();
    const { publication, decision } = file;
    const turned = (text: string, from: string, to: string): string => text.replace(from, to);
    const wrong: readonly Served[] = [
      { ...file, publication: { ...publication, entry: turned(publication.entry, "approve", "reject") } },
      { ...file, publication: { ...publication, position: publication.position + 1 } },
      { ...file, decision: { ...decision, leafHash: Buffer.alloc(32).toString("base64") } },
      { ...file, decision: { ...decision, position: publication.position, proof: publication.proof } },
      { ...file, publication: { ...publication, proof: publication.proof.replace(/\n(\w)/, "\nX") } },
      {
        ...file,
        publication: { ...publication, proof: publication.proof.replace(/\n(\d+)\n(?=[\w+/=]{44}\n\n—)/, "\n1$1\n") },
      },
    ];
    for (const [n, forged] of wrong.entries()) expect(await checked(forged), String(n)).toMatch(/^Wrong: /);
    const other = file.vkey.replace(/\+[0-9a-f]{8}\+/, "+00000000+");
    expect(await checked(file, other)).toMatch(/^Wrong: the key/);
  });
});

describe("no outside address", () => {
  const routes = (): readonly OutsideRoomRoute[] => demo.app.locals["outside"] as readonly OutsideRoomRoute[];

  it("is missing among those that are opened here", () => {
    const got = routes().filter(({ method }) => method === "get");
    expect(got.map(({ path }) => path).toSorted()).toEqual(Object.keys(outsideAddresses(slug)).toSorted());
  });

  it("tells anything private, in words or headers, in either language", { timeout: 120_000 }, async () => {
    const secrets = await privateThings();
    expect(secrets.length).toBeGreaterThan(150);
    const slugs = demo.services.views.publications.told(50).map((told) => told.slug);
    expect(new Set(slugs).size).toBe(2);
    const addresses = [...new Set(slugs)].flatMap((one) => Object.values(outsideAddresses(one)).flat());
    for (const address of new Set(addresses))
      for (const language of ["en", "zh-CN"]) {
        const answer = await stranger.get(address, { "accept-language": language });
        const whole = `${answer.html}\n${answer.text}\n${JSON.stringify(answer.headers)}`;
        expect(
          secrets.filter(({ text }) => whole.includes(text)),
          address,
        ).toEqual([]);
      }
  });

  /** Everything that people wrote and was not written for the public, who they are, what they scored and asked, drafts. */
  async function privateThings(): Promise<readonly { readonly what: string; readonly text: string }[]> {
    const planner = await demo.as("planner2");
    await planner.post(`/technologies/${slug}/questions`, {
      to: "approvers",
      about: "rollout",
      text: "Who pays for the displays in the tunnel?",
    });
    await planner.post(`/technologies/${slug}/publication/statement`, { "purpose.en": "x".repeat(4001) });
    const database = databaseOf(demo.services);
    const texts = database.prepare<[], string>("SELECT text FROM private_text WHERE text IS NOT NULL").pluck().all();
    const written = new Set<string>(Object.values(forEverybody));
    const people = await Promise.all(
      demo.services.views.people
        .all()
        .map(async ({ id }) => ({ id, ...(await demo.services.accounts.identities.find(id))! })),
    );
    const states = await Promise.all(
      demo.services.views.publications
        .told(50)
        .map(({ technology }) => demo.services.views.technologyState(technology)),
    );
    const named = states.flatMap((state) => [
      ...(state?.plan?.plan.services ?? []),
      ...(state?.plan?.plan.assisted ?? []),
      ...(state?.digests ?? []),
    ]);
    return [
      ...texts
        .filter((text) => !written.has(text) && text.length > 3)
        .map((text) => ({ what: "text", text: text.slice(0, 60) })),
      ...people.flatMap((person) => [
        { what: "name", text: person.name },
        { what: "mail", text: person.email },
        { what: "id", text: person.id },
      ]),
      ...named.filter((text) => text.length > 3).map((text) => ({ what: "label", text })),
      { what: "draft", text: "x".repeat(200) },
    ];
  }
});
