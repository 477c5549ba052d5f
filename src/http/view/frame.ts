import { randomBytes } from "node:crypto";
import Handlebars from "handlebars";
import { Html } from "./html.ts";

/** What stands around the body of a page. */
export type Frame = { readonly before: string; readonly after: string };

/** The layout cut at its holes: text, number of a hole, text, … */
type Shape = { readonly before: readonly (string | number)[]; readonly after: readonly (string | number)[] };

const mostShapes = 500;

/**
 * The layout is the same for nearly every page but for some twenty words in it. It is written out by its template once
 * for each shape (which parts there are, how many links), with holes where texts stand; every page then fills the holes.
 * No text is kept, so nothing of one person can reach another.
 *
 * @param layout writes the model out as the template says; it may print texts, and decide by their being there alone
 */
export function createFrame(layout: (model: object) => string): (model: object) => Frame {
  const shapes = new Map<string, Shape>();
  // Nobody can type a hole into a text: it is drawn anew at every start.
  const mark = randomBytes(12).toString("hex");
  const body = new Html(`\u0002${mark}\u0003`);

  function shapeOf(model: object): Shape {
    const holes = { count: 0 };
    const text = layout({ ...(withHoles(model, mark, holes) as object), body });
    const [before = "", after = "", ...more] = text.split(body.text);
    if (more.length > 0) throw new Error("The layout shows the body once");
    return { before: cut(before, mark), after: cut(after, mark) };
  }

  return (model) => {
    const outline = outlineOf(model);
    let shape = shapes.get(outline.key);
    if (shape === undefined) {
      shape = shapeOf(model);
      if (shapes.size >= mostShapes) shapes.clear();
      shapes.set(outline.key, shape);
    }
    return { before: filled(shape.before, outline.texts), after: filled(shape.after, outline.texts) };
  };
}

type Outline = { key: string; readonly texts: string[] };

/** What of the model decides on the layout, and the texts in it as they are printed, in the order in which they come. */
function outlineOf(model: object): Outline {
  const outline: Outline = { key: "", texts: [] };
  walk(model, outline);
  return outline;
}

function walk(value: unknown, outline: Outline): void {
  if (isText(value)) {
    outline.key += "s";
    outline.texts.push(value instanceof Html ? value.text : Handlebars.escapeExpression(value));
  } else if (Array.isArray(value)) {
    outline.key += "[";
    for (const item of value) walk(item, outline);
    outline.key += "]";
  } else if (typeof value === "object" && value !== null) {
    outline.key += "{";
    for (const name of Object.keys(value)) {
      outline.key += `${name}:`;
      walk((value as Readonly<Record<string, unknown>>)[name], outline);
    }
    outline.key += "}";
  } else {
    outline.key += `${String(value)};`;
  }
}

/** An empty text prints nothing and counts as not there, as a missing one: it is part of the shape. */
const isText = (value: unknown): value is string | Html =>
  (typeof value === "string" && value !== "") || value instanceof Html;

/** The model again with holes for its texts, numbered as `walk` meets them. */
function withHoles(value: unknown, mark: string, holes: { count: number }): unknown {
  if (isText(value)) return new Html(`\u0002${mark}${(holes.count++).toString()}\u0003`);
  if (Array.isArray(value)) return value.map((item) => withHoles(item, mark, holes));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withHoles(part, mark, holes)]));
}

function cut(text: string, mark: string): (string | number)[] {
  return text.split(new RegExp(`\u0002${mark}(\\d+)\u0003`)).map((part, at) => (at % 2 === 0 ? part : Number(part)));
}

function filled(parts: readonly (string | number)[], texts: readonly string[]): string {
  let text = "";
  for (const part of parts) text += typeof part === "string" ? part : (texts[part] ?? "");
  return text;
}
