import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import type { Express } from "express";
import { pino } from "pino";
import supertest from "supertest";
import { expect } from "vitest";
import { createApp } from "../../src/app.ts";
import type { Clock } from "../../src/application/clock.ts";
import { publishPlainPolicy } from "./plain-policy.ts";
import type { Accounts } from "../../src/authority/accounts.ts";
import { addPerson } from "../../src/application/people/add-person.ts";
import { openServices } from "../../src/application/open-services.ts";
import type { Services } from "../../src/application/services.ts";
import { readConfig } from "../../src/config.ts";
import type { Config } from "../../src/config.ts";
import type { Costs } from "../../src/http/middleware/costs.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import { pagesOfPdf } from "./pdf-text.ts";
import { markupOf } from "./zipped.ts";

export const password = "a long enough sentence";

/** A page as its reader has it: status, headers, markup, and the text without it. */
export type Page = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly html: string;
  readonly text: string;
  /** Of a workbook or a document, as they came; else none. */
  readonly bytes: Buffer;
  /** Where a redirect leads. */
  readonly location: string;
  /** Value of a field of the page's forms, hidden ones too; "" where there is none. */
  readonly value: (name: string) => string;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One browser: keeps cookies, sends Origin as browsers do, and a command id where none is given. */
export type Browser = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Page>;
  readonly post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Page>;
  /** The same, and then the page that it redirects to. */
  readonly send: (path: string, fields?: Fields) => Promise<Page>;
  readonly upload: (
    path: string,
    fields: Record<string, string>,
    file: { field: string; name: string; content: Buffer | string },
  ) => Promise<Page>;
};
export type Member = Browser & { readonly id: string; readonly email: string };

export type Site = {
  readonly app: Express;
  readonly services: Services;
  readonly accounts: Accounts;
  /** Turns for what costs, as the application gives them. */
  readonly costs: Costs;
  /** The clock of sessions, links and throttling, ms; move it to let time pass. */
  readonly time: { now: number };
  /** Lines of the log so far. */
  readonly log: () => readonly Record<string, unknown>[];
  readonly browser: () => Browser;
  readonly add: (...roles: readonly Role[]) => Promise<{ readonly id: string; readonly email: string }>;
  readonly signedIn: (...roles: readonly Role[]) => Promise<Member>;
  readonly stop: () => Promise<void>;
};

/**
 * The real application on a fresh ledger in a temporary folder, with one department.
 *
 * @param publish the first version of the policy: the default without safeguards; publishEarlyPolicy where a story has little evidence
 */
