import { randomBytes } from "node:crypto";

const longest = 60;

/** Addresses of the product itself stand where a slug would: none of them may name a technology. */
const reserved = new Set(["new", "export", "compare", "search"]);

/** A technology's name as its address; null where too little of it is ASCII (a Chinese name). */
function slugOf(name: string): string | null {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  const letters = slug.replace(/[^a-z]/g, "").length;
  return letters < 3 || reserved.has(slug) ? null : slug;
}

/** Short, easily read out: no vowels, so that chance spells no words. */
function randomSlug(characters = 6): string {
  const alphabet = "bcdfghjkmnpqrstvwxz23456789";
  return `t-${Array.from(randomBytes(characters), (byte) => alphabet[byte % alphabet.length]).join("")}`;
}

/** The address to try: the name's own, then with a number, at last a random one. */
export function candidate(name: string, attempt: number): string {
  const slug = slugOf(name);
  if (slug === null || attempt > 20) return randomSlug();
  const number = `-${attempt}`;
  // Of a long name the end makes room: an address has at most so many characters with its number.
  return attempt === 1 ? slug : `${slug.slice(0, longest - number.length).replace(/-+$/, "")}${number}`;
}
