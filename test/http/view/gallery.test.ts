import express from "express";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAssets } from "../../../src/http/assets.ts";
import { locales } from "../../../src/http/view/locale.ts";
import { gallery } from "../../support/gallery.ts";
import { accessibilityFaults } from "../../support/accessibility.ts";
import { openBrowser, openPage, sidewaysOverflow } from "../../support/screenshot.ts";
import { realViews, viewsDir } from "./support.ts";

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  const assets = createAssets(join(viewsDir, "assets"));
  const views = realViews(assets.url);
  const app = express();
  app.use((_req, res, next) => {
    res.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
    next();
  });
  app.use(assets.router);
  for (const locale of locales) app.get(`/${locale}`, (_req, res) => res.send(gallery(views, locale)));
  server = await new Promise<Server>((ready) => {
    const listening = app.listen(0, "127.0.0.1", () => ready(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe("every component and chart in every state", () => {
  it.each([
    ["en", false],
    ["zh-CN", true],
  ] as const)("has no fault that axe finds (%s, dark %s)", async (locale, dark) => {
    const page = await openPage(browser, { dark });
    await page.goto(`${origin}/${locale}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each(locales)("fits a window of 320 pixels (%s)", async (locale) => {
    const page = await openPage(browser, { width: 320 });
    await page.goto(`${origin}/${locale}`);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.context().close();
  });

  it("asks for nothing that the content security policy forbids", async () => {
    const page = await openPage(browser);
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${origin}/zh-CN`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("sets Chinese in its own typeface", async () => {
    const page = await openPage(browser);
    await page.goto(`${origin}/zh-CN`);
    const loaded = await page.evaluate<string[]>(
      "document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family))",
    );
    expect([...new Set(loaded.map((name) => name.replaceAll('"', "")))].sort()).toContain("Noto Sans SC Variable");
    await page.context().close();
  });
});
