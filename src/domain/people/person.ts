import type { ActorFacts, PersonFacts } from "../technology/facts.ts";
import type { Day, PersonId } from "../technology/text.ts";
import type { Policy } from "../policy/policy.ts";
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
  | Event<"DeputyEnded", Nothing>;

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
  | { readonly type: "EndDeputy" };

/** Folded from one person's stream. Null: not added yet. */
export interface PersonState {
  readonly roles: readonly Role[];
  readonly department: string | null;
  readonly disabled: boolean;
  readonly deputy: Deputy | null;
}

export interface PeopleFacts {
  readonly today: Day;
  readonly actor: ActorFacts;
  /** Whose stream it is. */
  readonly subject: PersonId;
  /** Everyone who is not disabled, with the roles held now. */
  readonly people: readonly Pick<PersonFacts, "id" | "roles">[];
  /** Departments that exist. */
  readonly departments: readonly string[];
  /** The newest version. */
  readonly policy: Policy;
}
