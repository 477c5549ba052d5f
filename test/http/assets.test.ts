import { join } from "node:path";
import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { createAssets, govukStyles } from "../../src/http/assets.ts";

const assets = createAssets(join(import.meta.dirname, "../../views/assets"));
const app = express().use(assets.router);

describe("assets", () => {
  it("name their content in their address and may be kept", async () => {
    const url = assets.url("touchstone.css");
    expect(url).toMatch(/^\/assets\/touchstone\.[0-9a-f]{12}\.css$/);
    const answer = await request(app).get(url).expect(200);
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["content-type"]).toBe("text/css; charset=utf-8");
  });
  it("come compressed to whoever takes that", async () => {
    for (const encoding of ["br", "gzip"]) {
      const answer = await request(app).get(assets.url("touchstone.css")).set("Accept-Encoding", encoding);
      expect(answer.headers["content-encoding"]).toBe(encoding);
    }
    const plain = await request(app).get(assets.url("touchstone.js")).set("Accept-Encoding", "identity");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.text).toContain("every page and form works without this file");
  });
  it("include every typeface that the style sheet names", async () => {
    const { text } = await request(app).get(assets.url("touchstone.css"));
    const named = [...text.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1]!);
    // Marks that the sheet draws itself stand in it.
    const fonts = [...new Set(named.filter((place) => !place.startsWith("data:image/svg+xml,")))];
    expect(fonts.length).toBeGreaterThan(50);
    expect(fonts.every((font) => font.startsWith("/assets/"))).toBe(true);
    for (const font of [fonts[0]!, fonts.at(-1)!])
      await request(app).get(font).expect(200).expect("content-type", "font/woff2");
  });
  it("answer what is not there with 404", async () => {
    await request(app).get("/assets/touchstone.css").expect(404);
    await request(app).get("/assets/..%2f..%2fpackage.json").expect(404);
  });
});

describe("govuk-frontend as we serve it", () => {
  it("brings neither its typeface nor its crest, and never leaves our fonts", () => {
    expect(govukStyles()).not.toMatch(
      /GDS Transport|govuk-crest|@font-face|font-family:(?!var\(--ts-font\)|inherit|monospace)/,
    );
    expect(govukStyles().length).toBeGreaterThan(100_000);
  });
});
