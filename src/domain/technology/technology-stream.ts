import type { Stream } from "../stream.ts";
import { facts } from "./chapters.ts";
import { decide } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { rolesToEnter } from "./entering-roles.ts";
import type { PastEvent } from "./state/envelope.ts";
import type { Facts } from "./state/facts.ts";
import type { Technology, TechnologyCommand } from "./state/technology.ts";
import { technologyOf, technologyPrefix, technologyStream } from "./streams.ts";

/** The life of a technology: one stream each, under an id of its own. */
export const technologies: Stream<PastEvent, Technology | null, TechnologyCommand, Facts> = {
  prefix: technologyPrefix,
  nameOf: technologyStream,
  idOf: technologyOf,
  events: facts,
  initial: null,
  evolve,
  decide,
  rolesToEnter: ({ type }) => rolesToEnter(type),
};
