import { z } from "zod";
import { mostNeeds } from "../../../domain/technology/needs/state-needs.ts";
import { aboutTechnology } from "../caller.ts";
import { needsDocument, needsShape } from "../reading/needs.ts";
import { writing } from "../route.ts";
import { text } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";

const needsBody = z
  .strictObject({
    needs: z.array(text(500)).min(1, "needs:state.missing").max(mostNeeds, "needs:state.tooMany"),
  })
  .meta({ id: "NeedStatement", description: "api:shape.NeedStatement" });

export const stateNeedsRoute = writing({
  path: "/technologies/{slug}/needs",
  id: "stateNeeds",
  tag: "pilot",
  scope: "plan",
  matching: "may",
  problems: ["not-found"],
  body: needsBody,
  answer: needsShape,
  reply: async (deps, call, { needs }) => {
    const { fresh, after } = await enter(deps, await aboutTechnology(deps, call), {
      scope: "plan",
      matching: "may",
      command: { type: "StateNeeds", needs: needs.map((need) => ({ text: { text: need } })) },
    });
    return made(fresh, after.technology.version, [await needsDocument(deps, after)]);
  },
});
