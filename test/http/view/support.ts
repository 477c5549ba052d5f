import { join } from "node:path";
import { createLanguages } from "../../../src/http/view/languages.ts";
import type { Languages } from "../../../src/http/view/languages.ts";
import { createViews } from "../../../src/http/view/engine.ts";
import type { Views } from "../../../src/http/view/engine.ts";

const root = join(import.meta.dirname, "../../..");
export const viewsDir = join(root, "views");
export const localesDir = join(viewsDir, "locales");

export function realLanguages(timeZone = "Asia/Shanghai"): Languages {
  return createLanguages({ localesDir, timeZone });
}

export function realViews(assetUrl = (name: string): string => `/assets/${name}`): Views {
  return createViews({ viewsDir, languages: realLanguages(), assetUrl });
}
