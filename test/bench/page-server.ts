import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RequestHandler } from "express";
import { accountsOf, createApp } from "../../src/app.ts";
import { publishDefaultPolicy } from "../../src/application/handlePolicy.ts";
import { addPerson } from "../../src/application/people/add-person.ts";
import { hashPassword } from "../../src/application/people/passwords.ts";
import { openServices } from "../../src/application/services.ts";
import { readConfig } from "../../src/config.ts";
import type { View } from "../../src/http/view/engine.ts";
import { setVisitor, visitorOf } from "../../src/http/visitor.ts";

/**
 * The product on a data folder, in a process of its own, with one signed-in approver to be. A request with the header
 * "frozen" gets the same page from the view model that its address was last rendered with: the same middleware, the
 * same template, nothing read or worked out.
 */
const [folder = ""] = process.argv.slice(2);
const config = readConfig({ TOUCHSTONE_DATA: folder, TOUCHSTONE_LOG_LEVEL: "info" });
const services = await openServices(config);
await publishDefaultPolicy(services);
const accounts = accountsOf(services, config);
const email = `${randomUUID()}@example.org`;
const password = "a long enough sentence";
const added = await addPerson(services, accounts, {
  actor: { id: "system", roles: [] },
  role: "system",
  commandId: randomUUID(),
  name: "Ada",
  email,
  roles: ["approver"],
  department: null,
});
if (!("person" in added)) throw new Error("nobody to sign in as");
await accounts.identities.setPassword(added.person, await hashPassword(password));

const recorded = new Map<string, { readonly name: string; readonly view: View }>();
const freeze: RequestHandler = async (req, res, next) => {
  const visitor = visitorOf(res);
  const known = req.get("frozen") === undefined ? undefined : recorded.get(req.originalUrl);
  if (known !== undefined) {
    const visit = { ...(await visitor.frame()), path: req.originalUrl };
    res.type("html").send(visitor.views.render(known.name, { ...known.view, visit }));
    return;
  }
  const render = (name: string, view: View): string => {
    recorded.set(req.originalUrl, { name, view });
    return visitor.views.render(name, view);
  };
  setVisitor(res, { ...visitor, views: { ...visitor.views, render } });
  next();
};

const app = createApp(services, config, accounts);
app.use(freeze);
const { stack } = app.router;
const layer = stack.pop();
// Behind sessions, headers and visitors, before the rooms, the page for nothing found and the faults.
if (layer !== undefined) stack.splice(stack.length - 3, 0, layer);

await services.views.catchUp();
const server = createServer(app);
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port, email, password })}\n`);
});
process.once("SIGTERM", () => process.exit(0));
