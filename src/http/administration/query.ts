import type { DoneQuery, Place } from "../../application/administration.ts";
import { loggedKinds } from "../../authority/administrative-log.ts";
import { isInstant } from "../../domain/words/days.ts";
import { spanOf } from "../forms/entry-filter.ts";
import type { Typed } from "../forms/entry-filter.ts";
import type { House } from "../house.ts";
import type { Problem } from "../forms/problems.ts";

/** What the ledger has of these kinds, and what the log has. */
const ledgerKinds = {
  links: ["LinkAsked", "LinkRefused", "LinkMade", "LinkUsed"],
  roles: ["PersonAdded", "RoleGranted", "RoleRevoked", "DepartmentChanged", "PersonDisabled", "PersonEnabled"],
  deputies: ["DeputyNamed", "DeputyEnded"],
  details: ["DetailsChanged", "NoticeAcknowledged"],
  sessions: ["SessionsEnded"],
  committee: ["MemberAppointed", "MembershipEnded"],
} as const;
type LedgerKind = keyof typeof ledgerKinds;

export const administrationKinds: readonly string[] = [...Object.keys(ledgerKinds), "house", ...loggedKinds];

/** Which kind a line or an entry is shown as. */
export function kindOf(house: House, type: string): string {
  const ofPeople = (Object.keys(ledgerKinds) as LedgerKind[]).find((kind) =>
    (ledgerKinds[kind] as readonly string[]).includes(type),
  );
  return ofPeople ?? (house.typesIn("house").includes(type) ? "house" : type);
}

function typesOf(house: House, kind: string): readonly string[] | null {
  if (kind === "house") return house.typesIn("house");
  return Object.hasOwn(ledgerKinds, kind) ? ledgerKinds[kind as LedgerKind] : null;
}

export function queryOf(
  house: House,
  typed: Typed,
  timeZone: string,
): { readonly query: Omit<DoneQuery, "after" | "limit">; readonly problems: readonly Problem[] } {
  const { from, until, problems } = spanOf(typed, timeZone);
  const ledger = typesOf(house, typed.kind);
  const logged = loggedKinds.find((kind) => kind === typed.kind);
  return {
    problems,
    query: {
      from,
      until,
      types: ledger ?? (logged === undefined ? [...house.typesIn("people", "house"), ...ledgerKinds.committee] : []),
      kind: ledger === null ? logged : null,
      ...(typed.person !== "" && { person: typed.person }),
    },
  };
}

/** A place in the list as it stands in an address. */
export const placeText = ({ at, from, id }: Place): string => `${at}~${from}~${id}`;

/** Anything else begins with the newest. */
export function placeOf(text: string | undefined): Place | null {
  const [at = "", from, id] = (text ?? "").split("~");
  const number = Number(id);
  if (!isInstant(at) || (from !== "ledger" && from !== "log") || !Number.isSafeInteger(number)) return null;
  return { at, from, id: number };
}
