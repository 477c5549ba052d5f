import type { Deputy, PersonState } from "../domain/people/person.ts";
import type { Role } from "../domain/people/roles.ts";
import type { PersonFacts } from "../domain/people/facts.ts";
import { personIn } from "../domain/people/roster.ts";
import type { Day, Instant, PersonId } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { answersPer } from "./answers-per-state.ts";
import { personRecords } from "./record-kinds.ts";
import type { PersonRecord } from "./record-kinds.ts";
import type { Records } from "./records.ts";

export interface PersonView {
  readonly id: PersonId;
  readonly roles: readonly Role[];
  readonly department: string | null;
  readonly disabled: boolean;
  /** The deputy this person named, with the days. */
  readonly deputy: Deputy | null;
  /** From this instant on the account decides; null where no link was ever made for it by others. */
  readonly barredUntil: Instant | null;
  /** A link to a new password that waits for a confirmation, until it expires. */
  readonly request: PersonState["request"];
  /** The newest link. */
  readonly link: PersonState["link"];
  /** Positions of what others did to the account and this person has not acknowledged. */
  readonly untold: readonly number[];
  readonly version: number;
}

/** Who works here and as what. Names stand in the authority tables. */
export interface People {
  all(): readonly PersonView[];
  /** Not disabled. */
  active(): readonly PersonView[];
  of(id: PersonId): PersonView | null;
  /** Not disabled, and holding the role. */
  holding(role: Role): readonly PersonView[];
  /** Not disabled, and a link to a new password was asked for or made: few, whoever works here. */
  withLink(): readonly PersonView[];
  /** Everyone who is not disabled, as deciders want them. */
  facts(today: Day): readonly PersonFacts[];
  /** Those who named a deputy, whenever for. */
  withDeputy(): readonly PersonView[];
  /** Offices a person deputises today. */
  deputyFor(id: PersonId, today: Day): readonly PersonId[];
}

export function peopleReader(records: Records): People {
  const states = () => records.all<PersonRecord>("person");
  // Thousands of people are asked for at every request and change a few times a day.
  const answers = answersPer(() => String(records.changes));
  const active = () => answers("active", () => [...states()].filter(([, state]) => !state.disabled));
  const facts = (today: Day) => answers(`on ${today}`, () => factsOn(active(), today));
  return {
    all: () => answers("all", () => [...states()].map(([id, state]) => view(id, state))),
    active: () => answers("views of the active", () => active().map(([id, state]) => view(id, state))),
    of: (id) => {
      const state = states().get(id);
      return state === undefined ? null : view(id, state);
    },
    holding: (role) =>
      answers(`holding ${role}`, () =>
        active()
          .filter(([, { roles }]) => roles.includes(role))
          .map(([id, state]) => view(id, state)),
      ),
    withLink: () =>
      answers("with link", () =>
        active()
          .filter(([, { request, link }]) => request !== null || link !== null)
          .map(([id, state]) => view(id, state)),
      ),
    facts,
    withDeputy: () =>
      answers("with a deputy", () =>
        active()
          .filter(([, { deputy }]) => deputy !== null)
          .map(([id, state]) => view(id, state)),
      ),
    deputyFor: (id, today) => personIn(facts(today), id)?.deputyFor ?? [],
  };
}

/** Everyone who is not disabled after these entries of people's streams, as deciders want them. */
export function factsOfEntries(entries: readonly LedgerEvent[], today: Day): readonly PersonFacts[] {
  const states = new Map<PersonId, PersonRecord>();
  for (const event of entries) {
    const id = personRecords.idOf(event.stream);
    if (id !== null) states.set(id, personRecords.evolve(states.get(id) ?? null, event));
  }
  return factsOn(
    [...states].filter(([, { disabled }]) => !disabled),
    today,
  );
}

function factsOn(people: readonly (readonly [PersonId, PersonRecord])[], today: Day): readonly PersonFacts[] {
  const offices = officesByDeputy(people, today);
  return people.map(([id, { roles, department, barredUntil }]) => ({
    id,
    roles,
    department,
    barredUntil,
    deputyFor: offices.get(id) ?? [],
  }));
}

function officesByDeputy(
  people: readonly (readonly [PersonId, PersonRecord])[],
  today: Day,
): Map<PersonId, PersonId[]> {
  const offices = new Map<PersonId, PersonId[]>();
  for (const [office, { deputy }] of people) {
    if (deputy === null || today < deputy.from || today > deputy.until) continue;
    const own = offices.get(deputy.deputy);
    if (own === undefined) offices.set(deputy.deputy, [office]);
    else own.push(office);
  }
  return offices;
}

const view = (id: PersonId, { entered: _, acknowledged: __, ...record }: PersonRecord): PersonView => ({
  id,
  ...record,
});
