import type { DigestLine } from "../../domain/mails/digest.ts";
import type { MailPurpose } from "../../authority/outbox.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import type { Addressee } from "./readers.ts";
import type { MailMatter } from "./matters.ts";

/** A mail in words: both parts say the same. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What pages know of words and mails need: given by whoever serves pages. */
export interface MailWords {
  /** Every kind of work that a list shows. */
  readonly kinds: readonly WorkKind[];
  /** @param rest how many more wait that the mail does not name */
  readonly compose: (
    to: Addressee,
    purpose: MailPurpose,
    lines: readonly DigestLine<MailMatter>[],
    rest: number,
  ) => Promise<ComposedMail>;
  /** Where one click ends the mails of a person, without signing in. */
  readonly unsubscribe: (person: string) => string;
}
