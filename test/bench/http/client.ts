import { Agent, request } from "node:http";

/** What one run asks for: pages in turn over so many connections, for so long. */
export interface Load {
  readonly url: string;
  readonly paths: readonly string[];
  readonly cookie: string;
  readonly connections: number;
  readonly forMs: number;
  /** Between an answer and the next request of a connection; 0 asks as fast as it can. */
  readonly pauseMs: number;
}

export interface Served {
  readonly perSecond: number;
  /** Milliseconds each request took. */
  readonly times: readonly number[];
}

/** A process of its own: whoever measures must not share a thread with what is measured. */
process.on("message", (load: Load) => {
  void run(load).then((served) => process.send?.(served));
});
process.once("disconnect", () => process.exit());

const agents = new Map<string, Agent>();

async function run(load: Load): Promise<Served> {
  const agent = agents.get(load.url) ?? new Agent({ keepAlive: true, maxSockets: 32 });
  agents.set(load.url, agent);
  const times: number[] = [];
  const start = performance.now();
  const end = start + load.forMs;
  let next = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const path = load.paths[next++ % load.paths.length] ?? "/";
      const asked = performance.now();
      await page(load, agent, path);
      times.push(performance.now() - asked);
      if (load.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, load.pauseMs));
    }
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
  const perSecond = (1000 * times.length) / (performance.now() - start);
  return { perSecond, times };
}

function page({ url, cookie }: Load, agent: Agent, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url + path, { agent, headers: { cookie, "accept-language": "en" } }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${path} was answered ${answer.statusCode ?? 0}`));
      });
    })
      .once("error", reject)
      .end();
  });
}
