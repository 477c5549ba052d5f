import { randomUUID } from "node:crypto";
import { doorOf, takeAnswer } from "../../application/collections/answering.ts";
import { closeCollection } from "../../application/collections/close-collection.ts";
import { codesIn, issueCodes } from "../../application/collections/issue-codes.ts";
import { linkOf } from "../../application/collections/link.ts";
import { itemsOf, stepsOf } from "../../domain/questionnaires/questionnaire.ts";
import { askedLanguages } from "../../domain/technology/state/collections.ts";
import type { Collection } from "../../domain/technology/state/collections.ts";
import { addDays } from "../../domain/words/days.ts";
import { mustAccept } from "../desk.ts";
import { seeded } from "../random.ts";
import type { Random } from "../random.ts";
import type { Story } from "../story-of.ts";
import type { CollectionDeed } from "./collection-deed.ts";

export async function takeCollection(story: Story, by: string, does: CollectionDeed): Promise<void> {
  switch (does.do) {
    case "open-collection":
      return open(story, by, does);
    case "answer-collection":
      return answer(story, does);
    case "close-collection": {
      const { desk, technology } = story;
      const outcome = await closeCollection(desk.services, {
        ...desk.submission(by, "planner"),
        technology,
        collection: (await newest(story)).collection,
        reason: does.why === null ? null : desk.say(does.why),
        title: () => desk.say(does.title).text,
      });
      mustAccept(outcome, "CloseCollection");
      return;
    }
    default:
      return does satisfies never;
  }
}

type Opening = Extract<CollectionDeed, { readonly do: "open-collection" }>;

async function open({ desk, technology }: Story, by: string, does: Opening): Promise<void> {
  const { services } = desk;
  const { questionnaire, groups, places, days, codes, most, introduction } = does;
  const opensOn = services.today();
  await desk.ask(by, "planner", technology, {
    type: "OpenCollection",
    questionnaire,
    groups,
    places: places.map((place) => ({ place: desk.say(place) })),
    languages: desk.language === "zh" ? [...askedLanguages].toReversed() : askedLanguages,
    opensOn,
    closesOn: addDays(opensOn, days),
    way: codes === null ? "link" : "codes",
    most: codes === null ? most : null,
    doubtful: { device: "leave-out", second: "keep", straight: "keep" },
    tasks: [],
    ease: false,
    introduction: desk.say(introduction),
  });
  if (codes === null) return;
  const state = await desk.state(technology);
  const collection = state.collections.at(-1)?.collection ?? "";
  const command = { type: "IssueCodes", collection, count: codes, group: null, place: null } as const;
  const sent = { ...desk.submission(by, "planner"), technology };
  mustAccept(await issueCodes(services, sent, command, keyOf(technology, collection)), "IssueCodes");
}

/** Nobody prints these cards: the key need not be anybody's secret. */
const keyOf = (technology: string, collection: string): string => `demonstration ${technology} ${collection}`;

type Answering = Extract<CollectionDeed, { readonly do: "answer-collection" }>;

/** Milliseconds from one person to the next. */
const apart = 97_000;

/** One after the other, as people do. */
async function answer(story: Story, { people, mean, sd }: Answering): Promise<void> {
  const { desk, technology, scene } = story;
  const collection = await newest(story);
  const of = { technology, collection: collection.collection };
  const random = seeded(`${scene.name.en} ${collection.collection}`);
  const codes =
    collection.way === "codes"
      ? codesIn(of, keyOf(technology, collection.collection), people)
      : [await linkOf(desk.services, of)];
  const first = Date.parse(desk.services.clock.now());
  for (let person = 0; person < people; person += 1) {
    const now = new Date(first + person * apart).toISOString();
    const services = { ...desk.services, clock: { now: () => now } };
    const door = await doorOf(services, codes[person] ?? codes[0] ?? "");
    if (door.kind !== "open") throw new Error(`The collection takes no answer: ${door.kind}`);
    await services.collected.noteOpened(door.hash);
    const steps = answersOf(collection, random, random.normal(mean, sd));
    const group = random.next() < 0.3 ? (collection.groups[0] ?? null) : null;
    const place = collection.places.length === 0 ? null : random.whole(1, collection.places.length);
    const [language = "en"] = collection.languages;
    const sent = {
      content: { kind: "scale", steps },
      group,
      place,
      language,
      sending: randomUUID(),
      device: "",
    } as const;
    const taken = await takeAnswer(services, door, sent);
    if (taken !== "taken") throw new Error(`The collection took no answer: ${taken}`);
  }
}

/** @param liking of one person, 0–1 */
function answersOf({ questionnaire }: Collection, random: Random, liking: number): readonly number[] {
  if (questionnaire === "tasks") return [];
  const { min, max } = stepsOf(questionnaire);
  return Array.from({ length: itemsOf(questionnaire, 0) }, (_, at) => {
    const against = questionnaire === "sus" && at % 2 === 1;
    const felt = Math.min(1, Math.max(0, random.normal(liking, 0.12)));
    return Math.round(min + (against ? 1 - felt : felt) * (max - min));
  });
}

async function newest({ desk, technology }: Story): Promise<Collection> {
  const collection = (await desk.state(technology)).collections.at(-1);
  if (collection === undefined) throw new Error("No collection is open");
  return collection;
}
