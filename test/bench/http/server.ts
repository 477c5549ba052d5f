import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { nextMessage, startChild, stopped } from "./child.ts";
import type { Question } from "./answers-ipc.ts";

const source = join(import.meta.dirname, "../../../src/main.ts");

/** A server in a process of its own that says what it takes. */
export class Measured {
  readonly url: string;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  async ask(question: Question): Promise<number> {
    this.#child.send(question);
    return (await nextMessage(this.#child)) as number;
  }

  /** Ms of CPU that all its threads took while something was done. */
  async cpuOf<T>(run: () => Promise<T>): Promise<{ readonly cpu: number; readonly result: T }> {
    const before = await this.ask("cpu");
    const result = await run();
    return { cpu: (await this.ask("cpu")) - before, result };
  }

  /** What a start leaves to do beside the requests (a sweep, verdicts) is over: else what is asked first would pay for it. */
  async quiet(): Promise<this> {
    while ((await this.cpuOf(() => setTimeout(second))).cpu > second / 20);
    return this;
  }

  async stop(): Promise<void> {
    await stopped(this.#child);
  }
}

const second = 1000;

/** The product as `npm start` starts it, on the given folder. */
export async function startProduct(folder: string): Promise<Measured> {
  const child = startChild(source, [], {
    execArgv: ["--import", join(import.meta.dirname, "answers-ipc.ts")],
    env: { ...process.env, ...settings(folder) },
    // Log lines are written as in service; where they go takes no time.
    stdio: ["ignore", openSync(`${folder}.log`, "a"), "pipe", "ipc"],
  });
  return new Measured(child, await addressSaid(child));
}

export const settings = (folder: string) => ({
  PORT: "0",
  HOST: "127.0.0.1",
  TOUCHSTONE_DATA: folder,
  TOUCHSTONE_SESSION_IDLE_MINUTES: "1440",
  TOUCHSTONE_GATE_QUALITY: "false",
});

/** On the error output, once it listens. */
export async function addressSaid(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("The server's error output is not read");
  const lines = createInterface(child.stderr);
  const said: string[] = [];
  const ended = once(child, "exit").then(() => {
    throw new Error(`The server did not start: ${said.join("\n")}`);
  });
  const found = new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      said.push(line);
      const url = /is open at (http\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  ended.catch(() => undefined);
  return Promise.race([found, ended]);
}

/** The session's cookie. */
export async function signIn({ url }: Measured, email: string, password: string): Promise<string> {
  const body = new URLSearchParams({ email, password, commandId: randomUUID() });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", redirect: "manual", headers: { origin: url }, body });
  if (answer.status !== 303) throw new Error(`Signing in as ${email} was answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

export async function pageOf({ url }: Measured, path: string, cookie: string): Promise<string> {
  const answer = await fetch(url + path, { headers: { cookie, "accept-language": "en" }, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
  return answer.text();
}
