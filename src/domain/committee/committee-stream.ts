import { oneStream } from "../stream.ts";
import type { Envelope, Stream } from "../stream.ts";
import { day, object, oneOf, text, union } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import { decideMembership, evolveSeats } from "./membership.ts";
import type { MembershipCommand, MembershipEvent, MembershipFacts, Seats } from "./membership.ts";
import type { Organisation } from "./seat.ts";

export const organisationShape: Shape<Organisation> = union<Organisation, "kind">("kind", {
  department: object({ kind: oneOf("department"), department: text }),
  outside: object({ kind: oneOf("outside"), name: text }),
});

/** Where the entries about the expert committee stand. */
export const committeeStream = "committee";

/** The members of the expert committee: one stream for all of them. */
export const committee: Stream<MembershipEvent & Envelope, Seats, MembershipCommand, MembershipFacts> = {
  ...oneStream(committeeStream),
  events: {
    MemberAppointed: {
      schema: 1,
      payload: object({ member: text, field: text, organisation: organisationShape, from: day, until: day }),
    },
    MembershipEnded: { schema: 1, payload: object({ member: text, on: day }) },
  },
  initial: [],
  evolve: evolveSeats,
  decide: decideMembership,
  rolesToEnter: () => administrators,
};

const administrators: ReadonlySet<string> = new Set(["administrator"]);
