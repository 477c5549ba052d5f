/** Answers that end a request wherever they are thrown; the error middleware turns them into a page or a problem. */
export class Fault extends Error {
  readonly status: 400 | 403 | 404 | 413 | 414 | 415 | 429 | 503;
  constructor(status: Fault["status"], message: string) {
    super(message);
    this.name = "Fault";
    this.status = status;
  }
}

/** Nothing here, or nothing this person may know of. */
export function notFound(): never {
  throw new Fault(404, "not found");
}

/** Signed in, and not allowed: stays signed in. */
export function forbidden(what = "role"): never {
  throw new Fault(403, what);
}
