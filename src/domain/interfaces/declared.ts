import { textKey } from "../words/plain-text.ts";

/** What goes over an interface, and how. */
export const interfaceKinds = ["service", "file", "message", "event", "database", "other"] as const;
export type InterfaceKind = (typeof interfaceKinds)[number];

export const interfaceDirections = ["offers", "consumes"] as const;
export type InterfaceDirection = (typeof interfaceDirections)[number];

/** Whom the interface serves in the end. */
export const interfaceAudiences = ["residents", "businesses", "own-staff", "other-bodies"] as const;
export type InterfaceAudience = (typeof interfaceAudiences)[number];

/** An interface of a technology, as the statement about its interfaces has it. */
export interface DeclaredInterface {
  readonly name: string;
  readonly direction: InterfaceDirection;
  readonly kind: InterfaceKind;
  /** "city-api@2.0"; null: under no standard of the register. */
  readonly standard: string | null;
  /** What data go over it, each in a few words. */
  readonly data: readonly string[];
  /** Slug of the technology at the other end; null: none of this house. */
  readonly counterpart: string | null;
  /** What stands at the other end where that is no technology of this house. */
  readonly outside: string | null;
  readonly audience: InterfaceAudience | null;
}

/** The answer in which a statement lists them. */
export const interfacesQuestion = "interfaces";

type Answers = Readonly<Record<string, unknown>>;

/** The interfaces in a statement's answers. A row without name, direction or kind is none yet. */
export function interfacesIn(answers: Answers): readonly DeclaredInterface[] {
  const rows = answers[interfacesQuestion];
  return Array.isArray(rows) ? rows.flatMap((row: unknown) => interfaceOf(row) ?? []) : [];
}

function interfaceOf(row: unknown): DeclaredInterface | null {
  if (typeof row !== "object" || row === null) return null;
  const answer = (key: string): string | null => {
    const value = (row as Answers)[key];
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  const name = answer("name");
  const direction = interfaceDirections.find((known) => known === answer("direction"));
  const kind = interfaceKinds.find((known) => known === answer("kind"));
  if (name === null || direction === undefined || kind === undefined) return null;
  return {
    name,
    direction,
    kind,
    standard: answer("standard"),
    data: namedData(answer("data") ?? ""),
    counterpart: answer("counterpart"),
    outside: answer("outside"),
    audience: interfaceAudiences.find((known) => known === answer("audience")) ?? null,
  };
}

/** "addresses, permits" names two; the same twice is one. */
export function namedData(written: string): readonly string[] {
  const names = written
    .split(/[,;，；、]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const keys = names.map(textKey);
  return names.filter((_, i) => keys.indexOf(keys[i] ?? "") === i);
}
