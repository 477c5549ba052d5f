import { evidenceKinds } from "../../evidence/kinds.ts";
import { day, digest, instant, list, nullable, number, object, oneOf, text, textRef } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { moves } from "../state/sharing.ts";
import type { Audience, SharingEvent } from "../state/sharing.ts";

const departments = list(text);
const audience: Shape<Audience> = { fault: (value) => (value === "all" ? null : departments.fault(value)) };

export const sharingPayloads: Payloads<SharingEvent> = {
  EvidenceOffered: object({ evidence: text, digest, to: audience }),
  EvidenceBorrowed: object({
    borrowed: text,
    origin: object({ technology: text, department: text, evidence: text }),
    digest,
    files: list(digest),
    kind: oneOf(...evidenceKinds),
    format: text,
    from: instant,
    to: instant,
    expiresOn: day,
    context: object({
      users: nullable(number),
      requestsPerSecond: nullable(number),
      recordsPerHour: nullable(number),
      version: nullable(text),
    }),
  }),
  BorrowedPutAway: object({ borrowed: text, reason: textRef }),
  BorrowedMoved: object({ borrowed: text, because: oneOf(...moves) }),
};
