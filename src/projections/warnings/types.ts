import type { Role } from "../../domain/people/roles.ts";
import type { DayOrInstant, WarningWeight } from "../../domain/technology/manifest/warnings.ts";
import type { WarningKind } from "../../domain/technology/warnings.ts";
import type { PersonId } from "../../domain/words/text.ts";
import type { PortfolioRow } from "../portfolio/types.ts";

/** A warning that is there now. */
export interface ListedWarning {
  readonly technology: PortfolioRow;
  readonly kind: WarningKind;
  readonly subject: string | null;
  readonly from: DayOrInstant;
  readonly due: DayOrInstant | null;
  readonly late: boolean;
  readonly weight: WarningWeight;
  readonly person: PersonId | null;
  readonly role: Role | null;
  readonly excluded: readonly PersonId[];
  readonly params: { readonly [name: string]: string | number };
}

export interface WarningFilter {
  readonly kind?: WarningKind | undefined;
  readonly department?: string | undefined;
  /** Who has it: a person, or a role. */
  readonly person?: PersonId | undefined;
  readonly role?: Role | undefined;
  /** Those that this person has by name or by a role. */
  readonly of?: { readonly id: PersonId; readonly roles: readonly Role[] } | undefined;
}

interface WarningQuery extends WarningFilter {
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

interface WarningPage {
  readonly items: readonly ListedWarning[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export interface Warnings {
  /** A page of them, what was to be done first at the top. */
  page(query: WarningQuery): WarningPage;
  /** How many there are, counted up to one more than `mostWarningsCounted`. */
  count(filter: WarningFilter): number;
  /** All of one technology. */
  of(technology: PortfolioRow): readonly ListedWarning[];
  /** How many each of some technologies has, by the keys of their rows in the portfolio; who has none is missing. */
  marks(technologyKeys: readonly number[]): ReadonlyMap<number, number>;
  /** The last instants that have passed at which a warning began and at which one ended; days come beside them. */
  passed(): string;
}
