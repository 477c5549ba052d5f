import type { InterfaceAudience, InterfaceDirection, InterfaceKind } from "../../domain/interfaces/declared.ts";

export interface DepartmentSharing {
  readonly department: string;
  /** Technologies that people use, and those of them that have stated their interfaces. */
  readonly live: number;
  readonly stated: number;
  /** Those that exchange nothing with another technology and share no version of a standard with one. */
  readonly chimneys: number;
}

export interface DepartmentExchange {
  readonly provider: string;
  readonly consumer: string;
  /** Interfaces declared between them; those of them under no standard. */
  readonly interfaces: number;
  readonly without: number;
}

/** Ends by their slugs. */
export interface TechnologyExchange {
  readonly provider: string;
  readonly consumer: string;
  readonly standard: string | null;
  /** 1: one side's statement of it is accepted. */
  readonly accepted: number;
  /** How many interfaces were declared so, by either side. */
  readonly interfaces: number;
}

/** Behind this pair the next page begins: a technology of the department by its slug, and the other end by its id. */
export interface ExchangePlace {
  readonly slug: string;
  readonly other: string;
}

interface ExchangePage {
  readonly exchanges: readonly TechnologyExchange[];
  /** Null: there are no more. */
  readonly next: ExchangePlace | null;
}

export interface ListedInterface {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly place: number;
  readonly interface: string;
  readonly direction: InterfaceDirection;
  readonly kind: InterfaceKind;
  readonly standard: string | null;
  readonly other: string | null;
  readonly otherName: string | null;
  readonly otherDepartment: string | null;
  readonly outside: string | null;
  readonly audience: InterfaceAudience | null;
  readonly accepted: number;
  /** Joined by commas; null where none is named. */
  readonly data: string | null;
}

/** Behind this row of this technology the next page begins. */
export interface MapPlace {
  readonly technology: string;
  readonly place: number;
}

/** Live, and without exchange or shared standard. */
export interface Chimney {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  /** 0: it has not stated its interfaces. */
  readonly stated: number;
}

/** A technology that works with the same data, or under another version of the same standard. */
export interface Neighbour {
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly data: string | null;
  readonly standard: string | null;
}

/** Technologies that offer the same data to the same people. */
export interface Duplicate {
  readonly audience: InterfaceAudience;
  readonly data: string;
  readonly technologies: readonly { readonly slug: string; readonly name: string; readonly department: string }[];
}

export interface InterfaceQueries {
  departments(): readonly DepartmentSharing[];
  exchanges(): readonly DepartmentExchange[];
  /** At most so many exchanges of the whole house. */
  ofAll(limit: number): readonly TechnologyExchange[];
  /** Those that a department is an end of, between at most so many pairs of technologies behind a place. */
  ofDepartment(department: string, after: ExchangePlace, limit: number): ExchangePage;
  /** Interfaces behind a place, of everybody or as the technologies of a department state them. */
  page(department: string | null, after: MapPlace, limit: number): readonly ListedInterface[];
  count(): number;
  /** By slug, behind one. */
  chimneys(department: string | null, after: string, limit: number): readonly Chimney[];
  /** Who could share with a technology; null where nobody works with the same. */
  neighbour(technology: string): Neighbour | null;
  /** What more than one technology offers to the same people; null: of the whole house. */
  duplicates(department: string | null, limit: number): readonly Duplicate[];
  /** How much of that there is in all. */
  duplicateCount(department: string | null): number;
}
