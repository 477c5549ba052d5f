import { hash } from "node:crypto";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { LedgerEvent, PrivateText } from "../../../src/ledger/port.ts";
import { textDigest } from "../../../src/ledger/request.ts";
import type { Commit } from "./commits.ts";

/** How a copy of a technology differs from it. */
export interface Named {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly department?: string;
}

export const idOf = (seed: string): string => hash("sha256", seed, "base64url").slice(0, 16);

/** A text as it would have been sealed, with a salt that the seed draws. */
export function sealed(text: string, seed: string): PrivateText {
  const salt = hash("sha256", seed, "hex");
  return { text, salt, digest: textDigest(salt, text) };
}

/**
 * The same command on another technology: its own name, slug, summary and need; the other texts and the files are
 * shared, as they are named by their content.
 */
export function copyOf(commit: Commit, to: Named): Commit {
  const events = commit.events.map((event) => ({ ...event, stream: `technology-${to.id}` }));
  const moved = { ...commit, stream: `technology-${to.id}`, events, texts: [] };
  return events[0]?.type === "TechnologyProposed" ? proposedAs(to, moved, commit.texts) : moved;
}

function proposedAs(to: Named, commit: Commit, texts: readonly PrivateText[]): Commit {
  const own: PrivateText[] = [];
  const resealed = (digest: unknown): string => {
    const words = texts.find((text) => text.digest === digest)?.text ?? "";
    const text = sealed(`${words} ${to.name}.`, `${String(digest)} ${to.id}`);
    own.push(text);
    return text.digest;
  };
  const events = commit.events.map((event): LedgerEvent => {
    if (event.type !== "TechnologyProposed") return event;
    const proposal = event.payload["proposal"] as JsonObject;
    const { name, department = proposal["department"] } = to;
    const [summary, need] = [resealed(proposal["summary"]), resealed(proposal["need"])];
    const own = { ...proposal, name, department: department ?? null, summary, need };
    return { ...event, payload: { ...event.payload, slug: to.slug, proposal: own } };
  });
  const effects = { ...commit.effects, claims: [{ kind: "slug", key: to.slug }] };
  return { ...commit, events, effects, texts: own };
}
