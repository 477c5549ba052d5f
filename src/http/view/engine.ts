import Handlebars from "handlebars";
import { chrome } from "./chrome.ts";
import type { PageModel, Visit } from "./chrome.ts";
import { createFrame } from "./frame.ts";
import { glyph, isGlyph } from "./glyphs.ts";
import { Html, writtenAround } from "./html.ts";
import type { Language, Languages } from "./languages.ts";
import { locales } from "./locale.ts";
import type { Locale } from "./locale.ts";
import { faultsOf, helpers, settle, readTemplates } from "./templates.ts";
import type { Values } from "./translate.ts";

type View = {
  readonly locale: Locale;
  /** Who asks, from where, at which ledger position: what the frame around every page says. */
  readonly visit: Visit;
  readonly page: PageModel;
  /** The finished view model of the page's own template. */
  readonly model: object;
};

export type Views = {
  /** A whole page: `views.render("pages/gate/decision", { locale, visit, page, model })`. */
  readonly render: (name: string, view: View) => string;
  /** The same in its parts, one after the other. */
  readonly pieces: (name: string, view: View) => readonly (string | Html)[];
  /** One template without the frame around it. */
  readonly part: (name: string, locale: Locale, model: object, author?: string) => Html;
  readonly languages: Languages;
  /** Missing texts and partials and forbidden constructs, each with file and line; a test holds this empty. */
  readonly faults: readonly string[];
};

export type ViewsOptions = {
  readonly viewsDir: string;
  readonly languages: Languages;
  readonly assetUrl: (name: string) => string;
};

type Template = (model: object, options: { data: { language: Language; author: string } }) => string;

/** Reads and checks all templates now. A faulty one fails when it is used; the others serve. */
export function createViews({ viewsDir, languages, assetUrl }: ViewsOptions): Views {
  const sources = readTemplates(viewsDir);
  const names = new Set(sources.keys());
  const spoken = locales.map((locale) => languages.of(locale));
  const faults = [...sources].flatMap(([name, source]) => faultsOf(name, source, names, spoken));
  const compiled = new Map(spoken.map((language) => [language.locale, compile(sources, language, assetUrl)]));
  const part: Views["part"] = (name, locale, model, author = "") => {
    const template = compiled.get(locale)?.get(name);
    if (template === undefined) throw new Error(`No view ${name} in ${locale}`);
    return new Html(template(model, { data: { language: languages.of(locale), author } }));
  };
  const frames = new Map(
    locales.map((locale) => [locale, createFrame((model) => part("layouts/page", locale, model).text)]),
  );
  const pieces: Views["pieces"] = (name, { locale, visit, page, model }) => {
    const body = writtenAround(() => part(name, locale, model, visit.author).text);
    const frame = chrome(languages.of(locale), visit, page);
    const { before, after } = frames.get(locale)?.(frame) ?? fail(`No language ${locale}`);
    return [before, ...body, after];
  };
  return {
    languages,
    faults,
    part,
    pieces,
    render: (name, view) => pieces(name, view).map(String).join(""),
  };
}

function compile(
  sources: ReadonlyMap<string, string>,
  language: Language,
  assetUrl: (name: string) => string,
): ReadonlyMap<string, Template> {
  const engine = Handlebars.create();
  engine.registerHelper("t", translate);
  engine.registerHelper("glyph", (name: unknown) => (isGlyph(name) ? glyph(name) : fail(`No glyph ${String(name)}`)));
  engine.registerHelper("asset", (name: string) => assetUrl(name));
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
  };
  const templates = new Map<string, Template>();
  for (const [name, source] of sources) {
    // Handlebars parses and compiles a template when it is first used, which keeps start-up short.
    const template = engine.compile(settle(source, language), options);
    engine.registerPartial(name, template);
    templates.set(name, template);
  }
  return templates;
}

function translate(key: string, options: Handlebars.HelperOptions): string {
  const { language } = options.data as { language: Language };
  return language.t(key, options.hash as Values);
}

function fail(what: string): never {
  throw new Error(what);
}
