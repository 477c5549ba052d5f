import type { ActorFacts, PersonFacts } from "./facts.ts";
import type { Day, Instant, PersonId } from "../words/text.ts";
import type { LinkMade, LinkPurpose, LinkRequest } from "./link.ts";
import type { Role } from "./roles.ts";

/** What happened to one person in this house. Names and addresses are kept beside the ledger, where they stay erasable. */
export type PersonEvent =
  | Event<"PersonAdded", { readonly roles: readonly Role[]; readonly department: string | null }>
  | Event<"RoleGranted", { readonly role: Role }>
  | Event<"RoleRevoked", { readonly role: Role }>
  | Event<"DepartmentChanged", { readonly department: string | null }>
  | Event<"PersonDisabled", Nothing>
  | Event<"PersonEnabled", Nothing>
  | Event<"DeputyNamed", Deputy>
  | Event<"DeputyEnded", Nothing>
  | Event<"LinkAsked", LinkRequest>
  | Event<"LinkRefused", Nothing>
  | Event<"LinkMade", LinkMade>
  | Event<"LinkUsed", { readonly purpose: LinkPurpose; readonly barredUntil: Instant | null }>
  | Event<"SessionsEnded", Nothing>
  | Event<"DetailsChanged", { readonly changed: readonly Detail[] }>
  | Event<"NoticeAcknowledged", { readonly upTo: number }>;

/** What is kept beside the ledger: that it changed is on record, never what it was or is. */
type Detail = "name" | "email";

type Nothing = { readonly [none in never]: never };

interface Event<T extends string, P> {
  readonly type: T;
  readonly schema: 1;
  readonly payload: P;
}

export interface Deputy {
  readonly deputy: PersonId;
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
}

export type PersonCommand =
  | { readonly type: "AddPerson"; readonly roles: readonly Role[]; readonly department: string | null }
  | { readonly type: "GrantRole"; readonly role: Role }
  | { readonly type: "RevokeRole"; readonly role: Role }
  | { readonly type: "ChangeDepartment"; readonly department: string | null }
  | { readonly type: "DisablePerson" }
  | { readonly type: "EnablePerson" }
  | ({ readonly type: "NameDeputy" } & Deputy)
  | { readonly type: "EndDeputy" }
  /** For a link to a new password, which somebody else then confirms. */
  | { readonly type: "AskLink" }
  | { readonly type: "ConfirmLink" }
  /** A request, or a link that was made and not used yet. */
  | { readonly type: "RefuseLink" }
  /** Without anybody's confirmation: an invitation, or a reset where there is nobody to confirm it. */
  | { readonly type: "MakeLink"; readonly purpose: LinkPurpose }
  | { readonly type: "UseLink" }
  | { readonly type: "EndSessions" }
  | { readonly type: "ChangeDetails"; readonly changed: readonly Detail[] }
  /** Ledger position up to which the person has read what others did to the account. */
  | { readonly type: "AcknowledgeNotice"; readonly upTo: number };

/** Folded from one person's stream. Null: not added yet. */
export interface PersonState {
  readonly roles: readonly Role[];
  readonly department: string | null;
  readonly disabled: boolean;
  readonly deputy: Deputy | null;
  /** From this instant on the account decides again; in the past where no wait is on. Null: there never was one. */
  readonly barredUntil: Instant | null;
  /** Waits for a confirmation, until it expires. */
  readonly request: LinkRequest | null;
  /** The newest link; `open` while nobody has used or refused it. */
  readonly link: (LinkMade & { readonly open: boolean }) | null;
  /** Somebody came in by a link. */
  readonly entered: boolean;
  /** Ledger position up to which the person has acknowledged what others did. */
  readonly acknowledged: number;
}

export interface PeopleFacts {
  readonly now: Instant;
  readonly today: Day;
  readonly actor: ActorFacts;
  /** Whose stream it is. */
  readonly subject: PersonId;
  /** Everyone who is not disabled, with the roles held now. */
  readonly people: readonly Pick<PersonFacts, "id" | "roles" | "barredUntil">[];
  /** Departments that exist. */
  readonly departments: readonly string[];
  /** What the newest version of the policy says of people. */
  readonly policy: PeopleRules;
  /** The ledger knows a technology: there is something to decide. */
  readonly anyTechnology: boolean;
}

/** The part of a policy by which accounts and offices are kept. */
interface PeopleRules {
  readonly terms: { readonly deputyDays: number };
  readonly accounts: { readonly linkWaitHours: number; readonly soleLinkWaitHours: number };
}
