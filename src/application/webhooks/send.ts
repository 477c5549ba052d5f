import { createHmac } from "node:crypto";
import { lookup } from "node:dns/promises";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import { isInner } from "../../domain/words/inner-address.ts";
import type { AllowedHost, Webhook } from "../../authority/webhooks.ts";

export interface Tried {
  readonly ok: boolean;
  /** A status, or a code: never what the other side said. */
  readonly answer: string;
}

interface Sending {
  readonly hosts: readonly AllowedHost[];
  /** Ms in all. */
  readonly patience?: number;
  /** Ms since 1970; part of what is signed, so that nobody can send it again later. */
  readonly now: number;
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/**
 * Sends one document to a program. The name is resolved here and the very address that was looked at is connected to: what
 * the name means a moment later does not matter. Redirects are not followed.
 */
export async function sendWebhook(
  { url, secret }: Pick<Webhook, "url" | "secret">,
  delivery: string,
  body: string,
  { hosts, patience = 10_000, now, resolve = addressesOf }: Sending,
): Promise<Tried> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const allowed = hosts.find((candidate) => candidate.host === target.host);
  if (allowed === undefined) return { ok: false, answer: "not-allowed" };
  if (target.protocol !== "https:" && !allowed.inside) return { ok: false, answer: "not-https" };
  try {
    const addresses = isIP(host) === 0 ? await resolve(host) : [host];
    const [address] = addresses;
    if (address === undefined) return { ok: false, answer: "ENOTFOUND" };
    if (!allowed.inside && addresses.some(isInner)) return { ok: false, answer: "inner-address" };
    const status = await post(target, { address, body, patience, headers: headersOf(secret, delivery, body, now) });
    return { ok: status >= 200 && status < 300, answer: String(status) };
  } catch (error) {
    return { ok: false, answer: codeOf(error) };
  }
}

/** Of `<seconds>.<body>`, so that neither can be exchanged. */
const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");

function headersOf(secret: string, delivery: string, body: string, now: number): Readonly<Record<string, string>> {
  const seconds = Math.floor(now / 1000);
  return {
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    "User-Agent": "Touchstone",
    "Touchstone-Delivery": delivery,
    "Touchstone-Timestamp": String(seconds),
    "Touchstone-Signature": `sha256=${signatureOf(secret, seconds, body)}`,
  };
}

interface Post {
  readonly address: string;
  readonly body: string;
  readonly patience: number;
  readonly headers: Readonly<Record<string, string>>;
}

function post(target: URL, { address, body, patience, headers }: Post): Promise<number> {
  return new Promise((resolve, reject) => {
    const secure = target.protocol === "https:";
    const name = target.hostname.replace(/^\[|\]$/g, "");
    const sent = (secure ? secureRequest : plainRequest)(
      {
        host: address,
        port: target.port === "" ? (secure ? 443 : 80) : Number(target.port),
        path: target.pathname + target.search,
        method: "POST",
        headers: { ...headers, Host: target.host },
        agent: false,
        signal: AbortSignal.timeout(patience),
        // The certificate is that of the name, whatever address it was found at.
        ...(secure && isIP(name) === 0 && { servername: name }),
      },
      (answer) => {
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, order: "verbatim" })).map(({ address }) => address);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "ETIMEDOUT";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
