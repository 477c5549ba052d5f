import { z } from "zod";
import { standardKinds } from "../../../domain/standards/standard.ts";
import { stateOn, versionStates } from "../../../domain/standards/standing.ts";
import type { StandardRecord } from "../../../projections/record-kinds.ts";
import type { Day } from "../../../domain/words/text.ts";
import { reading } from "../route.ts";
import { day, instant, person } from "../shapes/words.ts";

const named = z.object({ en: z.string(), zh: z.string() }).meta({ description: "api:about.named" });

const standardShape = z
  .object({
    standard: z.string(),
    kind: z.enum(standardKinds),
    name: named,
    owner: z.object({ person: person().nullable(), department: z.string().nullable() }),
    versions: z.array(
      z.object({
        version: z.string(),
        state: z.enum(versionStates),
        inForceOn: day().nullable(),
        deprecatedOn: day().nullable(),
        until: day().nullable(),
        successor: z.string().nullable(),
        link: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Standard", description: "api:shape.Standard" });

export const standardsRoute = reading({
  path: "/standards",
  id: "listStandards",
  tag: "house",
  answer: z
    .object({ standards: z.array(standardShape) })
    .meta({ id: "StandardList", description: "api:shape.StandardList" }),
  reply: ({ services: { views, today } }) => ({
    body: { standards: views.standards.all().map((standard) => standardDocument(standard, today())) },
  }),
});

function standardDocument(
  { standard, kind, name, owner, versions }: StandardRecord,
  today: Day,
): z.input<typeof standardShape> {
  return {
    standard,
    kind,
    name: { en: name.en, zh: name.zh },
    owner: {
      person: owner.kind === "person" ? owner.person : null,
      department: owner.kind === "department" ? owner.department : null,
    },
    versions: versions.map((version) => ({
      version: version.version,
      state: stateOn(version, today),
      inForceOn: version.inForceOn,
      deprecatedOn: version.ending?.deprecatedOn ?? null,
      until: version.ending?.until ?? null,
      successor: version.ending?.successor ?? null,
      link: version.link,
    })),
  };
}

const policyShape = z
  .object({
    version: z.int(),
    publishedAt: instant().nullable(),
    // Its own schema grows with what a body can ask for: it is given as the record has it.
    policy: z.looseObject({}).meta({ description: "api:about.policyRules" }),
  })
  .meta({ id: "Policy", description: "api:shape.Policy" });

export const policyRoute = reading({
  path: "/policy",
  id: "getPolicy",
  tag: "house",
  answer: policyShape,
  reply: ({ services: { views } }) => {
    const policy = views.policies.current();
    const publishedAt = views.policies.all()[0]?.publishedAt ?? null;
    return { body: { version: policy.version, publishedAt, policy: { ...policy } } };
  },
});
