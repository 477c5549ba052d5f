import { parseArgs } from "node:util";
import { makeLink } from "../application/people/password-links.ts";
import { addAdministrator } from "../application/people/set-up.ts";
import { openServices } from "../application/open-services.ts";
import type { Services } from "../application/services.ts";
import { systemSubmission } from "../application/system.ts";
import type { Config } from "../config.ts";
import { requireLedger } from "../ledger/reader.ts";
import { isMailAddress } from "../domain/words/mail-address.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { disablePerson } from "./user-disable.ts";
import { listPeople } from "./user-list.ts";

const usage = `usage: touchstone user add --name NAME --email EMAIL
       touchstone user link --email EMAIL
       touchstone user list [--json]
       touchstone user disable --email EMAIL`;

type Ask =
  | { readonly action: "add"; readonly name: string; readonly email: string }
  | { readonly action: "list"; readonly json: boolean }
  | { readonly action: "disable"; readonly email: string }
  | Link;
type Link = { readonly action: "link"; readonly email: string };

/**
 * `touchstone user add`: whoever can run this on the machine may let an administrator in; on record as the system's.
 * `touchstone user link`: a link on which somebody known sets a new password, as after a restore that voided them.
 * `touchstone user list`, `touchstone user disable`: who is here; somebody out, by the rules of the page.
 */
export async function userCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  const ask = askIn(args);
  if (ask === null) {
    io.err(usage);
    return 2;
  }
  // An administrator may be added to a house that begins; everybody else is looked for where one is.
  if (ask.action !== "add") requireLedger(config.dataDir);
  const services = await openServices(config);
  try {
    await services.views.catchUp();
    if (ask.action === "list") return await listPeople(services, ask, io);
    if (services.ledger.readOnly !== null) return refuse(io, services.ledger.readOnly);
    if (ask.action === "disable") return await disable(services, ask, io);
    const token = await (ask.action === "add" ? add(services, ask, io) : link(services, ask, io));
    if (token === null) return 1;
    io.out(`${config.origin ?? `http://${config.host}:${config.port}`}/link/${token}`);
    if (config.origin === null)
      io.err("The address is as seen from this machine; set TOUCHSTONE_ORIGIN where people reach it.");
    return 0;
  } finally {
    await services.close();
  }
}

function askIn(args: readonly string[]): Ask | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: "string" }, email: { type: "string" }, json: { type: "boolean" } },
  });
  const { name, email, json } = values;
  const [action, ...rest] = positionals;
  if (rest.length > 0 || (json !== undefined && action !== "list")) return null;
  if (action === "list") return name === undefined && email === undefined ? { action, json: json === true } : null;
  if (email === undefined) return null;
  if ((action === "link" || action === "disable") && name === undefined) return { action, email };
  return action === "add" && name?.trim() && isMailAddress(email) ? { action, name: name.trim(), email } : null;
}

async function add(
  services: Services,
  { name, email }: Extract<Ask, { action: "add" }>,
  io: CommandIo,
): Promise<string | null> {
  const known = await services.accounts.identities.byEmail(email);
  const held = known === null ? null : services.views.people.of(known.person);
  if (known !== null && (held === null || held.disabled || !held.roles.includes("administrator"))) {
    io.err("The e-mail belongs to somebody who is no administrator; take another one.");
    return null;
  }
  const person = known?.person ?? (await addAdministrator(services, { name, email }));
  io.err(
    known === null
      ? "Added as administrator. The password is set here, once:"
      : "Is administrator already. A new password is set here, once:",
  );
  return made(services, person, known === null ? "invitation" : "reset");
}

async function link(services: Services, { email }: Link, io: CommandIo): Promise<string | null> {
  const known = await services.accounts.identities.byEmail(email);
  const held = known === null ? null : services.views.people.of(known.person);
  if (known === null || held === null || held.disabled) {
    io.err("Nobody who may sign in here has this e-mail address.");
    return null;
  }
  io.err("A new password is set here, once, within an hour:");
  return made(services, known.person, "reset");
}

async function disable(services: Services, { email }: { readonly email: string }, io: CommandIo): Promise<ExitStatus> {
  const known = await services.accounts.identities.byEmail(email);
  if (known === null) return refuse(io, "Nobody here has this e-mail address.");
  const outcome = await disablePerson(services, known.person);
  if (outcome.kind === "disabled") {
    io.out(`Disabled: ${known.name}. Entry ${outcome.position} of the ledger says so; sessions and links end with it.`);
    return 0;
  }
  return refuse(io, outcome.why);
}

/** The system's own entry comes first, with the wait that a link made by others brings. */
async function made(services: Services, person: string, purpose: "invitation" | "reset"): Promise<string> {
  const link = await makeLink(services, {
    ...systemSubmission(),
    person,
    command: { type: "MakeLink", purpose },
  });
  if (link.kind !== "made") throw new Error(`The link was not made: ${JSON.stringify(link)}`);
  return link.token;
}

function refuse(io: CommandIo, why: string): ExitStatus {
  io.err(why);
  return 1;
}
