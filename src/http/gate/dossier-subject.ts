import { gates } from "../../domain/policy/policy.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import { locales } from "../view/locale.ts";
import type { Locale } from "../view/locale.ts";

/** What a document says of itself to the program that checks it. */
export type DossierSubject = {
  /** Of the product that made it; null: before 0.12.0, which did not say. */
  readonly version: string | null;
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

/** Without its version, and with it. */
const [first, second] = ["touchstone-dossier-1", "touchstone-dossier-2"];

export const subjectOf = ({
  version,
  position,
  past,
  reading,
  locale,
  together,
  gates: all,
  digest,
}: DossierSubject): string =>
  [
    ...(version === null ? [first] : [second, version]),
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
  const [mark, ...words] = written.split(" ");
  if (mark !== first && mark !== second) return null;
  const version = mark === first ? null : (words.shift() ?? "");
  const [position, past, reading, language, kind, list = "", digest = "", ...more] = words;
  const locale = locales.find((known) => known === language);
  const named = list.split("+").map(gateNamed);
  const known = named.filter((gate) => gate !== null);
  if (version !== null && !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) return null;
  if (more.length > 0 || locale === undefined || known.length < named.length) return null;
  if (!/^[1-9]\d{0,14}$/.test(position ?? "") || !/^[0-9a-f]{64}$/.test(digest)) return null;
  return {
    version,
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
