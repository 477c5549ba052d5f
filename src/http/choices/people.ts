import type { Identities, Named } from "../../authority/identities.ts";
import { personIn } from "../../domain/people/roster.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import { mostFound, mostListed } from "./choices.ts";
import type { Choices } from "./choices.ts";

/** Above so many people everybody is searched first. */
const mostAsked = 500;

type Somebody = { readonly id: string };

type Offered<P extends Somebody> = {
  /** Among whom is looked: the same list for as long as the same people are in it. */
  readonly among: readonly P[];
  /** Whoever of them may be named; all, where this is not given. */
  readonly may?: (person: P) => boolean;
  /** How one is called; the name alone where this is not given. */
  readonly label?: (person: P, name: string) => string;
  /** What is said beneath the name. */
  readonly sub?: (person: P) => string | undefined;
  readonly address: string;
  /** At most so many are found; as many as a field shows, where this is not given. */
  readonly most?: number;
};

/** People by name. Names stand beside the ledger: somebody whose name was erased is offered no more. */
export function peopleChoices<P extends Somebody>(
  identities: Identities,
  { locale }: Pick<Language, "locale">,
  { among, may = () => true, label = (_, name) => name, sub, address, most = mostFound }: Offered<P>,
): Choices {
  // Some of them may not be named.
  const mostLooked = 3 * most;
  const option = (person: P | undefined, name: string | undefined): readonly Choice[] =>
    person === undefined || name === undefined || !may(person)
      ? []
      : [{ value: person.id, label: label(person, name), hint: sub?.(person) }];
  return {
    address,
    async all() {
      if (among.length > mostListed) return null;
      const names = await identities.names(among.map(({ id }) => id));
      return among
        .flatMap((person) => option(person, names.get(person.id)))
        .toSorted((a, b) => a.label.localeCompare(b.label, locale));
    },
    async find(text) {
      const offered = (named: readonly Named[]): readonly Choice[] =>
        named.flatMap(({ person, name }) => option(personIn(among, person), name)).slice(0, most);
      // A list of thousands takes longer to ask than the few who are called so.
      const anybody =
        among.length > mostAsked ? await identities.search({ text, among: null, limit: mostLooked }) : null;
      const some = anybody === null ? [] : offered(anybody);
      if (anybody !== null && (some.length === most || anybody.length < mostLooked)) return some;
      const ids = among.map(({ id }) => id);
      return offered(await identities.search({ text, among: ids, limit: mostLooked }));
    },
    async named(value) {
      return option(personIn(among, value), (await identities.names([value])).get(value))[0] ?? null;
    },
  };
}
