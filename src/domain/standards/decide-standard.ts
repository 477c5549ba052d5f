import { barredReasons } from "../people/barred.ts";
import type { ActorFacts, PersonFacts } from "../people/facts.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { unless, when } from "../words/reasons.ts";
import { required } from "../words/required.ts";
import type { Day, Instant } from "../words/text.ts";
import { draftReasons, headerReasons, keyReasons, openDraft } from "./draft-reasons.ts";
import { publishReasons, replacing } from "./publish-standard.ts";
import type { DraftStandard, Standard, StandardCommand, StandardEvent } from "./standard.ts";
import { withdrawnAs, withdrawReasons } from "./withdraw-standard.ts";

export interface StandardFacts {
  readonly now: Instant;
  readonly today: Day;
  readonly actor: ActorFacts;
  /** Everyone who is not disabled. */
  readonly people: readonly PersonFacts[];
  /** Departments that exist. */
  readonly departments: readonly string[];
  /** The days that the policy leaves for changing from one version to the next. */
  readonly transitionDays: number;
}

/** Administrators keep the register; whoever holds a role reads it. */
export function decideStandard(
  state: Standard | null,
  command: StandardCommand,
  f: StandardFacts,
): Decision<StandardEvent> {
  const keeps = [...administers(f.actor), ...barredReasons(f, f.actor.id)];
  if (command.type === "AddStandard") {
    const { standard, kind, name, owner } = command;
    const reasons = [...keeps, ...keyReasons(standard, state), ...headerReasons(command, f)];
    return unless(reasons, () => [{ type: "StandardAdded", schema: 1, payload: { standard, kind, name, owner } }]);
  }
  if (state === null) return unless([...keeps, { code: "StandardUnknown" }], () => []);
  switch (command.type) {
    case "ChangeStandard": {
      const { name, owner } = command;
      return unless([...keeps, ...headerReasons(command, f, state)], () => [
        { type: "StandardChanged", schema: 1, payload: { name, owner } },
      ]);
    }
    case "DraftStandard":
    case "RedraftStandard":
      return unless([...keeps, ...draftReasons(state, command)], () => [drafted(command)]);
    case "DropStandardDraft": {
      const { version } = command;
      return unless([...keeps, ...openDraft(state, version)], () => [
        { type: "StandardDraftDropped", schema: 1, payload: { version } },
      ]);
    }
    case "PublishStandard": {
      const { version, inForceOn } = command;
      return unless([...keeps, ...publishReasons(state, command, f)], () => [
        {
          type: "StandardPublished",
          schema: 1,
          payload: { version, inForceOn, replaces: replacing(state, command, f) },
        },
      ]);
    }
    case "WithdrawStandard": {
      const { version } = command;
      return unless([...keeps, ...withdrawReasons(state, command, f)], () => [
        { type: "StandardWithdrawn", schema: 1, payload: { version, ending: withdrawnAs(state, command, f) } },
      ]);
    }
    case "EraseStandardText": {
      const { digest, ground } = command;
      return unless([...keeps, ...eraseReasons(state, digest), ...required(ground, "ground")], () => [
        { type: "StandardTextErased", schema: 1, payload: { digest, ground } },
      ]);
    }
    default:
      return command satisfies never;
  }
}

const administers = ({ id, roles }: ActorFacts): readonly Reason[] =>
  when(!roles.includes("administrator"), "RoleMissing", undefined, { person: id, roles: ["administrator"] });

function drafted({ type, version, text, link, rules }: DraftStandard): StandardEvent {
  return {
    type: type === "DraftStandard" ? "StandardDrafted" : "StandardRedrafted",
    schema: 1,
    payload: { version, text, link, rules },
  };
}

/** Every text of its versions, those of drafts that were changed too. */
function eraseReasons({ texts, erased }: Standard, digest: string): readonly Reason[] {
  return [
    ...when(!texts.includes(digest), "StandardTextUnknown"),
    ...when(erased.includes(digest), "StandardTextErasedAlready"),
  ];
}
