import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../../../src/app.ts";
import { openServices } from "../../../src/application/open-services.ts";
import { readConfig } from "../../../src/config.ts";
import { addFrozenPages } from "./frozen.ts";

/** A server of its own process on the given folder. Tells its address, and when asked its highest memory since last asked. */
const [dataDir = ""] = process.argv.slice(2);
// Log lines are written as in service; where they go takes no time.
const config = readConfig({ TOUCHSTONE_SESSION_IDLE_MINUTES: "600" }, { dataDir });
const services = await openServices(config);
await services.views.catchUp();
const app = createApp(services, config);
addFrozenPages(app);
const server = createServer(app);
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
let highest = 0;
setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5).unref();
process.on("message", () => {
  process.send?.(highest);
  highest = process.memoryUsage.rss();
});
process.once("disconnect", () => process.exit());
