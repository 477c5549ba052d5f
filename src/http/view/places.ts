/** Where "g" and a letter lead, in the order of the list of keys; each is called `help:place.<name>`. */
const places = [
  { name: "work", letter: "w", href: "/work", for: "role" },
  { name: "portfolio", letter: "p", href: "/technologies", for: "role" },
  { name: "warnings", letter: "e", href: "/warnings", for: "role" },
  { name: "policy", letter: "o", href: "/policy", for: "role" },
  { name: "ledger", letter: "l", href: "/ledger", for: "role" },
  { name: "search", letter: "s", href: "/search", for: "role" },
  { name: "account", letter: "a", href: "/account", for: "person" },
  { name: "help", letter: "h", href: "/help", for: "anyone" },
  { name: "methods", letter: "m", href: "/methods", for: "anyone" },
] as const;

export type Place = (typeof places)[number];

/** Those that a person may go to; null: nobody is signed in. */
export const placesFor = (person: { readonly works: boolean } | null): readonly Place[] =>
  places.filter((place) => place.for === "anyone" || (person !== null && (place.for === "person" || person.works)));
