import { z } from "zod";
import { advisesToday } from "../../../application/experts.ts";
import type { WorkItem } from "../../../projections/work/types.ts";
import type { Deps } from "../../deps.ts";
import { originOf } from "../../origin.ts";
import { surroundings, workSaid, workWords } from "../../say/work-item.ts";
import type { Call } from "../caller.ts";
import { reaches } from "../caller.ts";
import { reading } from "../route.ts";
import { day, gate, instant, paging } from "../shapes/words.ts";

const itemShape = z
  .object({
    technology: z.string().meta({ description: "api:about.slug" }),
    kind: z.string().meta({ description: "api:about.workKind" }),
    title: z.string(),
    text: z.string(),
    gate: gate().nullable(),
    subject: z.string().nullable().meta({ description: "api:about.subject" }),
    due: day().nullable(),
    dueAt: instant().nullable().meta({ description: "api:about.dueAt" }),
    late: z.boolean(),
    since: instant(),
    url: z.url().meta({ description: "api:about.workUrl" }),
  })
  .meta({ id: "WorkItem", description: "api:shape.WorkItem" });

/** What waits for the token's person: the same as on My work, and nobody else's. */
export const workRoute = reading({
  path: "/work",
  id: "listWork",
  tag: "portfolio",
  query: paging,
  answer: z.object({ work: z.array(itemShape) }).meta({ id: "WorkList", description: "api:shape.WorkList" }),
  reply: async (deps, call, { after, limit }) => {
    const { services, house } = deps;
    const { id, roles } = call.caller.actor;
    const worker = {
      ...{ id, roles, advises: advisesToday(services, id, roles) },
      department: services.views.people.of(id)?.department ?? null,
    };
    const { items, next } = services.views.work.page(worker, { kinds: [...house.work.keys()], after, limit });
    // A page of a token for one technology may hold fewer: what is elsewhere it does not learn of.
    const seen = items.filter(({ technology }) => reaches(call.caller, technology.id));
    return { body: { work: await workDocuments(deps, call, seen) }, next };
  },
});

async function workDocuments(
  deps: Deps,
  { req, language }: Call,
  items: readonly WorkItem[],
): Promise<z.input<typeof itemShape>[]> {
  const around = await surroundings(deps, items);
  const origin = originOf(req, deps.config);
  return items.map((item) => {
    const words = workWords(deps.house.work, item.kind);
    const { title, what } = workSaid(words, language, around, item);
    return {
      technology: item.technology.slug,
      kind: item.kind,
      title,
      text: what,
      gate: item.gate,
      subject: item.subject,
      due: item.due,
      dueAt: item.dueAt,
      late: item.late,
      since: item.since,
      url: origin + words.href(item),
    };
  });
}
