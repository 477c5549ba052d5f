import { z } from "zod";
import { riskSteps } from "../../../domain/policy/safeguards/risk.ts";
import { acceptanceOf } from "../../../domain/safeguards/risk-acceptance.ts";
import { risksOf } from "../../../domain/safeguards/risk-register.ts";
import { readingOne } from "../route.ts";
import { day, person } from "../shapes/words.ts";

const step = z.enum(riskSteps);

const riskShape = z
  .object({
    risk: z.string().meta({ description: "api:about.risk", examples: ["g1"] }),
    name: z.string(),
    family: z.string(),
    inherent: step.meta({ description: "api:about.inherent" }),
    residual: step.meta({ description: "api:about.residual" }),
    appetite: step,
    aboveAppetite: z.boolean(),
    acceptance: z.enum(["none", "asked", "refused", "standing", "lapsed"]),
    treatment: z.object({
      how: z.string(),
      owner: person().nullable(),
      by: day().nullable(),
      doneOn: day().nullable(),
      overdue: z.boolean(),
    }),
  })
  .meta({ id: "Risk", description: "api:shape.Risk" });

export const risksRoute = readingOne({
  path: "/technologies/{slug}/risks",
  id: "listRisks",
  tag: "technology",
  answer: z.object({ risks: z.array(riskShape) }).meta({ id: "RiskList", description: "api:shape.RiskList" }),
  reply: ({ services }, { technology }) => {
    const [policy, today] = [services.views.policies.pinnedBy(technology.plan, technology.tier), services.today()];
    return {
      body: {
        risks: risksOf(technology, policy, today).map((risk) => ({
          risk: risk.item,
          name: risk.name,
          family: risk.family,
          inherent: risk.inherent.level,
          residual: risk.residual.rating.level,
          appetite: risk.appetite,
          aboveAppetite: risk.isAbove,
          acceptance: acceptanceOf(risk, technology, today).state,
          treatment: {
            how: risk.treatment.how,
            owner: risk.treatment.owner,
            by: risk.treatment.by,
            doneOn: risk.treatment.doneOn,
            overdue: risk.treatment.isOverdue,
          },
        })),
      },
    };
  },
});
