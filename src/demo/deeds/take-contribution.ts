import { randomUUID } from "node:crypto";
import { onContribution } from "../../application/consultations/on-contribution.ts";
import { handle } from "../../application/handle.ts";
import { publicActor } from "../../application/public-actor.ts";
import type { Raw } from "../../application/raw-command.ts";
import { contributionIdOf, drawReceiptCode } from "../../application/receipt-code.ts";
import type { ContributionCommand } from "../../domain/contributions/contribution.ts";
import type { Consultation } from "../../domain/technology/state/consultations.ts";
import { addDays } from "../../domain/words/days.ts";
import { mustAccept } from "../desk.ts";
import type { Story } from "../story-of.ts";
import type { ConsultationDeed } from "./consultation-deed.ts";

type ContributionDeed = Extract<
  ConsultationDeed,
  { readonly do: "contribute" | "place-contribution" | "hide-contribution" }
>;

/** By the public's own page, or by staff who have the letter before them. */
export async function takeContribution(
  story: Story,
  by: string,
  { consultation }: Consultation,
  does: ContributionDeed,
): Promise<void> {
  const { desk, technology } = story;
  const known = `${technology} ${consultation} ${does.contribution}`;
  const contribution = desk.contributed.get(known) ?? contributionIdOf(drawReceiptCode());
  desk.contributed.set(known, contribution);
  const byWriter = does.do === "contribute" && does.channel === "page";
  const submission = byWriter
    ? ({ actor: publicActor, role: "public", commandId: randomUUID() } as const)
    : desk.submission(by, "planner");
  const task = onContribution({ contribution, technology }, commandOf(story, consultation, does));
  await desk.services.views.catchUp();
  mustAccept(await handle(desk.services, submission, task), `${does.do} ${does.contribution}`);
}

function commandOf(
  { desk, technology }: Story,
  consultation: string,
  does: ContributionDeed,
): Raw<ContributionCommand> {
  switch (does.do) {
    case "contribute":
      return {
        type: "ReceiveContribution",
        technology,
        consultation,
        channel: does.channel,
        receivedOn: addDays(desk.services.today(), -(does.lay ?? 0)),
        text: desk.say(does.text),
      };
    case "place-contribution":
      return { type: "PlaceContribution", points: does.points };
    case "hide-contribution":
      return { type: "HideContribution", why: does.why };
    default:
      return does satisfies never;
  }
}
