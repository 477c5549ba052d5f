import { z } from "zod";
import { standardKinds } from "../../../domain/standards/standard.ts";
import { stateOn, versionStates } from "../../../domain/standards/standing.ts";
import type { StandardRecord } from "../../../projections/record-kinds.ts";
import type { Day } from "../../../domain/words/text.ts";
import { ApiProblem } from "../problem.ts";
import { reading } from "../route.ts";
import { pageOf } from "../shapes/page-of.ts";
import { day, instant, paging, person } from "../shapes/words.ts";

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
  query: paging,
  answer: z
    .object({ standards: z.array(standardShape) })
    .meta({ id: "StandardList", description: "api:shape.StandardList" }),
  reply: ({ services: { views, today } }, _, asked) => {
    const { part, next } = pageOf(views.standards.all(), ({ standard }) => standard, asked);
    return { body: { standards: part.map((standard) => standardDocument(standard, today())) }, next };
  },
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
  query: z.strictObject({
    version: z.coerce
      .number("errors:field.number")
      .refine(Number.isInteger, "errors:field.whole")
      .optional()
      .meta({ description: "api:about.policyVersion", type: "integer" }),
  }),
  answer: policyShape,
  problems: ["not-found"],
  reply: ({ services: { views } }, _, { version }) => {
    const policy = version === undefined ? views.policies.current() : views.policies.version(version);
    if (policy === null) throw new ApiProblem("not-found");
    const published = views.policies.all().find(({ policy: { version: of } }) => of === policy.version);
    return { body: { version: policy.version, publishedAt: published?.publishedAt ?? null, policy: { ...policy } } };
  },
});
