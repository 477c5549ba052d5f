import type { Raw, RawTechnologyCommand } from "../../application/raw-command.ts";
import type { AskedTerms, Consultation } from "../../domain/technology/state/consultations.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Story } from "../story-of.ts";
import type { Words } from "../words.ts";
import type { ConsultationDeed, StoryConsultation } from "./consultation-deed.ts";
import { takeContribution } from "./take-contribution.ts";
import { choose, issueCodes } from "./take-poll.ts";

/** The public is asked something, says something, or is answered. */
export async function takeConsultation(story: Story, by: string, does: ConsultationDeed): Promise<void> {
  const { desk, technology } = story;
  switch (does.do) {
    case "open-consultation": {
      const { asks } = does;
      const terms = termsOf(story, asks, desk.services.today());
      await desk.ask(by, "planner", technology, { type: "OpenConsultation", ...terms });
      if (asks.codes !== undefined) await issueCodes(story, by, await newest(story), asks.codes);
      return;
    }
    case "contribute":
    case "place-contribution":
    case "hide-contribution":
      return takeContribution(story, by, await newest(story), does);
    case "choose":
      return choose(story, await newest(story), does.counts);
    default:
      return desk.ask(by, "planner", technology, await commandOf(story, await newest(story), does));
  }
}

type OneCommand = Extract<
  ConsultationDeed,
  {
    readonly do: "amend-consultation" | "minute-hearing" | "make-point" | "answer-point" | "answer-consultation";
  }
>;

async function commandOf(
  story: Story,
  { consultation, opensOn, closesOn }: Consultation,
  does: OneCommand,
): Promise<RawTechnologyCommand> {
  const { desk, technology } = story;
  const say = desk.say.bind(desk);
  switch (does.do) {
    case "amend-consultation": {
      const { kind: _, poll: __, ...terms } = termsOf(story, does.asks, opensOn);
      return { type: "AmendConsultation", consultation, reason: say(does.why), ...terms };
    }
    case "minute-hearing": {
      const groups = does.groups.map(({ group, people, serving = false, names }) => ({
        group: say(group).text,
        people,
        serving,
        names: names === undefined ? null : say(names),
      }));
      const minutes = say(does.minutes);
      return { type: "MinuteHearing", consultation, heldOn: closesOn, groups, minutes, document: null };
    }
    case "make-point":
      return { type: "MakePoint", consultation, text: say(does.text), origin: does.origin };
    case "answer-point": {
      const { point, outcome: disposition, reason, change, safeguard } = does;
      const ref =
        safeguard === undefined
          ? null
          : (safeguardsOf(await desk.state(technology), safeguard).at(-1)?.item ?? "not stated yet");
      const kind = ref === null ? "text" : "safeguard";
      return {
        type: "AnswerPoint",
        consultation,
        point,
        disposition,
        reason: say(reason),
        change: change === null ? null : { kind, ref, text: say(change) },
      };
    }
    case "answer-consultation":
      return { type: "AnswerConsultation", consultation, heard: say(does.heard), did: say(does.did) };
    default:
      return does satisfies never;
  }
}

function termsOf({ desk, technology }: Story, asks: StoryConsultation, opensOn: string): Raw<AskedTerms> {
  const { kind, channels, days, respond, options } = asks;
  const inWords = (words: Words | null | undefined) => (words == null ? null : desk.say(words));
  const closesOn = addDays(opensOn, days - 1);
  return {
    kind,
    title: desk.say(asks.title).text,
    question: desk.say(asks.question),
    stillOpen: desk.say(asks.stillOpen),
    settled: inWords(asks.settled),
    audience: desk.say(asks.audience),
    papers: (asks.papers ?? []).map(([title, name]) => ({
      evidence: desk.attached(technology, title),
      name: desk.say(name),
    })),
    opensOn,
    closesOn,
    respondBy: addDays(closesOn, respond),
    channels,
    how: inWords(asks.how),
    shorter: inWords(asks.shorter),
    place: inWords(asks.place),
    poll:
      options === undefined
        ? null
        : { options: options.map((option) => ({ option: desk.say(option) })), way: "codes", most: null },
  };
}

async function newest({ desk, technology }: Story): Promise<Consultation> {
  const asked = (await desk.state(technology)).consultations.at(-1);
  if (asked === undefined) throw new Error("The public was asked nothing");
  return asked;
}
