import { randomBytes, randomUUID } from "node:crypto";
import type { Prepared } from "./prepare.ts";
import { password } from "./prepare.ts";

/** One command a person sends, again and again if need be. */
export interface Write {
  readonly commandId: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  /** A text that the record must hold afterwards. */
  readonly text: string;
  readonly cookie: string;
}

export type Answer = "done" | "none";

/** The session's cookie. */
export async function signIn(url: string, email: string): Promise<string> {
  const answer = await post(url, "/sign-in", "", { commandId: randomUUID(), email, password });
  if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** A lesson on one of the technologies, or now and then a proposal that looks like no other. */
export function someWrite({ slugs, sponsor }: Prepared, cookie: string): Write {
  const commandId = randomUUID();
  const word = () => randomBytes(8).toString("hex");
  const text = word();
  if (Math.random() < 0.25)
    return { commandId, path: "/technologies", text, cookie, fields: proposal(word(), text, sponsor) };
  const slug = slugs[Math.floor(Math.random() * slugs.length)] ?? "";
  return { commandId, path: `/technologies/${slug}/lessons`, text, cookie, fields: { text } };
}

const proposal = (name: string, need: string, sponsor: string) => ({
  name,
  need,
  sponsor,
  summary: need,
  needOf: "Visitors",
  department: "health",
  tier: "II",
  dataClass: "general",
  personalInformation: "none",
  "demand.users": "4000",
  "cost.currency": "EUR",
});

/** "none" where the connection broke before an answer; any other answer than an acceptance is an error. */
export async function send(url: string, { path, cookie, commandId, fields }: Write): Promise<Answer> {
  let answer: Response;
  try {
    answer = await post(url, path, cookie, { ...fields, commandId });
  } catch {
    return "none";
  }
  const to = answer.headers.get("location") ?? "";
  if (answer.status === 303 && to.startsWith("/technologies/")) return "done";
  throw new Error(`POST ${path} was answered ${answer.status} ${to}`);
}

/** Whether a page for people who are signed in opens. */
export async function isSignedIn(url: string, cookie: string): Promise<boolean> {
  const answer = await fetch(`${url}/work`, { headers: { cookie }, redirect: "manual" });
  await answer.text();
  return answer.status === 200;
}

async function post(
  url: string,
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const headers = { cookie, origin: url };
  return fetch(url + path, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });
}
