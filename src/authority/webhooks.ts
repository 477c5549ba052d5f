import type { PersonId } from "../domain/words/text.ts";

/** Where a program is told of entries. Moments are ms since 1970. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  /** https, or http to this machine where it is allowed by name. */
  readonly url: string;
  /** By which the program knows that it is us: kept in clear, for it signs every delivery. */
  readonly secret: string;
  /** Of entries; never empty. */
  readonly types: readonly string[];
  readonly madeBy: PersonId;
  readonly madeAt: number;
  /** Of the ledger, up to which deliveries were made of its entries. */
  readonly position: number;
}

type DeliveryStatus = "waiting" | "delivered" | "dead";

export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  /** Of the entry. */
  readonly position: number;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly madeAt: number;
  readonly nextAt: number;
  readonly triedAt: number | null;
  /** A status of HTTP, or a code of the connection. */
  readonly answer: string | null;
  /** That the last try took. */
  readonly millis: number | null;
}

export interface AllowedHost {
  readonly host: string;
  /** It may stand behind our own wall: loopback, private or link-local. */
  readonly inside: boolean;
}

export interface Webhooks {
  create(hook: Pick<Webhook, "name" | "url" | "types" | "madeBy" | "position">): Promise<{ readonly secret: string }>;
  /** Those that have not ended, by name. */
  all(): Promise<readonly Webhook[]>;
  end(id: string): Promise<boolean>;
  /** Those that a person made: whoever left knows their secrets. */
  endAllOf(person: PersonId): Promise<void>;
  /** Deliveries of these entries, once each, in one step with the new position; nothing where others were faster. */
  queue(hook: Pick<Webhook, "id" | "position">, positions: readonly number[], upTo: number): Promise<void>;
  /** Those whose time has come, the oldest first, for whoever claims them. @param ms for which they are held */
  claim(owner: string, ms: number, limit: number): Promise<readonly Delivery[]>;
  settle(
    id: string,
    owner: string,
    tried: { readonly ok: boolean; readonly answer: string; readonly millis: number },
  ): Promise<void>;
  /** The newest entry first. @param before position of the last one of the page before */
  deliveries(
    webhook: string,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly Delivery[]>;
  counts(): Promise<Readonly<Record<DeliveryStatus, number>>>;
  /** When the one that has been due the longest came due, ms since 1970; null where none is. */
  oldestDue(): Promise<number | null>;
  /** Sends it once more, at once. */
  replay(id: string): Promise<boolean>;
  hosts(): Promise<readonly AllowedHost[]>;
  allow(host: AllowedHost, by: PersonId): Promise<void>;
  disallow(host: string): Promise<void>;
}
