import { once } from "node:events";
import { createServer } from "node:http";
import type { Sources } from "./figures.ts";
import type { Metrics } from "./metrics.ts";

export type OwnPort = { readonly port: number; readonly close: () => Promise<void> };

/** `/metrics` on a port of this machine alone: whoever can ask there is on the machine already. @throws where it is taken */
export async function openMetricsPort(
  metrics: Metrics,
  sources: Sources,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<OwnPort> {
  const server = createServer((req, res) => {
    if (req.method !== "GET" || req.url !== "/metrics") {
      res.writeHead(404).end();
      return;
    }
    metrics.text(sources).then(
      ([type, text]) => res.writeHead(200, { "Content-Type": type }).end(text),
      (error: unknown) => {
        sources.services.log.error({ err: error }, "metrics failed");
        res.writeHead(500).end();
      },
    );
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