export async function startSite(
  overrides: Partial<Config> = {},
  clock?: Clock,
  publish: (services: Services) => Promise<void> = publishPlainPolicy,
): Promise<Site> {
  const dataDir = await mkdtemp(join(tmpdir(), "touchstone-http-"));
  const config = readConfig({}, { dataDir, ...overrides });
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  const time = { now: Date.now() };
  const services = await openServices(config, { log, now: () => time.now, ...(clock && { clock }) });
  const { accounts } = services;
  await publish(services);
  const app = createApp(services, config);
  let people = 0;

  const add: Site["add"] = async (...roles) => {
    people += 1;
    const email = `${roles.join("-") || "nobody"}-${people}@example.org`;
    const added = await addPerson(services, {
      actor: { id: "system", roles: [] },
      role: "system",
      commandId: randomUUID(),
      name: `Person Number ${people}`,
      email,
      roles,
      department: null,
    });
    if (!("outcome" in added) || added.outcome.kind !== "accepted") throw new Error(JSON.stringify(added));
    await accounts.identities.setPassword(added.person, await (known ??= hash(password, cheap)));
    return { id: added.person, email };
  };

  return {
    app,
    services,
    accounts,
    costs: app.locals["costs"] as Costs,
    time,
    log: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    browser: () => browser(app),
    add,
    signedIn: async (...roles) => {
      const { id, email } = await add(...roles);
      const own = browser(app);
      const page = await own.post("/sign-in", { email, password });
      if (page.status !== 303) throw new Error(`Not signed in: ${page.text}`);
      return { ...own, id, email };
    },
    stop: async () => {
      await services.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A hash carries its own cost: what tests sign in with a thousand times need not be dear to guess. */
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
let known: Promise<string> | undefined;

/** A browser on any application, signed in by nobody yet. */
export function browser(app: Express): Browser {
  const agent = supertest.agent(app).redirects(0);
  const own = (test: supertest.Test): supertest.Test =>
    // Whoever is not about compression does not pay for it, on either side.
    test.set({ Host: "touchstone.test", "Accept-Language": "en", "Accept-Encoding": "identity" });
  const get: Browser["get"] = async (path, headers = {}) => {
    const asked = own(agent.get(path)).set(headers);
    return pageOf(await (/\.(?:xlsx|docx|pdf)(?:\?|$)/.test(path) ? asked.buffer(true).parse(whole) : asked));
  };
  const post: Browser["post"] = async (path, fields = {}, headers = {}) => {
    const sent = own(agent.post(path)).set("Origin", "http://touchstone.test").type("form").set(headers);
    return pageOf(await sent.send(encode({ commandId: randomUUID(), ...fields })));
  };
  return {
    get,
    post,
    send: async (path, fields) => {
      const answer = await post(path, fields);
      return answer.status === 303 ? get(answer.location) : answer;
    },
    upload: async (path, fields, { field, name, content }) => {
      const sent = own(agent.post(path)).set("Origin", "http://touchstone.test");
      for (const [key, value] of Object.entries({ commandId: randomUUID(), ...fields })) void sent.field(key, value);
      return pageOf(await sent.attach(field, Buffer.from(content), name));
    },
  };
}

/** As bytes: what is no text has no other way through. */
function whole(res: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const incoming = res as unknown as NodeJS.ReadableStream;
  incoming.on("data", (part: Buffer) => void parts.push(part));
  incoming.on("end", () => done(null, Buffer.concat(parts)));
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

/** A page that refuses by a rule, and gives the reason in these words. */
export const refusal = (words: string) => ({ status: 409, text: expect.stringContaining(words) as unknown });

function pageOf({ status, headers, text, body }: supertest.Response): Page {
  // A file has no text of its own: its bytes stand for it.
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const zipped = bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
  const isPdf = bytes.subarray(0, 5).toString("latin1") === "%PDF-";
  const html = zipped
    ? markupOf(bytes)
    : isPdf
      ? pagesOfPdf(bytes).join("\n")
      : Buffer.isBuffer(body)
        ? body.toString("utf8")
        : text;
  let read: string | undefined;
  return {
    status,
    headers: headers,
    html,
    // Most pages are asked for their markup or their status alone.
    get text() {
      return (read ??= textOf(html));
    },
    bytes,
    location: (headers as Record<string, string>)["location"] ?? "",
    value: (name) => fieldValue(html, name),
  };
}

function fieldValue(html: string, name: string): string {
  const input = new RegExp(`<input[^>]*\\bname="?${escape(name)}"?(?=[ >])[^>]*>`).exec(html)?.[0];
  if (input !== undefined) return textOf(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? "");
  const area = new RegExp(`<textarea[^>]*\\bname="?${escape(name)}"?(?=[ >])[^>]*>\\n?([^<]*)`).exec(html);
  if (area !== null) return textOf(area[1] ?? "");
  const select =
    new RegExp(`<select[^>]*\\bname="?${escape(name)}"?(?=[ >])[^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1] ?? "";
  return /<option value="([^"]*)" selected/.exec(select)?.[1] ?? "";
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What a person reads: no markup, entities resolved, single spaces. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1\s*>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replace(/&#(?:x([0-9a-fA-F]+)|(\d+));/g, (_, hex?: string, figures?: string) =>
      String.fromCodePoint(hex === undefined ? Number(figures) : parseInt(hex, 16)),
    )
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
