import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recheckEvidence } from "../../../src/application/recheck.ts";
import { placeText } from "../../../src/http/evidence/interface-place.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting } from "./support.ts";

let site: Site;
let planner: Member;
let stranger: Member;
let slug: string;
let at: string;

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  stranger = await site.signedIn("planner");
  slug = await piloting(site, planner, await site.signedIn("approver"), "Permit register");
  at = `/technologies/${slug}/evidence`;
});
afterAll(() => site.stop());

const description = {
  openapi: "3.0.3",
  info: { title: "Permits", version: "1" },
  servers: [{ url: "http://permits.city.gov" }],
  paths: { "/permits/{id}": { get: { summary: "One", responses: { 200: { description: "fine" } } } } },
};

describe("the description of an interface", () => {
  it("is read, counted by how grave what was found is, and measured again the same", async () => {
    const sent = await planner.upload(at, { title: "Register" }, piece("api.json", JSON.stringify(description)));
    expect(sent.status).toBe(303);
    const page = await planner.get(sent.location);
    expect(page.text).toMatch(/Operations 1 Errors 3 Warnings 2/);
    expect(page.html).toContain(`href="${at}/e1/findings"`);
    expect((await planner.get(at)).text).toContain("3 places keep others from using the interface as described");
    expect(await recheckEvidence(site.services, slug, "e1")).toMatchObject({ same: true });
  });

  it("has a page that names each place in words, with what to do, and a table of all of them", async () => {
    const page = await planner.get(`${at}/e1/findings`);
    expect(page.text).toContain("An address is not encrypted (http) in one place Offer the interface by https only.");
    expect(page.text).toContain("GET /permits/{id} › parameters #/paths/~1permits~1{id}/get/parameters");
    expect(page.text.indexOf("Only where a standard asks for it")).toBeGreaterThan(page.text.indexOf("Warning"));
    const { html } = await planner.get(`${at}/e1/findings.csv`);
    expect(html).toContain(
      "Error,path-parameter,A path and its parameters do not agree,1,GET /permits/{id} › parameters,#/paths/~1permits~1{id}/get/parameters,\r\n",
    );
  });

  it("shows its places to those alone who may read its files; the counts are everybody's", async () => {
    const page = await stranger.get(`${at}/e1/findings`);
    expect(page.text).toContain("An address is not encrypted (http) in one place");
    expect(page.text).not.toContain("/permits/{id}");
    expect(page.text).toMatch(/1 file withheld/);
    const { html } = await stranger.get(`${at}/e1/findings.csv`);
    expect(html).toContain("Error,plain-http,An address is not encrypted (http),1,,,\r\n");
    expect(html).not.toContain("/permits/");
  });

  it("has no such page where it is evidence of another kind", async () => {
    const { status } = await planner.get(`${at}/e9/findings`);
    expect(status).toBe(404);
  });

  it("that is a bomb is refused in words, a large one is checked, and others are answered meanwhile", async () => {
    const operation = { responses: { 404: { description: "none" } } };
    const paths = Object.fromEntries(Array.from({ length: 4_999 }, (_, i) => [`/p${i}/{id}`, { get: operation }]));
    const large = JSON.stringify({ ...description, paths });
    const levels = Array.from({ length: 40 }, (_, i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);
    const bomb = ["openapi: 3.1.0", "x:", "  a0: &a0 [lol, lol]", ...levels, "paths: {}", ""].join("\n");
    const uploads = [large, bomb].map((text) => planner.upload(at, { title: "Large" }, piece("api", text)));
    let answered = 0;
    let open = true;
    void Promise.allSettled(uploads).then(() => (open = false));
    do {
      expect((await stranger.get("/technologies")).status).toBe(200);
      answered += 1;
    } while (open);
    const [checked, aliases] = await Promise.all(uploads);
    expect(checked?.status).toBe(303);
    expect(aliases?.status).toBe(422);
    expect(aliases?.text).toContain("it repeats parts by YAML aliases (& and *): write them out");
    expect(answered).toBeGreaterThan(10);
  });
});

/** Descriptions that nobody can check, with the words that say why. */
const bombs: readonly (readonly [fault: string, text: () => string, says: string])[] = [
  [
    "parts that repeat each other by aliases",
    () => {
      const levels = Array.from({ length: 40 }, (_, i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);
      return ["openapi: 3.1.0", "x:", "  a0: &a0 [lol, lol]", ...levels, "paths: {}", ""].join("\n");
    },
    "it repeats parts by YAML aliases (& and *): write them out, or save it as JSON",
  ],
  [
    "parts in each other, deeper than a stack",
    () => JSON.stringify(description).replace(/}$/, `,"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
    "its parts lie in each other more than 100 deep: no program could use it",
  ],
  [
    "very many values",
    () => JSON.stringify({ ...description, "x-list": Array.from({ length: 400_000 }, () => 1) }),
    "it holds more than 400,000 values: attach it in parts",
  ],
  [
    "very many paths, each held against every other",
    () =>
      JSON.stringify({
        ...description,
        paths: Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`/p${i}`, {}])),
      }),
    "checking it takes more time or memory than one description may take: attach it in parts",
  ],
  ["a cut end", () => JSON.stringify(description).slice(0, -9), "it is cut off or neither JSON nor YAML"],
];

const newestEntry = async () => /ledger entry (\d+)/.exec((await planner.get(at)).text)?.[1] ?? "none";

describe("a description that is made to be hard to check", () => {
  it.each(bombs)(
    "(%s) is refused in words, recorded nowhere, and others are answered meanwhile",
    async (_, text, says) => {
      const before = await newestEntry();
      const sent = planner.upload(at, { title: "Hard" }, piece("hard", text()));
      const meanwhile = await stranger.get("/technologies");
      const refused = await sent;
      expect([meanwhile.status, refused.status]).toEqual([200, 422]);
      expect(refused.text).toContain(says);
      expect(await newestEntry()).toBe(before);
    },
  );

  it("has a size that is said, and how large it may be", async () => {
    const large = JSON.stringify({ ...description, "x-text": "x".repeat(2 << 20) });
    const refused = await planner.upload(at, { title: "Large" }, piece("large.json", large));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("it is larger than the 2 MB that files of OpenAPI may have: attach it in parts");
  });

  it("names files and addresses that nobody reads: each is a finding, and no more", async () => {
    const asked: string[] = [];
    const outside = createServer((req, res) => {
      asked.push(req.url ?? "");
      res.end('{"description":"told by another server"}');
    });
    await new Promise<void>((done) => outside.listen(0, "127.0.0.1", done));
    const folder = mkdtempSync(join(tmpdir(), "beside-"));
    writeFileSync(join(folder, "secret.json"), '{"description":"told by a file"}');
    const { port } = outside.address() as AddressInfo;
    const responses = {
      201: { $ref: `http://127.0.0.1:${port}/secret.json` },
      202: { $ref: `file://${folder}/secret.json` },
      203: { $ref: `${folder}/secret.json` },
    };
    const paths = { "/permits": { get: { summary: "All", responses } } };
    const sent = await planner.upload(
      at,
      { title: "Outside" },
      piece("o.json", JSON.stringify({ ...description, paths })),
    );
    expect(sent.status).toBe(303);
    const evidence = /evidence\/(e\d+)/.exec(sent.location)?.[1] ?? "";
    const { html } = await planner.get(`${at}/${evidence}/findings.csv`);
    for (const code of Object.keys(responses))
      expect(html).toMatch(new RegExp(`reference-outside,.*responses › ${code}`));
    expect(html).not.toContain("told by");
    await recheckEvidence(site.services, slug, evidence);
    expect(asked).toEqual([]);
    outside.close();
    rmSync(folder, { recursive: true });
  });
});

it("a place is said as people say it", () => {
  expect(placeText("#/paths/~1permits~1{id}/get/responses/404")).toBe("GET /permits/{id} › responses › 404");
  expect(placeText("#/paths/~1permits")).toBe("/permits");
  expect(placeText("#/paths/~1a~0b/parameters/0")).toBe("/a~b › parameters › 0");
  expect(placeText("#/webhooks/moved/post")).toBe("POST moved");
  expect(placeText("#/info")).toBe("info");
  expect(placeText("#/")).toBe("");
});
