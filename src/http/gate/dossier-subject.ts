import { gates } from "../../domain/policy/policy.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import { locales } from "../view/locale.ts";
import type { Locale } from "../view/locale.ts";

/** What a document says of itself to the program that checks it. */
export type DossierSubject = {
  readonly position: number;
  /** The past that was asked for, in which a decision that came by then is not told as one. */
  readonly past: boolean;
  /** Whether whoever made it could read everything in it. */
  readonly reading: "all" | "part";
  readonly locale: Locale;
  readonly together: boolean;
  readonly gates: readonly { readonly slug: string; readonly gate: Gate }[];
  /** Of what it says. */
  readonly digest: string;
};

const first = "touchstone-dossier-1";

export const subjectOf = ({ position, past, reading, locale, together, gates: all, digest }: DossierSubject): string =>
  [
    first,
    position,
    past ? "as-of" : "up-to",
    reading,
    locale,
    together ? "papers" : "dossier",
    all.map(gateText).join("+"),
    digest,
  ].join(" ");

/** Null: these are no words of ours. */
export function readSubject(written: string): DossierSubject | null {
  const [mark, position, past, reading, language, kind, list = "", digest = "", ...more] = written.split(" ");
  const locale = locales.find((known) => known === language);
  const named = list.split("+").map(gateNamed);
  const known = named.filter((gate) => gate !== null);
  if (mark !== first || more.length > 0 || locale === undefined || known.length < named.length) return null;
  if (!/^[1-9]\d{0,14}$/.test(position ?? "") || !/^[0-9a-f]{64}$/.test(digest)) return null;
  return {
    position: Number(position),
    past: past === "as-of",
    reading: reading === "all" ? "all" : "part",
    locale,
    together: kind === "papers",
    gates: known,
    digest,
  };
}

/** A gate of a technology as addresses and documents write it. */
export const gateText = ({ slug, gate }: DossierSubject["gates"][number]): string => `${slug}/${gate}`;

/** Null: it names none. */
export function gateNamed(written: string): DossierSubject["gates"][number] | null {
  const [slug = "", name] = written.split("/");
  const gate = gates.find((known) => known === name);
  return gate === undefined || !/^[a-z0-9-]{1,100}$/.test(slug) ? null : { slug, gate };
}
