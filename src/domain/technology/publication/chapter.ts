import type { Chapter } from "../manifest/chapter.ts";
import type { PublicationCommand, PublicationEvent } from "../state/publication.ts";
import { stages } from "../state/stage.ts";
import { publicationPayloads } from "./payloads.ts";
import { publishDecisions } from "./publish.ts";
import { isOurs, writePublicStatement } from "./statement.ts";
import { releasePublicPart, withholdPublicPart } from "./withhold.ts";

/** What people without an account are told of a technology: the words written for them, what is withheld, what was told when. */
export const publication = {
  acts: {
    WritePublicStatement: {
      roles: ["planner"],
      stages,
      offered: (t, f) => isOurs(t, f),
      decide: writePublicStatement,
    },
    WithholdPublicPart: { roles: ["approver", "administrator"], stages, decide: withholdPublicPart },
    ReleasePublicPart: {
      roles: ["approver", "administrator"],
      stages,
      offered: (t) => t.withheldParts.length > 0,
      decide: releasePublicPart,
    },
    PublishDecisions: { roles: ["system"], stages, decide: publishDecisions },
  },
  facts: {
    PublicStatementWritten: {
      schema: 1,
      payload: publicationPayloads.PublicStatementWritten,
      enteredBy: ["WritePublicStatement"],
      apply: (t, statement, { time }) => ({ ...t, publicStatement: { ...statement, at: time } }),
      // The statements it names have their own digests, which are no texts.
      naming: ({ texts }) => texts,
    },
    PublicPartWithheld: {
      schema: 1,
      payload: publicationPayloads.PublicPartWithheld,
      enteredBy: ["WithholdPublicPart"],
      apply: (t, { part, ground }, { time }) => ({
        ...t,
        withheldParts: [...t.withheldParts.filter((other) => other.part !== part), { part, ground, at: time }],
      }),
    },
    PublicPartReleased: {
      schema: 1,
      payload: publicationPayloads.PublicPartReleased,
      enteredBy: ["ReleasePublicPart"],
      apply: (t, { part }) => ({ ...t, withheldParts: t.withheldParts.filter((other) => other.part !== part) }),
    },
    DecisionPublished: {
      schema: 1,
      payload: publicationPayloads.DecisionPublished,
      enteredBy: ["PublishDecisions"],
      apply: (t, decision, { time, position }) => ({
        ...t,
        published: [...t.published, { ...decision, at: time, position }],
      }),
    },
  },
  texts: {
    forEverybody: ({ publicStatement }) => publicStatement?.texts.map(({ text }) => text) ?? [],
  },
} satisfies Chapter<PublicationCommand, PublicationEvent>;
