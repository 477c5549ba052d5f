import { parseArgs } from "node:util";
import { openAccounts } from "../application/people/accounts.ts";
import { addAdministrator } from "../application/people/set-up.ts";
import { openServices } from "../application/services.ts";
import type { Config } from "../config.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

const usage = "usage: touchstone user add --name NAME --email EMAIL";

/** `touchstone user add`: whoever can run this on the machine may let an administrator in; on record as the system's. */
export async function userCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: "string" }, email: { type: "string" } },
  });
  const { name, email } = values;
  if (positionals.join(" ") !== "add" || !name?.trim() || !isAddress(email)) {
    io.err(usage);
    return 2;
  }
  const services = await openServices(config);
  try {
    if (services.ledger.readOnly !== null) {
      io.err(services.ledger.readOnly);
      return 1;
    }
    const accounts = openAccounts(services.ledger.authority);
    await services.views.catchUp();
    const known = await accounts.identities.byEmail(email);
    const held = known === null ? null : services.views.people.of(known.person);
    if (known !== null && (held === null || held.disabled || !held.roles.includes("administrator"))) {
      io.err("The e-mail belongs to somebody who is no administrator; take another one.");
      return 1;
    }
    const person = known?.person ?? (await addAdministrator(services, accounts, { name: name.trim(), email }));
    const token = await accounts.links.create(known === null ? "invitation" : "reset", person);
    io.err(
      known === null
        ? "Added as administrator. The password is set here, once:"
        : "Is administrator already. A new password is set here, once:",
    );
    io.out(`${config.origin ?? `http://${config.host}:${config.port}`}/link/${token}`);
    return 0;
  } finally {
    await services.close();
  }
}

const isAddress = (text: string | undefined): text is string => text !== undefined && /^[^\s@]+@[^\s@]+$/.test(text);
