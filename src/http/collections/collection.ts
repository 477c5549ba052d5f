import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import type { Config } from "../../config.ts";
import { asksTasks, doubts, standingOn } from "../../domain/technology/state/collections.ts";
import type { Batch } from "../../domain/technology/state/collections.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import { addressOfCode } from "../codes/addresses.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { plainWords } from "../private-words.ts";
import { askedGroup, collectionName, collectionTag, countFacts, progressText } from "../say/collection.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { localeNames } from "../view/locale.ts";
import { qrCode } from "../view/qr-code.ts";
import { answerPath } from "./addresses.ts";
import { issueFields } from "./issue-fields.ts";
import { linkOf } from "../../application/collections/link.ts";
import { collectionPage, collectionsCrumb } from "./page.ts";
import type { CollectionPage } from "./page.ts";

/** Before anybody typed: the key that the codes of this form are made from is drawn with it. */
const blankIssue = ({ technology }: CollectionPage): FormState =>
  blankForm({ count: "50", key: randomBytes(32).toString("base64url") }, technology.version);

/** One collection: what is fixed, how far it is, how people get to it, and what became of its answers. */
export const collectionPages = (deps: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await collectionPage(deps.services, req, res);
    await showCollection(deps, req, res, page, blankIssue(page));
  },
});

/** @param issue the form that gives out codes, as it was sent where it came back */
export async function showCollection(
  { services, config }: Deps,
  req: Request,
  res: Response,
  page: CollectionPage,
  issue: FormState,
): Promise<void> {
  const { language, collection, progress, today, row, open, at } = page;
  const { t } = language;
  const here = at(`collections/${collection.collection}`);
  const standing = standingOn(collection, today);
  const may = (command: TechnologyCommandType): boolean => open.includes(command) && collection.closed === null;
  const notes = collection.questionnaire === "tasks" && standing === "open" && mayNote(page);
  await renderTechnology(
    res,
    page,
    "pages/collections/collection",
    {
      title: t("collections:one.title", { name: row.name, collection: collectionName(language, collection) }),
      trail: [collectionsCrumb(page)],
      lead: leadOf(page),
      form: issue,
    },
    {
      tag: collectionTag(language, collection, today),
      progress: countFacts(language, collection, progress),
      shut: doorShut(services, page),
      hidden: collection.closed === null ? t("collections:one.hidden") : null,
      terms: termsOf(page),
      tasks: tasksOf(page),
      introduction: introductionOf(page),
      rule: doubts.map((doubt) => ({
        term: t(`collections:doubt.${doubt}`),
        value: t(`collections:treatment.${collection.doubtful[doubt]}`),
      })),
      link: standing === "ahead" || standing === "open" ? await linkModel(services, req, config, page) : null,
      batches: collection.batches.map((batch) => batchModel(page, batch)),
      issue:
        may("IssueCodes") && collection.way === "codes" && (standing === "ahead" || standing === "open")
          ? issueModel(page, issue)
          : null,
      sheet: notes ? `${here}/sheets` : null,
      closing: may("CloseCollection") ? `${here}/closing` : null,
      evidence: evidenceOf(page),
    },
  );
}

/** Whether nobody gets in who should, since an administrator has not opened the door to questionnaires. */
const doorShut = ({ views }: Deps["services"], { collection, today }: CollectionPage): boolean =>
  !views.outside.isOpen("questionnaires") && ["ahead", "open"].includes(standingOn(collection, today));

/** Whoever plans or evaluates may sit beside a participant. */
const mayNote = ({ person }: Pick<CollectionPage, "person">): boolean =>
  person.roles.includes("planner") || person.roles.includes("evaluator");

function leadOf({ language, collection, progress, today }: CollectionPage): Content {
  const { t, format } = language;
  const days = { from: format.date(collection.opensOn), until: format.date(collection.closesOn) };
  const { closed } = collection;
  const standing = standingOn(collection, today);
  const progressSaid = progressText(language, collection, progress);
  if (closed !== null)
    return t.html("collections:one.lead.closed", { day: format.date(closed.at), said: progressSaid });
  return t.html(`collections:one.lead.${progress.frozen ? "frozen" : standing}`, { ...days, said: progressSaid });
}

function termsOf({ language, collection, words }: CollectionPage): readonly FactModel[] {
  const { t, format } = language;
  const { questionnaire, groups, places, languages, opensOn, closesOn, way, most, ease } = collection;
  const fact = (name: string, value: Content): FactModel => ({ term: t(`collections:term.${name}`), value });
  const days = { from: format.date(opensOn), until: format.date(closesOn) };
  const named = places.map(({ place }) => plainWords(words, place)).filter((name) => name !== "");
  return [
    fact("questionnaire", t(`collections:questionnaire.${questionnaire}`)),
    fact("days", t("collections:days", days)),
    fact("languages", format.list(languages.map((language) => localeNames[language]))),
    fact(
      "groups",
      groups.length === 0
        ? t("collections:one.noGroups")
        : format.list(groups.map((group) => askedGroup(language, group))),
    ),
    ...(named.length === 0 ? [] : [fact("places", format.list(named))]),
    fact("way", way === "link" ? t("collections:one.linkMost", { count: most ?? 0 }) : t(`collections:way.${way}`)),
    ...(ease ? [fact("ease", t("collections:open.easeYes"))] : []),
  ];
}

const tasksOf = ({ collection, words, language }: CollectionPage): readonly Content[] =>
  asksTasks(collection) ? collection.tasks.map(({ task }) => textShown(language, words.get(task))) : [];

function introductionOf({ collection: { introduction }, words, language }: CollectionPage): readonly Content[] {
  return introduction === null ? [] : paragraphsShown(language, words.get(introduction));
}

async function linkModel(
  services: Deps["services"],
  req: Request,
  config: Config,
  { row, collection, language: { t }, words, at }: CollectionPage,
) {
  if (collection.way !== "link") return null;
  const code = await linkOf(services, { technology: row.id, collection: collection.collection });
  const address = addressOfCode(req, config, answerPath, code);
  return {
    address,
    code: inGroups(code),
    qr: qrCode(address, t("collections:link.qr")),
    poster: at(`collections/${collection.collection}/poster`),
    places: collection.places.map(({ place }, at) => ({
      name: plainWords(words, place),
      address: `${address}?place=${at + 1}`,
    })),
  };
}

function batchModel({ language, collection, words }: CollectionPage, { batch, count, group, place, at }: Batch) {
  const { t, format } = language;
  const where = place === null ? "" : plainWords(words, collection.places[place - 1]?.place ?? null);
  return {
    name: t("collections:codes.batch", { batch, count }),
    whom: [group === null ? t("collections:codes.anybody") : askedGroup(language, group), where]
      .filter((text) => text !== "")
      .join(t("common:comma")),
    at: format.date(at),
  };
}

function issueModel(page: CollectionPage, form: FormState) {
  const { collection, at, language } = page;
  const key = form.typed["key"];
  return {
    action: at(`collections/${collection.collection}/codes`),
    hidden: [...hiddenOf(form), { name: "key", value: typeof key === "string" ? key : "" }],
    ...issueFields(page, fieldsOf(form, language)),
  };
}

function evidenceOf({ collection: { closed }, language: { t }, at, words, language }: CollectionPage) {
  if (closed === null) return null;
  return {
    none: closed.evidence.length === 0 ? t("collections:one.noEvidence") : null,
    pieces: closed.evidence.map((piece) => ({
      text: t("collections:one.piece", { piece }),
      href: at(`evidence/${piece}`),
    })),
    reason: closed.reason === null ? null : html`${textShown(language, words.get(closed.reason))}`,
  };
}
