import { unzipped, zipMembers } from "../../src/evidence/archive/zip.ts";
import { isUnreadable } from "../../src/evidence/unreadable.ts";

/** The parts of a ZIP archive by name, as text. */
export function partsOf(zip: Buffer): ReadonlyMap<string, string> {
  const members = zipMembers(zip);
  if (isUnreadable(members)) throw new Error(members.reason);
  return new Map(
    members.map((member) => {
      const content = unzipped(zip, member);
      if (isUnreadable(content)) throw new Error(content.reason);
      return [member.name, content.toString("utf8")];
    }),
  );
}

/** What stands in a workbook or a document, as markup; every part of it. */
export const markupOf = (zip: Buffer): string => [...partsOf(zip).values()].join("\n");
