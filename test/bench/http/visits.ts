import type { Address } from "../../../src/http/addresses.ts";
import { addressOf } from "../../support/address-of.ts";
import type { OnRecord } from "./on-record.ts";
import type { Brakes } from "./brakes.ts";
import { allowed } from "./visitors.ts";
import type { Visitors } from "./visitors.ts";
import type { Measured } from "./server.ts";

/** One server with the folder it stands on. */
export interface Site {
  readonly server: Measured;
  readonly record: OnRecord;
  readonly visitors: Visitors;
  /** A file that pages name. */
  readonly asset: string;
}

/** Who looks at which technology where an address answers with its page. */
export interface Visit {
  readonly route: string;
  readonly slug: string;
  readonly login: string;
  /** What it makes the server do, where that is more than a page: counted by the hour. */
  readonly cost?: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly ms: number;
}

/** What only answers where something was just made for it: the page that says so counts. */
const oneTime: readonly string[] = [
  ...["/set-up/:token", "/link/:token", "/unsubscribe/:token"],
  ...["/drafts/:draft", "/imports/files/:file", "/imports/:plan"],
];

export const isOneTime = ({ route }: Visit): boolean => oneTime.includes(route);

export const highestStatus = (visit: Visit): number => (isOneTime(visit) ? 499 : 399);

/**
 * Somebody to whom the address answers with a page; null where it answers nobody about any technology. Where its brake
 * counts what one person asks for, whoever asked for least comes first.
 */
export async function visitTo(site: Site, address: Address, brakes: Brakes): Promise<Visit | null> {
  const { path: route, cost } = address;
  for (const { slug } of site.record.technologies)
    for (const login of brakes.leastBusy(allowed(address), cost)) {
      const visit = { route, slug, login, cost };
      brakes.count(visit);
      if ((await ask(site, visit)).status <= highestStatus(visit)) return visit;
    }
  return null;
}

export function placeOf({ record, asset }: Site, { route, slug }: Visit): string {
  const technology = record.technologies.find((known) => known.slug === slug);
  if (technology === undefined) throw new Error(`There is no ${slug}`);
  if (route === "/calendar/:file") return `/calendar/${record.feed}.ics`;
  return route === "/assets/:name" ? asset : addressOf(route, technology, record.person);
}

export function headersOf({ record, visitors }: Site, { slug, login }: Visit): Record<string, string> {
  const token = record.tokens.get(slug);
  return login === "a token" && token !== undefined
    ? { authorization: `Bearer ${token}` }
    : { cookie: visitors.get(login) ?? "" };
}

export async function ask(site: Site, visit: Visit): Promise<Answer> {
  const start = performance.now();
  const headers = { ...headersOf(site, visit), "accept-language": "en" };
  const answer = await fetched(site.server.url + placeOf(site, visit), { headers, redirect: "manual" });
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length;
  return { status: answer.status, bytes, ms: performance.now() - start };
}

/** A server closes a connection that was idle for long, it may be just as it is asked again: then asked once more, as a browser does. */
async function fetched(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch {
    return fetch(url, options);
  }
}
