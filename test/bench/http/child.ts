import { fork } from "node:child_process";
import type { ChildProcess, ForkOptions } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

export const startChild = (script: string, args: readonly string[], options: ForkOptions = {}): ChildProcess =>
  fork(resolve(import.meta.dirname, script), args, { stdio: ["ignore", "ignore", "inherit", "ipc"], ...options });

/** The next message of a process. @throws where it ends instead. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
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

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
