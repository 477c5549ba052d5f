import type { Decision } from "../words/decision.ts";
import { accepted } from "../words/decision.ts";
import { parts } from "./chapters.ts";
import { inOrder } from "./manifest/in-order.ts";
import type { Facts } from "./state/facts.ts";
import { isEnd } from "./state/stage.ts";
import type { Technology, TechnologyEvent } from "./state/technology.ts";
import { after } from "./state-after.ts";

/**
 * What time alone has changed, put on record: looks due, expiry, lapsed waivers, holds, lapsed votes. Each step sees
 * what the ones before it found, so a second sweep at the same time finds nothing. It never resumes and never approves.
 */
export const sweep = (t: Technology, f: Facts): Decision<TechnologyEvent> => accepted(...sweepEvents(t, f));

export const sweepEvents = (t: Technology, f: Facts): readonly TechnologyEvent[] =>
  isEnd(t.stage)
    ? []
    : steps.reduce<readonly TechnologyEvent[]>((events, { step }) => [...events, ...step(after(t, events, f), f)], []);

const steps = inOrder(parts.flatMap((chapter) => chapter.sweep ?? []));
