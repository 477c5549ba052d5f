import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { requiredText } from "../../../src/http/forms/fields.ts";
import { anyone } from "../../../src/http/middleware/access.ts";
import { createCosts } from "../../../src/http/middleware/costs.ts";
import { createRoutes } from "../../../src/http/routes.ts";
import type { Visitor } from "../../../src/http/visitor.ts";
import { setVisitor } from "../../../src/http/visitor.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "touchstone-upload-"));
});
afterAll(async () => rm(dir, { recursive: true, force: true }));

const commandId = "5b1f3b0e-6a36-4d0c-9f5e-0c7a4f7f1a11";
const rules = { field: "files", mostFiles: 2, mostBytes: 1000, required: true };
const seen: string[] = [];

function app() {
  const { router, upload } = createRoutes(dir, {
    costs: createCosts(() => 0),
    askAgain: (_req, _res, next) => next(),
  });
  upload("/files", anyone, z.object({ title: requiredText(40) }), rules, async (_req, res, form, files) => {
    seen.push(...files.map(({ path }) => path));
    const contents = await Promise.all(
      files.map(async ({ path, name, bytes }) => ({ name, bytes, text: await readFile(path, "utf8") })),
    );
    res.json({ valid: form.valid, typed: form.typed, problems: form.valid ? [] : form.problems, contents });
  });
  return express()
    .use((_req, res, next) => {
      setVisitor(res, { person: null, resumed: false } as Visitor);
      next();
    })
    .use(router);
}

interface Answer {
  readonly valid: boolean;
  readonly typed: Record<string, string>;
  readonly problems: readonly { readonly field: string; readonly key: string }[];
  readonly contents: readonly { readonly name: string; readonly bytes: number; readonly text: string }[];
}

async function send(
  files: readonly { readonly name: string; readonly text: string; readonly field?: string }[],
): Promise<Answer> {
  const request = supertest(app()).post("/files").field("commandId", commandId).field("title", "标题");
  for (const { name, text, field = "files" } of files) void request.attach(field, Buffer.from(text), name);
  return (await request).body as Answer;
}

/** The answer may arrive a moment before the files are gone. */
async function nothingLeft(): Promise<void> {
  await vi.waitFor(async () => expect(await readdir(dir)).toEqual([]), { timeout: 5000 });
}

describe("an upload", () => {
  it("lies on disk under a name of ours while it is handled, and nowhere afterwards", async () => {
    const answer = await send([{ name: "../../证据 “1”.jtl", text: "a,b\n" }]);
    expect(answer).toMatchObject({ valid: true, typed: { title: "标题" } });
    expect(answer.contents).toEqual([{ name: "证据 “1”.jtl", bytes: 4, text: "a,b\n" }]);
    expect(seen.every((path) => path.startsWith(dir))).toBe(true);
    await nothingLeft();
  });

  it.each([
    ["too large", [{ name: "a", text: "x".repeat(1001) }], "errors:file.tooLarge"],
    ["too many", [1, 2, 3].map((n) => ({ name: `${n}`, text: "x" })), "errors:file.tooMany"],
    ["of another field", [{ name: "a", text: "x", field: "other" }], "errors:file.tooMany"],
    ["missing", [], "errors:file.missing"],
  ])("that is %s is a message at the field, with the text kept and nothing left on disk", async (_, files, key) => {
    const answer = await send(files);
    expect(answer).toMatchObject({ valid: false, typed: { title: "标题" }, problems: [{ field: "files", key }] });
    await nothingLeft();
  });
});
