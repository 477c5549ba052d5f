import { z } from "zod";
import { roles } from "../../../domain/people/roles.ts";
import type { WarningKind } from "../../../domain/technology/warnings.ts";
import type { ListedWarning } from "../../../projections/warnings/types.ts";
import type { Deps } from "../../deps.ts";
import { plainOf } from "../../view/plain.ts";
import { warningsAround, warningSaid } from "../../say/warning.ts";
import type { Call } from "../caller.ts";
import { reading, readingOne } from "../route.ts";
import { paging, person } from "../shapes/words.ts";

const warningShape = z
  .object({
    technology: z.string().meta({ description: "api:about.slug" }),
    kind: z.string().meta({ description: "api:about.warningKind" }),
    text: z.string(),
    weight: z.enum(["serious", "notice"]),
    from: z.string().meta({ description: "api:about.dayOrInstant" }),
    due: z.string().nullable().meta({ description: "api:about.dayOrInstant" }),
    late: z.boolean(),
    person: person().nullable(),
    role: z.enum(roles).nullable(),
    next: z.string().meta({ description: "api:about.nextStep" }),
  })
  .meta({ id: "Warning", description: "api:shape.Warning" });

const listShape = z
  .object({ warnings: z.array(warningShape) })
  .meta({ id: "WarningList", description: "api:shape.WarningList" });

const query = paging.extend({
  kind: z.string().max(60).optional().meta({ description: "api:about.warningKind" }),
  department: z.string().max(100).optional().meta({ description: "api:about.department" }),
  mine: z.enum(["yes"]).optional().meta({ description: "api:about.mine" }),
});

export const warningsRoute = reading({
  path: "/warnings",
  id: "listWarnings",
  tag: "portfolio",
  query,
  answer: listShape,
  reply: async (deps, call, { kind, department, mine, after, limit }) => {
    const { views } = deps.services;
    const { token, actor } = call.caller;
    const bound = token.technology === null ? null : views.portfolio.byId(token.technology);
    if (token.technology !== null)
      return { body: { warnings: await warningDocuments(deps, call, bound === null ? [] : views.warnings.of(bound)) } };
    const { items, next } = views.warnings.page({
      // What nobody knows is nothing that anybody is warned of.
      ...(kind !== undefined && { kind: kind as WarningKind }),
      ...(department !== undefined && { department }),
      ...(mine !== undefined && { of: { id: actor.id, roles: actor.roles } }),
      after,
      limit,
    });
    return { body: { warnings: await warningDocuments(deps, call, items) }, next };
  },
});

export const warningsOfOneRoute = readingOne({
  path: "/technologies/{slug}/warnings",
  id: "listWarningsOfTechnology",
  tag: "technology",
  answer: listShape,
  reply: async (deps, call) => ({
    body: { warnings: await warningDocuments(deps, call, deps.services.views.warnings.of(call.row)) },
  }),
});

/** In the sentences of the page. */
async function warningDocuments(
  deps: Deps,
  { language }: Call,
  items: readonly ListedWarning[],
): Promise<z.input<typeof warningShape>[]> {
  const around = await warningsAround(deps, items);
  return items.map((item) => {
    const { what, next } = warningSaid(language, around, item);
    return {
      technology: item.technology.slug,
      kind: item.kind,
      text: plainOf(what),
      weight: item.weight,
      from: item.from,
      due: item.due,
      late: item.late,
      person: item.person,
      role: item.role,
      next: plainOf(next.text),
    };
  });
}
