import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { Fault } from "../faults.ts";

/**
 * What a request says about whom it is for has to be one thing: two Host headers, or an address in the request line
 * beside one, let a proxy and this server read it differently. Where people's address is configured, no other is
 * answered, so that nobody builds a link or passes a check with a name of their own.
 *
 * @param origin where people reach the product; null: whatever host they used
 */
export function door(origin: string | null): RequestHandler {
  const known = origin === null ? null : new URL(origin).host;
  return (req, _res, next) => {
    const hosts = named(req, "host");
    if (!req.url.startsWith("/")) throw new Fault(400, "absolute address");
    if (hosts.length !== 1) throw new Fault(400, "host named not exactly once");
    if (known !== null && hostOf(hosts[0], origin) !== known) throw new Fault(421, "another host");
    next();
  };
}

function named({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

/** As a browser writes it: in small letters, without the port that the scheme implies; null for what is no host. */
function hostOf(host: string | undefined, origin: string | null): string | null {
  const address = `${new URL(origin ?? "http://localhost").protocol}//${host ?? ""}`;
  if (host === undefined || /[/?#@\\\s]/.test(host) || !URL.canParse(address)) return null;
  return new URL(address).host;
}
