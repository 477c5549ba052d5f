import { setImmediate } from "node:timers/promises";
import type { Matter } from "../../domain/mails/digest.ts";
import type { Urgency } from "../../domain/mails/urgent.ts";
import { isUrgent, urgencies } from "../../domain/mails/urgent.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import { roles } from "../../domain/people/roles.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { PersonId } from "../../domain/words/text.ts";
import type { PersonView } from "../../projections/people.ts";
import type { OpenWork, WorkPage } from "../../projections/work/types.ts";
import { nowOf } from "../facts.ts";
import { accountMatters } from "../people/account-matters.ts";
import type { AccountMatter } from "../people/account-matters.ts";
import type { Services } from "../services.ts";

/** Something of a person's work, as a mail needs it. */
export type MailMatter = Matter &
  (
    | { readonly about: "work"; readonly work: OpenWork; readonly why: Why }
    | { readonly about: "account"; readonly account: AccountMatter; readonly why: Why }
  );

/** Why this person is told: by name, as who proposed it, or by a role that others have too. */
type Why = "named" | "proposer" | "sponsor" | "role" | "account";

/** So many are looked at for one mail; whoever has more reads My work. */
const most = 1000;
const atATime = 100;

/** What waits for a person: what My work lists, and nothing else. */
export async function mattersOf(
  services: Services,
  person: PersonView,
  kinds: readonly WorkKind[],
): Promise<readonly MailMatter[]> {
  const accounts = accountMatters(services.views.people, person, nowOf(services));
  const work = await workOf(services, person, kinds);
  return [
    ...accounts.map((account) => accountMatter(services, account)),
    ...work.map((item) => workMatter(item, person.id)),
  ];
}

/** In turns: a thousand rows at once would keep a page waiting that somebody asks for. */
async function workOf(
  { views: { work } }: Services,
  person: PersonView,
  kinds: readonly WorkKind[],
): Promise<readonly OpenWork[]> {
  const waiting: OpenWork[] = [];
  let after: string | undefined;
  do {
    const { items, next }: WorkPage = work.page(person, { kinds, after, limit: atATime });
    waiting.push(...items);
    after = next ?? undefined;
    await setImmediate();
  } while (after !== undefined && waiting.length < most);
  return waiting;
}

/** What is asked once for everybody, each time that anybody looks. */
export interface HasteGround {
  readonly holds: readonly OpenWork[];
  readonly roles: readonly Role[];
}

/** Roles in whose lists something cannot wait: mostly none, and then nobody's lists are read for what others have too. */
export const rolesInHaste = (services: Services): readonly Role[] =>
  roles.filter((role) => urgentAmong(services, { id: "", roles: [role] }).length > 0);

/** What of it cannot wait; a hold is told to whoever answers for the rollout, too. */
export function urgentOf(services: Services, person: PersonView, ground: HasteGround): readonly MailMatter[] {
  const { holds } = ground;
  const own = urgentAmong(services, { ...person, roles: person.roles.filter((role) => ground.roles.includes(role)) });
  const answersFor = holds.filter(
    (hold) =>
      [hold.technology.proposer, hold.technology.sponsor].includes(person.id) &&
      !own.some(({ kind, technology }) => kind === "held" && technology.id === hold.technology.id),
  );
  return [...own, ...answersFor].map((item) => workMatter(item, person.id));
}

function urgentAmong(
  services: Services,
  whose: { readonly id: PersonId; readonly roles: readonly Role[] },
): readonly OpenWork[] {
  const { views, today } = services;
  const { clockPercent } = views.policies.current().safeguards.warnings;
  const ground = { now: nowOf(services), today: today(), clockPercent };
  return views.work
    .page(whose, { kinds: urgencies, limit: most })
    .items.filter((item) => isUrgent({ ...item, kind: item.kind as Urgency }, ground));
}

/** Every rollout that is held, whoever may release it. */
export const openHolds = ({ views }: Services): readonly OpenWork[] =>
  views.work.page({ id: "", roles: ["approver"] }, { kinds: ["held"], limit: most }).items;

function workMatter(work: OpenWork, reader: PersonId): MailMatter {
  const { technology, kind, gate, subject, due, dueAt, late } = work;
  // A hold of now is another one than that of last year.
  const which = kind === "held" ? work.since : (subject ?? "");
  return {
    key: [technology.id, kind, gate ?? "", which].join(" "),
    due,
    dueAt,
    late,
    about: "work",
    work,
    why: whyOf(work, reader),
  };
}

function whyOf({ person, role, kind, technology }: OpenWork, reader: PersonId): Why {
  const own = kind === "held" || person === reader;
  if (own && technology.proposer === reader) return "proposer";
  if (own && technology.sponsor === reader) return "sponsor";
  return role === null ? "named" : "role";
}

function accountMatter({ dayOf }: Services, account: AccountMatter): MailMatter {
  const { kind, person, until } = account;
  const due = dayOf(until);
  return {
    key: `account ${kind} ${person}`,
    due,
    dueAt: until,
    late: false,
    about: "account",
    account,
    why: "account",
  };
}
