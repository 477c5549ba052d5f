import type { Values } from "./view/translate.ts";

/** Answers that end a request wherever they are thrown; the error middleware turns them into a page or a problem. */
export class Fault extends Error {
  readonly status: 400 | 403 | 404 | 413 | 414 | 415 | 421 | 429 | 503;
  /** The sentence that tells its reader why. */
  readonly sentence: Sentence | null;
  constructor(status: Fault["status"], message: string, sentence: Sentence | null = null) {
    super(message);
    this.name = "Fault";
    this.status = status;
    this.sentence = sentence;
  }
}

type Sentence = { readonly key: string; readonly values: Values };

/** Nothing here, or nothing this person may know of. */
export function notFound(): never {
  throw new Fault(404, "not found");
}

/** Signed in, and not allowed: stays signed in. */
export function forbidden(what = "role"): never {
  throw new Fault(403, what);
}
