import { committee } from "../committee/committee-stream.ts";
import { contributions } from "../contributions/contribution-stream.ts";
import { feedback } from "../feedback/feedback-stream.ts";
import { outside } from "../outside/outside-stream.ts";
import { departments } from "../people/departments-stream.ts";
import { people } from "../people/person-stream.ts";
import { policies } from "../policy/publishing/policy-stream.ts";
import { standards } from "../standards/standards-stream.ts";
import type { EntryRules } from "../stream.ts";
import { technologies } from "../technology/technology-stream.ts";

/** Every kind of stream there is, but for the ledger's own. */
export const streams: readonly EntryRules[] = [
  technologies,
  people,
  departments,
  committee,
  policies,
  standards,
  outside,
  feedback,
  contributions,
];

/** The kind of a stream by its name; null where no kind is called so. */
export const streamCalled = (name: string): EntryRules | null =>
  streams.find(({ idOf }) => idOf(name) !== null) ?? null;
