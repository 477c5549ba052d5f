import type { Run } from "../load/run-reader.ts";
import { plausible } from "../load/instant.ts";
import { shorten } from "../time.ts";
import { labelsWarmUp, namesSetUp } from "./thread-groups.ts";
import type { Tag } from "./xml-tag.ts";
import type { TagHandler } from "./xml-tokens.ts";
import { Unreadable } from "../unreadable.ts";

const longestElapsed = 30 * 86_400_000;
const transaction = "Number of samples in transaction";

type Role = "request" | "transaction" | "undecided" | "part" | "other";

interface Element {
  readonly tag: Tag;
  role: Role;
}

/**
 * Which samples are requests. JMeter's reports count the samples at the top, and a request that brought others with it
 * (redirects, embedded resources) is one: what lies inside it is not counted again. A transaction controller that was
 * asked to "generate parent sample" lies over its requests: it is none, they are. It shows by its message; where the
 * tester did not save messages, by being a plain sample (not an httpSample) with samples inside.
 */
export class XmlSamples implements TagHandler {
  readonly #file: string;
  readonly #run: Run;
  readonly #open: Element[] = [];
  readonly #encoder = new TextEncoder();

  constructor(file: string, run: Run) {
    this.#file = file;
    this.#run = run;
  }

  open(tag: Tag): void {
    const isSample = tag.name === "httpSample" || tag.name === "sample";
    const above = this.#open.at(-1);
    if (isSample && above?.role === "undecided") above.role = "transaction";
    const inside = above?.role === "request" || above?.role === "part";
    this.#open.push({ tag, role: isSample ? (inside ? "part" : roleOf(tag)) : inside ? "part" : "other" });
  }

  close(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.role === "transaction") {
      this.#run.parents += 1;
      this.#run.findings.rowCount += 1;
    } else if (element.role === "request" || element.role === "undecided") this.#request(element.tag);
  }

  #request(tag: Tag): void {
    const reason = this.#use(tag.attributes);
    if (reason === null) this.#run.findings.rowCount += 1;
    else this.#run.findings.reject(tag.line, reason, this.#file);
  }

  #use(attributes: ReadonlyMap<string, string>): Unreadable | null {
    const elapsed = whole(attributes.get("t"));
    if (elapsed > longestElapsed || elapsed < 0)
      return new Unreadable("no-whole-milliseconds", { name: "t", written: quoted(attributes, "t") });
    const start = whole(attributes.get("ts"));
    if (!plausible(start)) return new Unreadable("ts-is-not-a-time-from-2000", { written: quoted(attributes, "ts") });
    const success = attributes.get("s");
    if (success !== "true" && success !== "false")
      return new Unreadable("neither-true-nor-false", { name: "s", written: quoted(attributes, "s") });
    const threads = attributes.has("na") ? whole(attributes.get("na")) : -1;
    if (threads > 0x7ffffff)
      return new Unreadable("no-number-of-threads", { name: "na", written: quoted(attributes, "na") });
    if (this.#isNoLoad(attributes)) return null;
    this.#run.tally.add(start, elapsed, success === "false", threads);
    this.#label(attributes.get("lb"), elapsed, success === "false");
    return null;
  }

  /** As in the CSV (rows.ts). */
  #isNoLoad(attributes: ReadonlyMap<string, string>): boolean {
    const thread = attributes.get("tn");
    if (thread === "" && attributes.get("rc") === "") this.#run.serverMetrics += 1;
    else if ((thread !== undefined && namesSetUp(thread)) || labelsWarmUp(attributes.get("lb") ?? ""))
      this.#run.setUp += 1;
    else return false;
    return true;
  }

  #label(label: string | undefined, elapsed: number, failed: boolean): void {
    if (label === undefined) {
      this.#run.labelled = false;
      return;
    }
    const bytes = this.#encoder.encode(label);
    this.#run.tally.labels.add(bytes, 0, bytes.length, elapsed, failed);
  }
}

function roleOf({ name, attributes }: Tag): Role {
  const message = attributes.get("rm");
  if (message?.startsWith(transaction) === true) return "transaction";
  return name === "sample" && message === undefined ? "undecided" : "request";
}

/** −1 for anything but 1 to 15 digits. */
function whole(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : -1;
}

function quoted(attributes: ReadonlyMap<string, string>, name: string): string {
  const value = attributes.get(name);
  return value === undefined ? "is missing or" : `“${shorten(value)}”`;
}
