import { createHmac, timingSafeEqual } from "node:crypto";
import type { ComposedMail, MailWords } from "../../application/mails/compose.ts";
import type { MailMatter } from "../../application/mails/matters.ts";
import type { Addressee } from "../../application/mails/readers.ts";
import type { DigestLine } from "../../domain/mails/digest.ts";
import type { MailPurpose } from "../../authority/outbox.ts";
import type { WorkItem } from "../../projections/work/types.ts";
import type { Deps } from "../deps.ts";
import { faceIn } from "../face.ts";
import { departmentName } from "../say/department.ts";
import { workWords } from "../say/work-item.ts";
import type { Language } from "../view/languages.ts";
import type { MailLine, MailModel } from "./mail-model.ts";
import { plainMail } from "./plain-mail.ts";

/** The words of mails, made of what pages say: the same names, the same links. */
export function mailWords(deps: Deps, site: string): MailWords {
  const kinds = [...deps.house.work.keys()];
  const place = (person: string): string => `/unsubscribe/${unsubscribeToken(deps, person)}`;
  return {
    kinds,
    unsubscribe: (person) => `${site}${place(person)}/one-click`,
    compose: async (to, purpose, lines, rest) => {
      const { templates } = faceIn(to.timeZone);
      const language = templates.languages.of(to.locale);
      const listed = await linesOf(deps, language, { lines, site });
      const model = modelOf(language, {
        to,
        purpose,
        lines: listed,
        late: countLate(lines),
        rest,
        site,
        end: place(to.person.id),
      });
      return composed(model, templates.part("pages/mails/mail", to.locale, model).text);
    },
  };
}

/** Who it stands for can be read in it; only this house can have made it. */
const unsubscribeToken = ({ services }: Pick<Deps, "services">, person: string): string =>
  `${Buffer.from(person).toString("base64url")}.${signatureOf(services.accounts.secret, person)}`;

/** Null where this house did not make it. */
export function personInToken({ services }: Pick<Deps, "services">, token: string): string | null {
  const [id = "", signature = ""] = token.split(".");
  const person = Buffer.from(id, "base64url").toString("utf8");
  const expected = Buffer.from(signatureOf(services.accounts.secret, person));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? person : null;
}

const signatureOf = (secret: string, person: string): string =>
  createHmac("sha256", secret).update(`unsubscribe ${person}`).digest("base64url");

const composed = (model: MailModel, html: string): ComposedMail => ({
  subject: model.subject,
  text: plainMail(model),
  html,
});

const countLate = (lines: readonly DigestLine<MailMatter>[]): number =>
  lines.filter(({ nearness }) => nearness === "late").length;

interface Composing {
  readonly to: Addressee;
  readonly purpose: MailPurpose;
  readonly lines: readonly MailLine[];
  readonly late: number;
  readonly rest: number;
  readonly site: string;
  /** Where the mails are ended. */
  readonly end: string;
}

function modelOf({ t, locale }: Language, { purpose, lines, late, rest, site, end }: Composing): MailModel {
  const count = lines.length;
  return {
    lang: locale,
    subject: subjectOf(t, purpose, lines, late),
    lead: t(`mails:lead.${purpose}`, { count }),
    lines,
    rest: rest > 0 ? t("mails:rest", { count: rest }) : null,
    links: [
      { text: t("mails:link.work"), href: `${site}/work` },
      { text: t("mails:link.preferences"), href: `${site}/account/notifications` },
      { text: t("mails:link.end"), href: `${site}${end}` },
    ],
    ends: [t(`mails:foot.${purpose}`), t("mails:foot.noAnswers")],
  };
}

function subjectOf(t: Language["t"], purpose: MailPurpose, lines: readonly MailLine[], late: number): string {
  const [first] = lines;
  if (purpose === "urgent" && first !== undefined && lines.length === 1)
    return t("mails:subject.urgentOne", { title: first.title, what: first.what });
  if (purpose === "urgent") return t("mails:subject.urgent", { count: lines.length });
  return late > 0
    ? t("mails:subject.late", { count: lines.length, late })
    : t("mails:subject.digest", { count: lines.length });
}

type AboutWork = Extract<MailMatter, { readonly about: "work" }>;

interface ToSay {
  readonly lines: readonly DigestLine<MailMatter>[];
  readonly site: string;
}

async function linesOf(deps: Deps, language: Language, { lines, site }: ToSay): Promise<readonly MailLine[]> {
  const accounts = lines.flatMap(({ matter }) => (matter.about === "account" ? [matter.account] : []));
  const names = await deps.people.names(accounts.flatMap(({ person, by }) => [person, by]));
  const written: MailLine[] = [];
  for (const { matter, because } of lines) {
    const own = matter.about === "work" ? await workLine(deps, language, matter) : accountLine(language, matter, names);
    const why = whySaid(language, matter);
    written.push({ ...own, href: site + own.href, because: language.t(`mails:because.${because}`), why });
  }
  return written;
}

async function workLine(deps: Deps, language: Language, { work: item }: AboutWork) {
  const { house, services } = deps;
  const { t, format } = language;
  const words = workWords(house.work, item.kind);
  const { technology, due, dueAt } = item;
  const what = item.kind === "held" ? await heldSaid(deps, language, technology.id) : kindSaid(deps, language, item);
  const department = departmentName(language, services.views.departments.all(), technology.department);
  const at = dueAt !== null ? format.dateTime(dueAt) : due === null ? null : format.date(due);
  return {
    title: words.title?.(language, item) ?? technology.name,
    what: `${what} · ${department}`,
    due: at === null ? "" : t("mails:due", { at }),
    href: words.href(item),
  };
}

function kindSaid({ house, services }: Deps, language: Language, { kind, gate, subject }: WorkItem): string {
  const words = workWords(house.work, kind);
  const policy = services.views.policies.current();
  return language.t(`work:kind.${kind}`, {
    // Where the title names it, it is not said again.
    gate: gate === null || words.title !== undefined ? "" : language.t(`events:gate.${gate}`),
    subject: subject === null ? "" : (words.subject?.(language, policy, subject) ?? subject),
  });
}

/** For whoever may release it, and for whoever only has to know; what it is held for stands first. */
async function heldSaid({ services }: Deps, { t, format }: Language, technology: string): Promise<string> {
  const state = await services.views.technologyState(technology);
  const causes = new Set((state?.rollout?.hold?.causes ?? []).map(({ kind }) => t(`mails:held.${kind}`)));
  return [format.list([...causes]), t("mails:held.text")].filter((part) => part !== "").join(" · ");
}

function accountLine(
  { t, format }: Language,
  { account }: Extract<MailMatter, { readonly about: "account" }>,
  names: ReadonlyMap<string, string>,
) {
  const name = (id: string): string => names.get(id) ?? t("events:somebody");
  return {
    title: t(`work:account.${account.kind}`, { name: name(account.person) }),
    what: t(`work:account.${account.kind}-text`, { by: name(account.by) }),
    due: t("mails:due", { at: format.dateTime(account.until) }),
    href: "/work",
  };
}

function whySaid({ t }: Language, matter: MailMatter): string {
  const role = matter.about === "work" ? (matter.work.role ?? "planner") : "planner";
  return t(`mails:why.${matter.why}`, { role: t(`words:role.${role}`) });
}
