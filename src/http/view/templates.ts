import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { escapeText } from "./html.ts";
import type { Language } from "./languages.ts";

/** Every `.hbs` below a folder, named by its path without the ending: `components/tag`. */
export function readTemplates(viewsDir: string): ReadonlyMap<string, string> {
  const files = readdirSync(viewsDir, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".hbs"));
  const name = (file: string): string => file.slice(0, -4).replaceAll("\\", "/");
  return new Map(files.sort().map((file) => [name(file), readFileSync(join(viewsDir, file), "utf8")]));
}

export const helpers = ["t", "glyph", "asset"] as const;
const blocks = new Set(["if", "each"]);

/** What is wrong with a template, found before anybody asks for its page. */
export function faultsOf(
  name: string,
  source: string,
  names: ReadonlySet<string>,
  languages: readonly Language[],
): string[] {
  const faults: string[] = [];
  const fault = (node: hbs.AST.Node, what: string): void => {
    faults.push(`${name}.hbs:${node.loc.start.line}: ${what}`);
  };
  class Inspector extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      if (!node.escaped) fault(node, "prints unescaped; give the view an Html value instead");
      if (pathOf(node) === "t") missingTexts(node, languages).forEach((what) => fault(node, what));
      else if (node.params.length > 0 && !isHelper(pathOf(node))) fault(node, `unknown helper ${pathOf(node)}`);
      super.MustacheStatement(node);
    }
    override BlockStatement(node: hbs.AST.BlockStatement): void {
      if (!blocks.has(pathOf(node))) fault(node, `{{#${pathOf(node)}}}: only if and each`);
      super.BlockStatement(node);
    }
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      const partial = partialOf(node);
      if (partial !== "@partial-block" && !names.has(partial)) fault(node, `no partial ${partial}`);
      super.PartialStatement(node);
    }
    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
      if (!names.has(partialOf(node))) fault(node, `no partial ${partialOf(node)}`);
      super.PartialBlockStatement(node);
    }
  }
  new Inspector().accept(Handlebars.parse(source));
  return faults;
}

function missingTexts(node: hbs.AST.MustacheStatement, languages: readonly Language[]): string[] {
  const key = fixedKey(node);
  if (key === undefined) return [];
  const counted = node.hash?.pairs.some((pair) => pair.key === "count") ?? false;
  const stored = counted ? `${key}_other` : key;
  return languages.filter(({ t }) => !t.has(stored)).map(({ locale }) => `no ${locale} text for ${stored}`);
}

type Settled = hbs.AST.Statement & { readonly value: string; readonly original: string };

/** The template with its fixed texts already in place: what never changes is not looked up at every request. */
export function parseIn(source: string, { t }: Language): hbs.AST.Program {
  const program = Handlebars.parseWithoutProcessing(source);
  const settle = (body: hbs.AST.Statement[]): hbs.AST.Statement[] =>
    body.map((node) => {
      if (node.type !== "MustacheStatement") return node;
      const mustache = node as hbs.AST.MustacheStatement;
      const key = fixedKey(mustache);
      if (key === undefined || (mustache.hash?.pairs.length ?? 0) > 0) return node;
      const value = escapeText(t(key));
      const content: Settled = { type: "ContentStatement", value, original: value, loc: node.loc };
      return content;
    });
  class Settler extends Handlebars.Visitor {
    override Program(node: hbs.AST.Program): void {
      super.Program(node);
      node.body = settle(node.body);
    }
  }
  new Settler().accept(program);
  return program;
}

function fixedKey(node: hbs.AST.MustacheStatement): string | undefined {
  const [key] = node.params;
  return pathOf(node) === "t" && key?.type === "StringLiteral" ? (key as hbs.AST.StringLiteral).value : undefined;
}

function pathOf(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): string {
  return node.path.type === "PathExpression" ? (node.path as hbs.AST.PathExpression).original : "";
}

function partialOf(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): string {
  return node.name.type === "PathExpression" ? node.name.original : "(computed)";
}

function isHelper(name: string): boolean {
  return (helpers as readonly string[]).includes(name);
}
