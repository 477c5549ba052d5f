import type { Panel } from "./committee.ts";

/** Every text of a panel that is the house's to read: its question, what members advise and set, how it was answered. */
export const wordsOfPanel = ({ question, members, answers }: Panel): readonly (string | null)[] => [
  question,
  ...members.flatMap(({ opinions }) =>
    opinions.flatMap(({ reasons, conditions }) => [reasons, ...conditions.map(({ text }) => text)]),
  ),
  ...answers.map(({ answer }) => answer),
];
