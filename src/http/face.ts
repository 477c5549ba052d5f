import { join } from "node:path";
import { createAssets } from "./assets.ts";
import type { Assets } from "./assets.ts";
import { createViews } from "./view/engine.ts";
import type { Views } from "./view/engine.ts";
import { createLanguages } from "./view/languages.ts";

/** What pages are made of, whoever asks for them: files, texts and templates. */
export type Face = { readonly assets: Assets; readonly templates: Views };

const views = join(import.meta.dirname, "../../views");
const faces = new Map<string, Face>();

/** Read once a process and time zone: no file of the product changes while it runs. */
export function faceIn(timeZone: string): Face {
  const made = faces.get(timeZone) ?? faceOf(timeZone);
  faces.set(timeZone, made);
  return made;
}

function faceOf(timeZone: string): Face {
  const assets = createAssets(join(views, "assets"));
  const languages = createLanguages({ localesDir: join(views, "locales"), timeZone });
  return { assets, templates: createViews({ viewsDir: views, languages, assetUrl: assets.url }) };
}
