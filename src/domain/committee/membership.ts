import type { ActorFacts, PersonFacts } from "../people/facts.ts";
import { personIn } from "../people/roster.ts";
import { accepted, rejected } from "../words/decision.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { addDays } from "../words/days.ts";
import { when } from "../words/reasons.ts";
import type { Day, PersonId } from "../words/text.ts";
import { isToCome } from "./seat.ts";
import type { Organisation, Seat, Seating } from "./seat.ts";

/** Who is on the expert committee: one stream for all. A member need hold no role; the seat itself is the right. */
export type MembershipEvent =
  | {
      readonly type: "MemberAppointed";
      readonly schema: 1;
      readonly payload: Seating & { readonly member: PersonId };
    }
  | {
      readonly type: "MembershipEnded";
      readonly schema: 1;
      readonly payload: { readonly member: PersonId; readonly on: Day };
    };

export type MembershipCommand =
  | ({ readonly type: "AppointMember"; readonly member: PersonId } & Seating)
  | { readonly type: "EndMembership"; readonly member: PersonId };

export type Seats = readonly Seat[];

export interface MembershipFacts {
  readonly today: Day;
  readonly actor: ActorFacts;
  /** Everyone who is not disabled. */
  readonly people: readonly Pick<PersonFacts, "id" | "roles">[];
  /** Departments that exist. */
  readonly departments: readonly string[];
  /** Days of a term, at most: the newest policy's. */
  readonly termDays: number;
}

/** Characters of a field or an organisation, at most. */
export const mostLabel = 120;

export function evolveSeats(state: Seats, event: MembershipEvent): Seats {
  switch (event.type) {
    case "MemberAppointed": {
      const { member: person, ...seating } = event.payload;
      return [...state, { person, ...seating, endedOn: null }];
    }
    case "MembershipEnded": {
      const { member, on } = event.payload;
      return state.map((seat) => (seat.person === member && isToCome(seat, on) ? { ...seat, endedOn: on } : seat));
    }
    default:
      return event satisfies never;
  }
}

export function decideMembership(
  state: Seats,
  command: MembershipCommand,
  f: MembershipFacts,
): Decision<MembershipEvent> {
  switch (command.type) {
    case "AppointMember": {
      const { type: _, ...payload } = command;
      return unless(appointReasons(state, command, f), { type: "MemberAppointed", schema: 1, payload });
    }
    case "EndMembership": {
      const { member } = command;
      const any = state.some((seat) => seat.person === member && isToCome(seat, f.today));
      const reasons = [...administers(f), ...when(!any, "NoSuchMember", "member", { person: member })];
      return unless(reasons, { type: "MembershipEnded", schema: 1, payload: { member, on: f.today } });
    }
    default:
      return command satisfies never;
  }
}

type AppointMember = Extract<MembershipCommand, { type: "AppointMember" }>;

const appointReasons = (state: Seats, c: AppointMember, f: MembershipFacts): readonly Reason[] => [
  ...administers(f),
  ...personReasons(c.member, f),
  ...labelReasons(c.field, "field"),
  ...organisationReasons(c.organisation, f),
  ...termReasons(state, c, f),
];

/** Who administers appoints others; who audits changes nothing. */
function personReasons(member: PersonId, { people, actor }: MembershipFacts): readonly Reason[] {
  const person = personIn(people, member);
  const bars = person?.roles.filter((role) => role === "administrator" || role === "auditor") ?? [];
  return [
    ...when(person === undefined, "PersonDisabled", "member", { person: member }),
    ...when(bars.length > 0, "OfficeMayNotAdvise", "member", { person: member, roles: bars }),
    ...when(actor.id === member, "OwnSeat", "member"),
  ];
}

const labelReasons = (label: string, field: string): readonly Reason[] => [
  ...when(label.trim() === "", "LabelMissing", field),
  ...when(label.length > mostLabel, "LabelTooLong", field, { most: mostLabel }),
];

const organisationReasons = (organisation: Organisation, { departments }: MembershipFacts): readonly Reason[] =>
  organisation.kind === "outside"
    ? labelReasons(organisation.name, "organisation.name")
    : when(!departments.includes(organisation.department), "DepartmentUnknown", "organisation.department", {
        department: organisation.department,
      });

function termReasons(state: Seats, { member, from, until }: AppointMember, f: MembershipFacts): readonly Reason[] {
  const { today, termDays } = f;
  const overlaps = state.some(
    (seat) => seat.person === member && seat.endedOn === null && seat.from <= until && from <= seat.until,
  );
  return [
    ...when(until < from, "TermEndsBeforeItBegins", "until"),
    ...when(until >= from && until < today, "TermIsOver", "until"),
    ...when(until > addDays(from, termDays - 1), "TermTooLong", "until", { most: termDays }),
    ...when(overlaps, "MemberAlready", "from", { person: member }),
  ];
}

const administers = ({ actor }: MembershipFacts): readonly Reason[] =>
  when(!actor.roles.includes("administrator"), "RoleMissing", undefined, {
    person: actor.id,
    roles: ["administrator"],
  });

const unless = (reasons: readonly Reason[], event: MembershipEvent): Decision<MembershipEvent> =>
  reasons.length > 0 ? rejected(...reasons) : accepted(event);
