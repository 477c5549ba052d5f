import { z } from "zod";
import { eventSentence } from "../../say/event.ts";
import { plainOf } from "../../view/plain.ts";
import { readingOne } from "../route.ts";
import { instant, paging, position } from "../shapes/words.ts";

const entry = z.object({
  position: position(),
  at: instant(),
  type: z.string().meta({ description: "api:about.type" }),
  role: z.string(),
  text: z.string().meta({ description: "api:about.sentence" }),
});

/** What happened, in the sentences of the page; words that people wrote are not among them. */
export const historyRoute = readingOne({
  path: "/technologies/{slug}/history",
  id: "listHistory",
  tag: "technology",
  query: paging,
  answer: z
    .object({ entries: z.array(entry), total: z.int() })
    .meta({ id: "History", description: "api:shape.History" }),
  reply: ({ services, house }, { row, language }, { after, limit }) => {
    const before = Number(after);
    const page = services.views.timeline.page({
      technology: row.id,
      ...(Number.isSafeInteger(before) && before > 0 && { before }),
      limit,
    });
    const policy = services.views.policies.current();
    const entries = page.entries.map((event) => ({
      position: event.position,
      at: event.time,
      type: event.type,
      role: event.role,
      text: plainOf(eventSentence(house.tellings, language, event, policy)),
    }));
    return { body: { entries, total: page.total }, next: page.next === null ? null : String(page.next) };
  },
});
