import { Refused } from "../refused.ts";
import { parsedTag, type Tag } from "./xml-tag.ts";

/** A tag with its attributes, or a comment, declaration and text are longer than this: it never closes. */
const longestTag = 1 << 20;

export interface TagHandler {
  open(tag: Tag): void;
  /** Also after an empty tag. */
  close(name: string, line: number): void;
}

/**
 * The tags of an XML document (XML 1.0) from text that arrives in pieces; text between tags, comments and CDATA are
 * passed over. There is no document type: a DOCTYPE is refused, so that no entity but the five of XML and characters
 * by number exists and nothing outside the file is ever asked for (XXE).
 */
export class XmlTokens {
  readonly #file: string;
  readonly #handler: TagHandler;
  #text = "";
  #line = 1;
  readonly #open: string[] = [];
  #roots = 0;

  constructor(file: string, handler: TagHandler) {
    this.#file = file;
    this.#handler = handler;
  }

  /** @throws Refused where the document is not well-formed */
  write(text: string): void {
    this.#text += text;
    let at = 0;
    for (;;) {
      const used = this.#step(at);
      if (used < 0) break;
      this.#count(at, used);
      at = used;
    }
    this.#text = this.#text.slice(at);
    if (this.#text.length > longestTag) this.#refuse("xml-broken", "a tag, comment or CDATA section never closes");
  }

  /** @throws Refused where an element is still open */
  end(): void {
    const open = this.#open.at(-1);
    if (this.#text.trim() !== "" || open !== undefined)
      this.#refuse(
        "xml-cut",
        `the file ends before </${this.#open[0] ?? "testResults"}>: it was cut off while it was written`,
      );
  }

  /** Position after the next thing in the document, −1 where its end has not arrived. */
  #step(at: number): number {
    const text = this.#text;
    const start = text.indexOf("<", at);
    // Text is of no interest: what has arrived of it can go.
    if (start < 0) return at < text.length ? text.length : -1;
    if (start > at) return start;
    if (text.startsWith("<!--", at)) return this.#after("-->", at + 4);
    if (text.startsWith("<![CDATA[", at)) return this.#after("]]>", at + 9);
    if (text.startsWith("<?", at)) return this.#after("?>", at + 2);
    if (text.startsWith("<!", at)) return this.#declaration(at);
    const end = endOfTag(text, at + 1);
    if (end < 0) return -1;
    this.#tag(text.slice(at + 1, end));
    return end + 1;
  }

  #after(mark: string, from: number): number {
    const end = this.#text.indexOf(mark, from);
    return end < 0 ? -1 : end + mark.length;
  }

  #declaration(at: number): number {
    if (this.#text.startsWith("<!DOCTYPE", at))
      this.#refuse(
        "xml-doctype",
        "it declares a document type (DOCTYPE), which no JMeter file has and which could name outside files",
      );
    const known = ["<!--", "<![CDATA[", "<!DOCTYPE"].some((mark) =>
      mark.startsWith(this.#text.slice(at, at + mark.length)),
    );
    if (!known) this.#refuse("xml-broken", "an unknown declaration begins with <!");
    return -1;
  }

  #tag(inside: string): void {
    if (inside.startsWith("/")) {
      this.#close(inside.slice(1).trim());
      return;
    }
    const empty = inside.endsWith("/");
    const refuse = (code: string, what: string): never => this.#refuse(code, what);
    const tag = parsedTag(empty ? inside.slice(0, -1) : inside, this.#line, refuse);
    if (this.#open.length === 0 && (this.#roots += 1) > 1)
      this.#refuse("xml-broken", "there is more than one root element");
    if (this.#open.length >= 256) this.#refuse("xml-broken", "elements are nested more than 256 deep");
    this.#open.push(tag.name);
    this.#handler.open(tag);
    if (empty) this.#close(tag.name);
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) this.#refuse("xml-broken", `</${name}> closes what is not open`);
    this.#handler.close(name, this.#line);
  }

  #count(from: number, to: number): void {
    for (let at = this.#text.indexOf("\n", from); at >= 0 && at < to; at = this.#text.indexOf("\n", at + 1))
      this.#line += 1;
  }

  #refuse(code: string, what: string): never {
    const message = `${this.#file}: the XML cannot be read at line ${this.#line}: ${what}`;
    throw new Refused({ file: this.#file, row: this.#line, code, message });
  }
}

/** The > that closes a tag: those in quotes do not. */
function endOfTag(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return -1;
}
