import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { PersonId } from "../domain/words/text.ts";

/** How tables of one source are read, as somebody said once. */
export interface RememberedMapping {
  /** sourceKey of its headings. */
  readonly source: string;
  readonly mapping: Mapping;
  readonly givenBy: PersonId;
  /** Ms since 1970. */
  readonly givenAt: number;
}

export interface Mappings {
  /** In place of what was said of this source and format before. */
  remember(given: Pick<RememberedMapping, "source" | "mapping" | "givenBy">): Promise<void>;
  /** The newest of a source, or the one of this format. */
  find(source: string, format?: FormatName): Promise<RememberedMapping | null>;
  /** Where this very mapping is remembered, for the pages of what was read with it. */
  same(mapping: Mapping): Promise<RememberedMapping | null>;
  /** What this person said; what somebody else has said of the source since stays. */
  forget(remembered: RememberedMapping): Promise<void>;
  /** Where this very mapping is remembered, whoever said it: its words are to be erased. */
  forgetSame(mapping: Mapping): Promise<void>;
}

/** What holds for the next file of a source too: when the last one was observed and who its people are does not. */
export function lasting({ stated = {}, people: _, member: __, ...mapping }: Mapping): Mapping {
  const timeless = Object.fromEntries(
    Object.entries(stated).filter(([column]) => column !== "from" && column !== "to"),
  );
  return { ...mapping, ...(Object.keys(timeless).length > 0 && { stated: timeless }) };
}

/** Whether two say the same of a source's headings: its files' encodings and what was stated of each may differ. */
export function saySame(a: Mapping, b: Mapping): boolean {
  return ofHeadings(a) === ofHeadings(b);
}

function ofHeadings({ format, columns, conditions, rows, values = {}, leftOut = {} }: Mapping): string {
  return canonicalJson({ format, columns, conditions, rows, values, leftOut });
}
