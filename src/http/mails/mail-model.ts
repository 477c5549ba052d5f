/** One line of a mail: what, by when, and why this person is told. No words that only some may read. */
export type MailLine = {
  readonly title: string;
  readonly what: string;
  readonly due: string;
  readonly because: string;
  readonly why: string;
  readonly href: string;
};

/** All that both parts of a mail say. */
export type MailModel = {
  readonly lang: string;
  readonly subject: string;
  readonly lead: string;
  readonly lines: readonly MailLine[];
  readonly rest: string | null;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly ends: readonly string[];
};
