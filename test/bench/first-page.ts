import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../../src/app.ts";
import { openServices } from "../../src/application/open-services.ts";
import { readConfig } from "../../src/config.ts";

/** Prints how many milliseconds after its imports a server on the given data folder has answered its first page. */
const [folder] = process.argv.slice(2);
const start = performance.now();
const config = readConfig({ TOUCHSTONE_DATA: folder, TOUCHSTONE_LOG_LEVEL: "silent" });
const services = await openServices(config);
await services.views.catchUp();
const server = createServer(createApp(services, config));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
await page.text();
if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
process.stdout.write(`${performance.now() - start}\n`);
server.closeAllConnections();
server.close();
await services.close();
