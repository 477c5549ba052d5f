import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import manifest from "../../package.json" with { type: "json" };

export type BrowserOptions = {
  /** Whether pages are set in the product's own typefaces: decoding them anew takes half of what a page costs. */
  readonly typefaces?: boolean | undefined;
};

/** Playwright's own list, which a second one replaces, and what makes a new frame for each page of the same site. */
const without = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "RenderDocument",
  "ThirdPartyStoragePartitioning",
];

/** Chromium from npm, without its package's default arguments: they switch web security off. */
export async function openBrowser({ typefaces = true }: BrowserOptions = {}): Promise<Browser> {
  const { default: packed } = await import("@sparticuz/chromium");
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    `--disable-features=${without.join(",")}`,
    ...(typefaces ? [] : ["--disable-remote-fonts"]),
  ];
  return chromium.launch({ executablePath: await unpack(() => packed.executablePath()), args, headless: true });
}

/** The package unpacks into TMPDIR under a name without a version: each version gets a folder that outlives the run. */
async function unpack(executablePath: () => Promise<string>): Promise<string> {
  const before = process.env["TMPDIR"];
  const version = manifest.devDependencies["@sparticuz/chromium"];
  const own = join(import.meta.dirname, `../../node_modules/.cache/chromium-${version}`);
  mkdirSync(own, { recursive: true });
  process.env["TMPDIR"] = own;
  try {
    return await executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

export type Look = {
  readonly width?: number;
  readonly dark?: boolean;
  readonly print?: boolean;
  readonly javaScript?: boolean;
  readonly locale?: string;
  readonly cookies?: readonly { readonly name: string; readonly value: string; readonly url: string }[];
};

/** A fresh page of a given width and scheme. */
export async function openPage(browser: Browser, look: Look = {}): Promise<Page> {
  const options: BrowserContextOptions = {
    viewport: { width: look.width ?? 1360, height: 900 },
    colorScheme: look.dark === true ? "dark" : "light",
    javaScriptEnabled: look.javaScript ?? true,
    ...(look.locale !== undefined && { locale: look.locale }),
  };
  const context = await browser.newContext(options);
  await context.addCookies([...(look.cookies ?? [])]);
  const page = await context.newPage();
  if (look.print === true) await page.emulateMedia({ media: "print" });
  return page;
}

/** The whole page as a PNG, after its typefaces have arrived. */
export async function screenshot(page: Page, file: string): Promise<void> {
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await page.screenshot({ path: file, fullPage: true });
}

/** How far the page is wider than its window: 0 means that nothing scrolls sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** `node test/support/screenshot.ts URL out.png [--width 390] [--dark] [--print] [--cookie name=value] [--locale zh-CN]` */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      width: { type: "string", default: "1360" },
      dark: { type: "boolean", default: false },
      print: { type: "boolean", default: false },
      "no-js": { type: "boolean", default: false },
      cookie: { type: "string", multiple: true, default: [] },
      locale: { type: "string", default: "en-GB" },
    },
  });
  const [url, file] = positionals;
  if (url === undefined || file === undefined)
    throw new Error("Usage: screenshot.ts URL out.png [--width 390] [--dark] [--cookie name=value]");
  const origin = url.startsWith("http") ? new URL(url).origin : url;
  const cookies = values.cookie.map((pair) => {
    const cut = pair.indexOf("=");
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: origin };
  });
  const look = {
    width: Number(values.width),
    dark: values.dark,
    print: values.print,
    javaScript: !values["no-js"],
    locale: values.locale,
    cookies,
  };
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, look);
    await page.goto(url);
    await screenshot(page, file);
    process.stderr.write(`${file}: ${look.width} wide, ${await sidewaysOverflow(page)} px sideways overflow\n`);
  } finally {
    await browser.close();
  }
}

if (import.meta.main) await main();
