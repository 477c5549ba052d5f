import type { MailLine, MailModel } from "./mail-model.ts";

/** The part without markup: all that the other part says, in its order. */
export const plainMail = ({ lead, lines, rest, links, ends }: MailModel): string =>
  [
    lead,
    ...lines.map(paragraph),
    ...(rest === null ? [] : [rest]),
    links.map(({ text, href }) => `${text}\n${href}`).join("\n\n"),
    ends.join("\n"),
  ].join("\n\n") + "\n";

const paragraph = ({ title, what, due, because, why, href }: MailLine): string =>
  [title, what, [because, due].filter((part) => part !== "").join(" · "), why, href].join("\n");
