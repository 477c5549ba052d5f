import type { Browser, Page, Site } from "../../support/http.ts";

export const mapped = {
  "columns.name": "Name",
  "columns.stage": "Stage",
  "columns.department": "Department",
  "columns.summary": "What it does",
  "same.needOf": "Stated in the list that it comes from",
} as const;

export const list = [
  "Name,Stage,Department,What it does,Note",
  'Queue forecast,In production,Transport,"Says how long the queue will be,\nat every counter",a',
  "Parking sensor,Trial,transport,Counts free places,b",
  "Snow plan,Idea,交通局,Plans the clearing of snow,c",
  "",
].join("\n");

/** Sends a file and answers the address of its mapping. */
export async function sent(
  who: Browser,
  content: Buffer | string,
  kind = "technologies",
  name = "list.csv",
): Promise<string> {
  const answer = await who.upload("/imports", { kind }, { field: "file", name, content });
  if (answer.status !== 303) throw new Error(answer.text);
  return answer.location;
}

/** The form of a mapping as it stands on its page: what is chosen in its fields and what they carry unseen. */
export function fieldsIn({ html }: Page): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && !/type="(?:file|radio|checkbox)"/.test(tag))
      fields[name] = unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", options = ""] of html.matchAll(/<select[^>]*\bname="([^"]*)"[^>]*>([^]*?)<\/select>/g))
    fields[name] = unescaped(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  for (const [, name = "", text = ""] of html.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>\n?([^<]*)/g))
    fields[name] = unescaped(text);
  delete fields["commandId"];
  return fields;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

/** From a file to the address of its plan, by the guesses of the page and what is said beside them. */
export async function planOf(
  who: Browser,
  content: Buffer | string,
  said: Record<string, string> = {},
  kind?: string,
): Promise<string> {
  const at = await sent(who, content, kind);
  const columns = { ...fieldsIn(await who.get(at)), ...said };
  const words = fieldsIn(await who.post(at, { ...columns, intent: "look" }));
  const plan = await who.post(at, { ...words, ...said, intent: "plan" });
  if (plan.status !== 303 || !plan.location.startsWith("/imports/"))
    throw new Error(`${plan.status} ${plan.location} ${plan.text}`);
  return plan.location;
}

export async function carriedOut(who: Browser, at: string, mode: "all" | "good" = "all"): Promise<Page> {
  const digest = (await who.get(at)).value("digest");
  return who.send(`${at}/execution`, { digest, mode });
}

/** How many technologies there are. */
export const technologiesIn = ({ services }: Site): number => services.views.portfolio.pipeline().total;
