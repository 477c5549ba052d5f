import express from "express";
import multer from "multer";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAssets } from "../../../src/http/assets.ts";
import { createForm } from "../../../src/http/view/form.ts";
import { html } from "../../../src/http/view/html.ts";
import { openBrowser, openPage } from "../../support/screenshot.ts";
import { showPage } from "../../support/gallery.ts";
import { realViews, viewsDir } from "./support.ts";

let browser: Browser;
let server: Server;
let origin: string;
let page: Page;
const posted: string[] = [];
let landings = 0;

beforeAll(async () => {
  const assets = createAssets(join(viewsDir, "assets"));
  const views = realViews(assets.url);
  const form = createForm(views.languages.of("en").t);
  const upload = html`<form method="post" action="/files" enctype="multipart/form-data" data-upload>
    ${views.part("components/file", "en", form.file("file", { label: "File" }))}
    ${views.part("components/upload-progress", "en", {})}<button type="submit">Send</button>
  </form>`;
  const app = express();
  app.use(assets.router);
  app.get("/", (_req, res) => res.send(showPage(views, "en", { title: "Upload" }, upload)));
  const list = html`<ul class="ts-rows">
    <li><a href="/help">one</a></li>
    <li><a href="/help">two</a></li>
  </ul>`;
  app.get("/list", (_req, res) => res.send(showPage(views, "en", { title: "List" }, list)));
  app.get("/off", (_req, res) => res.send(showPage(views, "en", { title: "Off" }, list, { keysOff: true })));
  app.get(["/help", "/methods"], (_req, res) => res.send(showPage(views, "en", { title: "Place" }, html`<p>ok</p>`)));
  app.get("/help/keys", (_req, res) =>
    res.send(
      showPage(
        views,
        "en",
        { title: "Keys" },
        html`<div id="key-list" data-close="Close">
          <dl>
            <dt>?</dt>
            <dd>this list</dd>
          </dl>
        </div>`,
      ),
    ),
  );
  app.post("/files", multer().single("file"), (req, res) => {
    posted.push(req.file?.originalname ?? "");
    if (req.file?.originalname === "bad.csv") res.status(422).send(showPage(views, "en", { title: "Refused" }, upload));
    else setTimeout(() => res.redirect(303, "/done"), 150);
  });
  app.get("/done", (_req, res) => {
    landings += 1;
    res.send(showPage(views, "en", { title: "Stored" }, html`<p>ok</p>`));
  });
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

beforeEach(async () => {
  page = await openPage(browser);
  await page.goto(origin);
  posted.length = 0;
  landings = 0;
});

const choose = (name: string): Promise<void> =>
  page.setInputFiles("#file", { name, mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });

describe("the client script", () => {
  it("goes to the search field on /, but not while somebody types", async () => {
    await page.keyboard.press("/");
    expect(await page.evaluate("document.activeElement.id")).toBe("search");
    await page.keyboard.press("/");
    expect(await page.inputValue("#search")).toBe("/");
  });

  it("lists the keys on ?, over the page, and gives the page back on Escape", async () => {
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open] dt");
    expect(await page.textContent("dialog h2")).toBe("Keys");
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    expect(new URL(page.url()).pathname).toBe("/");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { state: "detached" });
  });

  it("goes through a list with j and k, opens with Enter, and to places with g and a letter", async () => {
    await page.goto(`${origin}/list`);
    const at = () => page.evaluate("document.activeElement.textContent");
    await page.keyboard.press("j");
    expect(await at()).toBe("one");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await at()).toBe("two");
    await page.keyboard.press("k");
    expect(await at()).toBe("one");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/help");
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.waitForURL("**/methods");
  });

  it("listens to no single key while somebody types, nor where they are switched off", async () => {
    await page.goto(`${origin}/list`);
    await page.focus("#search");
    await page.keyboard.type("gh?jk");
    expect(await page.inputValue("#search")).toBe("gh?jk");
    await page.goto(`${origin}/off`);
    await page.keyboard.type("?jgh/");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("BODY");
    expect(await page.locator("dialog").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/off");
  });

  it("sends a form once, however often it is clicked, and lands once", async () => {
    await choose("good.csv");
    await page.evaluate(
      "(() => { const b = document.querySelector('[data-upload] button'); b.click(); b.click(); b.click(); })()",
    );
    await page.waitForSelector("h1:has-text('Stored')");
    expect(posted).toEqual(["good.csv"]);
    expect(landings).toBe(1);
    expect(new URL(page.url()).pathname).toBe("/done");
  });

  it("shows the page that refuses a file, and takes the next one", async () => {
    await choose("bad.csv");
    await page.click("[data-upload] button");
    await page.waitForSelector("h1:has-text('Refused')");
    await choose("good.csv");
    await page.click("[data-upload] button");
    await page.waitForSelector("h1:has-text('Stored')");
    expect(posted).toEqual(["bad.csv", "good.csv"]);
  });

  it("says how far an upload is", async () => {
    await choose("good.csv");
    await page.click("[data-upload] button");
    expect(await page.textContent("[data-upload-text]")).toMatch(/^(Uploading good\.csv: 100% of 0\.0 MB)?$/);
    expect(await page.isVisible("[data-upload-progress]")).toBe(true);
    await page.waitForSelector("h1:has-text('Stored')");
  });
});
