import {
  Findings,
  type Figures,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "./format.ts";
import { Refused } from "./refused.ts";
import { Limits } from "./limits.ts";

/** Forms and summaries are small: what is larger is none. */
const largest = 16 << 20;
/** All files of a piece together, which are in memory at once. */
const largestTogether = 256 << 20;

export interface WholeFile {
  readonly name: string;
  readonly digest: string;
  readonly text: string;
  /** Files of the piece with this very content: they are one. */
  readonly copies: number;
}

type WholeFormat = Pick<Format, "name" | "title" | "version" | "changes" | "kind" | "recognises" | "withoutPeriod"> & {
  /** Characters of a file, where fewer than of others are enough. */
  readonly largest?: number;
  /** @throws Refused where a file is broken or nothing usable is in them */
  measure(files: readonly WholeFile[], options: ReadOptions, findings: Findings): Figures | Promise<Figures>;
};

/**
 * A reader for formats whose files are small and only speak together: it gets all texts at once, in the order of
 * their digests, each content once.
 */
export function wholeFormat(format: WholeFormat): Format {
  return {
    ...format,
    tellsCopies: true,
    open: (options) => new WholeReader(format, options),
  };
}

/** Two people who filled in the very same form cannot be told from one form attached twice. */
export function warnOfCopies(files: readonly WholeFile[], findings: Findings): void {
  const copies = files.reduce((sum, file) => sum + file.copies - 1, 0);
  if (copies > 0) findings.warn("same-file-twice", `${copies} files repeat the content of others and count once`);
}

/** @throws Refused where the text is no JSON */
export function parsedJson(file: WholeFile): unknown {
  try {
    return JSON.parse(file.text);
  } catch {
    throw new Refused({ file: file.name, code: "broken-json", message: `${file.name} is cut off or not JSON` });
  }
}

/** The members of a JSON object; null for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** The objects of a list; what is no list has none. */
export function objectsIn(list: unknown): Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => membersOf(item)).filter((item) => item !== null);
}

function tooLarge(file: string, most: number, { title }: WholeFormat): Refused {
  const megabytes = Math.floor(most / 1_000_000);
  const message = `${file} is larger than the ${megabytes} MB that files of ${title} may have: attach it in parts`;
  return new Refused({ file, code: "too-large", message, params: { megabytes } });
}

class WholeReader implements PieceReader {
  readonly #format: WholeFormat;
  readonly #options: ReadOptions;
  readonly #files: WholeFile[] = [];
  #together = 0;

  constructor(format: WholeFormat, options: ReadOptions) {
    this.#format = format;
    this.#options = options;
  }

  file(name: string, head: Head): FileSink {
    const decoder = new TextDecoder(head.encoding);
    let text = "";
    return {
      write: (chunk) => {
        const more = decoder.decode(chunk, { stream: true });
        text += more;
        this.#together += more.length;
        const own = this.#format.largest ?? largest;
        if (text.length > own) throw tooLarge(name, own, this.#format);
        if (this.#together > largestTogether) throw tooLarge(name, largestTogether, this.#format);
      },
      end: (digest) => {
        this.#files.push({ name, digest, text: text + decoder.decode(), copies: 1 });
      },
    };
  }

  async finish(): Promise<PieceResult> {
    const findings = new Findings(new Limits(this.#options));
    const sorted = this.#files.sort((a, b) => (a.digest < b.digest ? -1 : 1));
    const copies = new Map<string, number>();
    for (const { digest } of sorted) copies.set(digest, (copies.get(digest) ?? 0) + 1);
    const once = sorted
      .filter((file, i) => file.digest !== sorted[i - 1]?.digest)
      .map((file) => ({ ...file, copies: copies.get(file.digest) ?? 1 }));
    const figures = await this.#format.measure(once, this.#options, findings);
    return {
      kind: "measured",
      measurement: {
        ...figures,
        format: this.#format.title,
        ...findings.ofRows(),
      },
      questions: findings.questions.all,
    };
  }
}
