import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openAsBlob, openSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Load, Served } from "./client.ts";

/** @param errors a file for the error output, where the server's log goes. */
const start = (script: string, errors: number | "inherit", ...args: string[]): ChildProcess =>
  fork(join(import.meta.dirname, script), args, { stdio: ["ignore", "ignore", errors, "ipc"] });

export class Server {
  readonly #child: ChildProcess;
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(folder: string): Promise<Server> {
    const child = start("server.ts", openSync(join(folder, "server.log"), "a"), folder);
    return new Server(child, (await told(child)) as string);
  }

  /** The highest resident memory since it was last asked, bytes. */
  async highest(): Promise<number> {
    this.#child.send("memory");
    return (await told(this.#child)) as number;
  }

  /** The session's cookie. */
  async signIn(email: string, password: string): Promise<string> {
    const body = new URLSearchParams({ email, password, commandId: randomUUID() });
    const headers = { origin: this.url };
    const answer = await fetch(`${this.url}/sign-in`, { method: "POST", redirect: "manual", headers, body });
    if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}`);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  async page(path: string, cookie: string): Promise<string> {
    const answer = await fetch(this.url + path, { headers: { cookie, "accept-language": "en" }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    return answer.text();
  }

  stop(): void {
    this.#child.kill();
  }
}

export class Client {
  readonly #child = start("client.ts", "inherit");

  async run(load: Load): Promise<Served> {
    this.#child.send(load);
    return (await told(this.#child)) as Served;
  }

  stop(): void {
    this.#child.kill();
  }
}

/** Hands a file in as a browser does; answers when the server has stored and measured it. */
export async function upload(server: Server, cookie: string, slug: string, path: string): Promise<void> {
  const form = new FormData();
  form.set("commandId", randomUUID());
  form.set("title", "Load test");
  form.set("files", await openAsBlob(path), "results.jtl");
  const headers = { cookie, origin: server.url };
  const answer = await fetch(`${server.url}/technologies/${slug}/evidence`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: form,
  });
  if (answer.status !== 303)
    throw new Error(`The upload was answered ${answer.status}: ${(await answer.text()).slice(0, 3000)}`);
}

async function told(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const stopped = once(child, "exit", ended).then(() => {
    throw new Error("A process of the bench ended by itself");
  });
  try {
    const [message] = (await Promise.race([once(child, "message", ended), stopped])) as unknown[];
    return message;
  } finally {
    stopped.catch(() => undefined);
    ended.abort();
  }
}
