import type { JsonObject } from "../domain/words/json.ts";
import { raised } from "../domain/stream.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { Claim, Effects, LedgerEvent } from "./port.ts";
import { upcasts } from "./upcasts.ts";
import type { Upcasts } from "./upcasts.ts";

export interface Leaf extends LedgerEvent {
  readonly effects?: Effects;
}

/**
 * The bytes of one leaf: UTF-8 of the RFC 8785 canonical JSON of the event. They are stored as written and never
 * made again from columns.
 *
 * @throws {TypeError} where the payload is not JSON (see canonicalJson).
 */
export function encodeLeaf(event: LedgerEvent, effects: Effects | null = null): Buffer {
  // Member by member in canonical order: only the payload and the effects need sorting.
  const inner = effects === null ? "" : `"effects":${canonicalJson(effectsJson(effects), "effects")},`;
  return Buffer.from(
    `{"actor":${text(event.actor, "actor")},"command":${text(event.command, "command")},${inner}` +
      `"payload":${canonicalJson(event.payload, "payload")},"position":${canonicalJson(event.position, "position")},` +
      `"role":${text(event.role, "role")},"schema":${canonicalJson(event.schema, "schema")},` +
      `"stream":${text(event.stream, "stream")},"time":${text(event.time, "time")},` +
      `"type":${text(event.type, "type")},"version":${canonicalJson(event.version, "version")}}`,
    "utf8",
  );
}

const text = (value: string, where: string): string => canonicalJson(value, where);

/** As it stands in a leaf. */
export function effectsJson(effects: Effects): JsonObject {
  const claims = (list: readonly Claim[]) => list.map(({ kind, key }) => ({ kind, key }));
  return {
    ...(effects.claims && { claims: claims(effects.claims) }),
    ...(effects.releases && { releases: claims(effects.releases) }),
    ...(effects.texts && { texts: effects.texts }),
    ...(effects.erasures && { erasures: effects.erasures }),
    ...(effects.command !== undefined && { command: effects.command }),
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @throws {SyntaxError | TypeError} where the bytes are not UTF-8 JSON: the leaf was altered. */
export function decodeLeaf(bytes: Uint8Array): Leaf {
  return JSON.parse(utf8.decode(bytes)) as Leaf;
}

/** The event as readers see it: envelope and payload, raised to the newest schema there is an upcast for. */
export function readEvent(stored: Uint8Array | string, registry: Upcasts = upcasts): LedgerEvent {
  const leaf = typeof stored === "string" ? (JSON.parse(stored) as Leaf) : decodeLeaf(stored);
  const { position, stream, version, type, schema, time, actor, role, command, payload } = leaf;
  const event = { position, stream, version, type, schema, time, actor, role, command, payload };
  const steps = registry[type];
  return steps === undefined ? event : { ...event, ...raised(payload, schema, steps) };
}
