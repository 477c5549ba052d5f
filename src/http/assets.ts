import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import express from "express";
import type { Request, Response, Router } from "express";

export type Assets = {
  /** Serves everything under /assets; every address names its content, so it may be kept for a year. */
  readonly router: Router;
  /** The address of touchstone.css, touchstone.js, answering.js or mark.svg. */
  readonly url: (name: string) => string;
};

type Prepared = {
  readonly type: string;
  readonly body: Buffer;
  readonly packed: Map<string, Promise<Buffer>>;
};

const aYear = "public, max-age=31536000, immutable";
const require = createRequire(import.meta.url);

/** Reads the files once; they are compressed when somebody first asks for them. */
export function createAssets(assetsDir: string): Assets {
  const script = (name: string) => ({
    type: "text/javascript; charset=utf-8",
    text: readFileSync(join(assetsDir, name), "utf8"),
  });
  const fonts = [font("source-sans-3"), font("noto-sans-sc")];
  const files = {
    "touchstone.css": { type: "text/css; charset=utf-8", text: stylesheet(assetsDir, fonts) },
    "touchstone.js": script("touchstone.js"),
    "answering.js": script("answering.js"),
    "mark.svg": { type: "image/svg+xml", text: readFileSync(join(assetsDir, "mark.svg"), "utf8") },
  };
  const prepared = new Map<string, Prepared>();
  const urls = new Map<string, string>();
  for (const [name, { type, text }] of Object.entries(files)) {
    const body = Buffer.from(text);
    const hashed = name.replace(".", `.${createHash("sha256").update(body).digest("hex").slice(0, 12)}.`);
    prepared.set(hashed, { type, body, packed: new Map() });
    urls.set(name, `/assets/${hashed}`);
  }
  return { router: route(prepared, fonts), url: (name) => urls.get(name) ?? fail(`No asset ${name}`) };
}

function route(prepared: ReadonlyMap<string, Prepared>, fonts: readonly Font[]): Router {
  const router = express.Router();
  for (const { dir, path } of fonts) {
    router.use(path, express.static(dir, { immutable: true, maxAge: "1y", index: false, fallthrough: false }));
  }
  router.get("/assets/:name", async (req: Request, res: Response, next) => {
    const file = prepared.get(String(req.params["name"]));
    if (file === undefined) {
      next();
      return;
    }
    const encoding = req.acceptsEncodings("br", "gzip", "identity") || "identity";
    res.set({ "Content-Type": file.type, "Cache-Control": aYear, Vary: "Accept-Encoding" });
    if (encoding !== "identity") res.set("Content-Encoding", encoding);
    res.send(await pack(file, encoding));
  });
  return router;
}

async function pack(file: Prepared, encoding: string): Promise<Buffer> {
  if (encoding === "identity") return file.body;
  const known = file.packed.get(encoding);
  if (known !== undefined) return known;
  const made =
    encoding === "br"
      ? promisify(brotliCompress)(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : promisify(gzip)(file.body);
  file.packed.set(encoding, made);
  return made;
}

type Font = { readonly name: string; readonly dir: string; readonly path: string; readonly css: string };

/** A font package under an address that carries its version, which stands for the content of its files. */
function font(name: string): Font {
  const dir = dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
  const { version } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as { version: string };
  const path = `/assets/${name}-${version}`;
  const css = readFileSync(join(dir, "wght.css"), "utf8").replaceAll("url(./files/", `url(${path}/`);
  return { name, dir: join(dir, "files"), path, css };
}

/** One sheet in the order that face.md asks for: govuk-frontend, the Chinese slices, tokens, ours. */
function stylesheet(assetsDir: string, fonts: readonly Font[]): string {
  const [latin, chinese] = fonts;
  const ours = ["tokens.css", "touchstone.css", "scores.css"]
    .map((file) => readFileSync(join(assetsDir, file), "utf8"))
    .join("\n");
  const latinFile = `${latin?.path ?? ""}/source-sans-3-latin-wght-normal.woff2`;
  return [
    govukStyles(),
    (chinese?.css ?? "").replace(/\/\*.*?\*\/\n/g, ""),
    ours.replaceAll('url("source-sans-3-latin-wght-normal.woff2")', `url("${latinFile}")`),
  ].join("\n");
}

/** govuk-frontend without what is not ours to use: its typeface, and the crest in its footer. */
export function govukStyles(): string {
  const file = require.resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css");
  return (
    readFileSync(file, "utf8")
      .replace(/@font-face\{[^}]*\}/g, "")
      .replace(/"?GDS Transport"?,\s*arial,\s*sans-serif/g, "var(--ts-font)")
      // In print the original falls back to the system's face, which need not have Chinese.
      .replace(/font-family:sans-serif/g, "font-family:var(--ts-font)")
      .replace(/background-image:url\([^)]*govuk-crest[^)]*\);?/g, "")
      .replace(/(-webkit-)?mask-image:url\([^)]*govuk-crest[^)]*\);?/g, "")
      .replace(/(-webkit-)?mask:url\([^)]*govuk-crest[^;}]*;?/g, "")
      .replace(/\/\*# sourceMappingURL.*?\*\//g, "")
  );
}

function fail(what: string): never {
  throw new Error(what);
}
