import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";

/** What one run asks for: addresses in turn over so many connections, for so long or so often. */
export interface Load {
  readonly url: string;
  readonly paths: readonly string[];
  readonly cookie: string;
  readonly connections: number;
  readonly forMs: number;
  /** Ends earlier where so many were answered. */
  readonly requests?: number;
  /** Between an answer and the next request of a connection; absent: it asks as fast as it can. */
  readonly pauseMs?: number;
  readonly acceptEncoding?: string;
  /** Beside the cookie. */
  readonly headers?: { readonly [name: string]: string };
  /** The highest status that is an answer; absent: what is no error, and after a form a redirect. */
  readonly highest?: number;
  /** A form sent to each address instead of asking for it, with a command of its own every time. */
  readonly form?: { readonly [field: string]: string };
}

export interface Served {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds each request took. */
  readonly times: readonly number[];
  /** Of the last answer. */
  readonly encoding: string | null;
  readonly bytes: number;
}

const agents = new Map<string, Agent>();

export async function load(of: Load): Promise<Served> {
  const agent = agents.get(of.url) ?? new Agent({ keepAlive: true, maxSockets: 32 });
  agents.set(of.url, agent);
  const times: number[] = [];
  const start = performance.now();
  const end = start + of.forMs;
  let next = 0;
  let last = { encoding: null as string | null, bytes: 0 };
  const connection = async (): Promise<void> => {
    while (performance.now() < end && next < (of.requests ?? Infinity)) {
      const path = of.paths[next++ % of.paths.length] ?? "/";
      const asked = performance.now();
      last = await answered(of, agent, path);
      times.push(performance.now() - asked);
      if (of.pauseMs !== undefined) await new Promise((resolve) => setTimeout(resolve, of.pauseMs));
    }
  };
  await Promise.all(Array.from({ length: of.connections }, connection));
  const perSecond = (1000 * times.length) / (performance.now() - start);
  return { requests: times.length, perSecond, times, ...last };
}

function answered(of: Load, agent: Agent, path: string): Promise<{ encoding: string | null; bytes: number }> {
  const { url, cookie, form, acceptEncoding } = of;
  const body = form && new URLSearchParams({ ...form, commandId: crypto.randomUUID() }).toString();
  const headers = {
    ...of.headers,
    ...(cookie !== "" && { cookie }),
    "accept-language": "en",
    ...(acceptEncoding !== undefined && { "accept-encoding": acceptEncoding }),
    ...(body !== undefined && { origin: url, "content-type": "application/x-www-form-urlencoded" }),
  };
  const isWanted = (status: number): boolean => (body === undefined ? status <= (of.highest ?? 399) : status === 303);
  return new Promise((resolve, reject) => {
    request(url + path, { agent, headers, method: body === undefined ? "GET" : "POST" }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.once("end", () => {
        if (isWanted(answer.statusCode ?? 599)) resolve({ encoding: encodingOf(answer), bytes });
        else reject(new Error(`${path} was answered ${answer.statusCode ?? 0}`));
      });
    })
      .once("error", reject)
      .end(body);
  });
}

const encodingOf = (answer: IncomingMessage): string | null => answer.headers["content-encoding"] ?? null;
