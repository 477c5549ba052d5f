import type { Request, Response } from "express";
import { z } from "zod";
import { gatherFacts } from "../../application/facts.ts";
import { seatOn } from "../../domain/committee/seat.ts";
import { committeeRulesOf } from "../../domain/policy/safeguards/committee.ts";
import { mayAdvise } from "../../domain/technology/committee/may-advise.ts";
import { addDays } from "../../domain/words/days.ts";
import { foundBy } from "../choices/choices.ts";
import type { Choices } from "../choices/choices.ts";
import { choicesField } from "../choices/fields.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { day, manyTexts, optionalText } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { organisationText } from "../say/organisation.ts";
import { panelCrumb, panelPage } from "./panel-page.ts";
import type { PanelPage } from "./panel-page.ts";

export const inviteSchema = z.object({
  members: manyTexts(50),
  deadline: day({ missing: "committee:invite.deadlineMissing" }),
  question: optionalText(4000),
});

type InvitePage = PanelPage & { readonly eligible: Choices };

/** An approver asks members of the committee; who may not advise here is not offered, nor accepted. */
export const invitePages = (deps: Deps) =>
  formPage<typeof inviteSchema, InvitePage>(
    deps.services,
    {
      schema: inviteSchema,
      roles: ["approver"],
      action: ({ at }) => at("committee/invitation"),
      blank: ({ row, panel, today }) =>
        formInStage(row, "InviteCommittee", { deadline: panel?.deadline ?? addDays(today, usualDays) }),
      command: ({ members, deadline, question }) => ({
        type: "InviteCommittee",
        members,
        deadline,
        question: question === "" ? null : { text: question },
      }),
      done: () => ({ to: "committee", key: "committee:invite.done" }),
      show: inviteShown,
    },
    async (req: Request, res: Response) => {
      const page = await panelPage(deps, req, res);
      return { ...page, eligible: eligibleFor(deps, page) };
    },
  );

async function inviteShown(page: InvitePage, fields: Fields): Promise<FormFace> {
  const { row, technology, policy, panel, language, at } = page;
  const { t } = language;
  const members = await membersField(page, fields);
  const nobody = members.options.length === 0 && members.pick === undefined;
  return {
    view: "pages/committee/invite",
    head: {
      title: t("committee:invite.title", { name: row.name }),
      trail: [panelCrumb(page)],
      lead: t("committee:invite.lead", { quorum: committeeRulesOf(policy).quorum[technology.tier] }),
    },
    model: {
      nobody: nobody ? t(`committee:invite.${panel === null ? "nobody" : "nobodyElse"}`) : null,
      members: nobody ? null : members,
      deadline: fields.date("deadline", {
        label: t("committee:invite.deadline"),
        hint: t("committee:invite.deadlineHint"),
      }),
      question: fields.textarea("question", {
        label: t("committee:invite.question"),
        hint: t("committee:invite.questionHint"),
        rows: 4,
        optional: true,
      }),
      back: at("committee"),
    },
  };
}

function membersField({ technology, policy, panel, language: { t }, eligible }: InvitePage, fields: Fields) {
  const kind = panel === null ? "who" : "more";
  const least = committeeRulesOf(policy).leastAsked[technology.tier];
  return choicesField(
    fields,
    "members",
    {
      legend: t(`committee:invite.${kind}`),
      hint: t(`committee:invite.${kind}Hint`, { least }),
      look: t("committee:invite.look"),
    },
    eligible,
  );
}

/** Days to answer that the form begins with. */
const usualDays = 21;

/** For the script of the form. */
export const membersFound = (deps: Deps) =>
  foundBy(deps, async (_deps, _language, _person, req, res) => eligibleFor(deps, await panelPage(deps, req, res)));

function eligibleFor(deps: Deps, { technology, panel, language, person, at }: PanelPage): Choices {
  const { services, people } = deps;
  const facts = gatherFacts(services, person);
  const asked = new Set(panel?.members.map((member) => member.person));
  const among = [...new Set(facts.seats.map((seat) => seat.person))].map((id) => ({ id }));
  return peopleChoices(people, language, {
    among,
    may: ({ id }) => !asked.has(id) && mayAdvise(technology, id, facts).length === 0,
    sub: ({ id }) => {
      const seat = seatOn(facts.seats, id, facts.today);
      if (seat === null) return undefined;
      const organisation = organisationText(services, language, seat.organisation);
      return language.t("committee:member.from", { field: seat.field, organisation });
    },
    address: at("committee/invitation/choices"),
  });
}
