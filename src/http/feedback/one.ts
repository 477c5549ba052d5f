import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import { isOpenMessage, openQuestion, standingOfMessage } from "../../domain/feedback/message.ts";
import type { Deps } from "../deps.ts";
import { renderTechnology } from "../technology-page.ts";
import type { ButtonModel, FactModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { courseOf } from "./course.ts";
import { feedbackCrumb, messagePage } from "./page.ts";
import type { MessagePage } from "./page.ts";
import { categoryName, standingTag } from "./words.ts";
import { workingOf } from "./working.ts";

/** One message: what was said so far, by when it is answered, and what may be done. */
export const onePages = (deps: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const { services } = deps;
    const page = await messagePage(services, req, res);
    const { language, row, message, today } = page;
    const { t } = language;
    const policies = services.views.policies.byVersion();
    const policy = services.views.policies.current();
    // How somebody is reached is for those who answer, and for nobody who only reads.
    const contact = page.answers ? await services.feedbackContacts.of(page.id, today) : null;
    await renderTechnology(
      res,
      page,
      "pages/feedback/one",
      {
        title: t("feedback:one.title", { number: message.received.position, name: row.name }),
        trail: [feedbackCrumb(page)],
        lead: leadOf(page),
      },
      {
        tag: standingTag(language, standingOfMessage(message, today)),
        buttons: buttonsOf(page, await elsewhereOf(deps, page)),
        facts: {
          facts: [
            { term: t("feedback:column.category"), value: categoryName(language, policy, message.category) },
            { term: t("feedback:column.severity"), value: t(`words:feedbackSeverity.${message.severity}`) },
            ...factWhere(t("feedback:column.place"), message.place),
            ...factWhere(t("feedback:column.group"), message.group),
            { term: t("feedback:column.channel"), value: t(`words:feedbackChannel.${message.channel}`) },
            ...(page.answers
              ? [{ term: t("feedback:one.contact"), value: contact ?? t("feedback:one.noContact") }]
              : []),
          ],
        },
        working: { facts: workingOf(language, message, policies[message.due.policy] ?? policy) },
        course: courseOf(language, message, page.words),
        erasures: page.person.roles.includes("administrator") ? erasuresOf(page) : null,
      },
    );
  },
});

const factWhere = (term: string, value: string | null): readonly FactModel[] =>
  value === null ? [] : [{ term, value }];

function leadOf({ language: { t, format }, message, today }: MessagePage): Content {
  const { due, callBack } = message;
  if (callBack !== null && callBack.done === null)
    return t.html("feedback:one.lead.call", { day: format.date(callBack.due), due: format.due(callBack.due, today) });
  const standing = standingOfMessage(message, today);
  return t.html(`feedback:one.lead.${standing}`, { day: format.date(due.on), due: format.due(due.on, today) });
}

function buttonsOf(page: MessagePage, elsewhere: readonly ButtonModel[]) {
  const { answers, message, id, at, language, today } = page;
  const { t } = language;
  if (!answers) return null;
  const button = (act: string): ButtonModel => ({
    text: t(`feedback:act.${act}.link`),
    href: at(`feedback/${id}/${act}`),
  });
  const open = isOpenMessage(message);
  const asked = openQuestion(message) !== null;
  const [filled, ...quiet] = [
    ...(message.callBack !== null && message.callBack.done === null ? [button("call")] : []),
    ...(open ? [button("answer")] : []),
    ...(open && !asked ? [button("question")] : []),
    ...(open && asked ? [button("reply")] : []),
    ...(open && message.extension === null && today <= message.due.on ? [button("extension")] : []),
    ...(!open && message.reopened === null ? [button("reopening")] : []),
    ...elsewhere,
  ];
  return { filled, quiet };
}

/** What other rooms do about what a message says. */
async function elsewhereOf(
  { services, house }: Deps,
  { row, person, message, at, language: { t } }: MessagePage,
): Promise<readonly ButtonModel[]> {
  const open = await actionsFor(services, row.id, person);
  return [...house.acts].flatMap(([command, act]) =>
    act.fromMessage === true && open.includes(command)
      ? [{ text: t(`technology:fromMessage.${command}`), href: at(`${act.at}?message=${message.received.position}`) }]
      : [],
  );
}

function erasuresOf({ message, id, at, language: { t } }: MessagePage) {
  return message.texts
    .filter((digest) => !message.erased.includes(digest))
    .map((digest, i) => ({
      text: t("feedback:one.erase", { number: i + 1 }),
      href: at(`feedback/${id}/erasure/${digest}`),
    }));
}
