import { answerNames, answersShape } from "../domain/evidence/mapping-shape.ts";
import type { MappingAnswers } from "../domain/evidence/mapping.ts";
import { Unreadable } from "./unreadable.ts";
import { zoneNamed } from "./zone.ts";
import { membersOf } from "./whole-files.ts";

/**
 * What was answered to a reader's questions, as it came as JSON beside or without the rest of a mapping.
 *
 * @returns the answers, none of them where nothing was answered, or the reason why one is none
 */
export function parseAnswers(value: unknown): MappingAnswers | Unreadable {
  const members = membersOf(value) ?? {};
  const given: unknown = Object.fromEntries(
    answerNames.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]),
  );
  const fault = answersShape.fault(given);
  if (fault !== null)
    return new Unreadable("answer-of-no-shape", {
      path: fault.path,
      fault: new Unreadable(`shape-${fault.code}`, { of: fault.of }),
    });
  return answersFault(given as MappingAnswers) ?? (given as MappingAnswers);
}

/** What cannot be meant; null where all is well. */
function answersFault({ scale, zone }: MappingAnswers): Unreadable | null {
  if (scale !== undefined && !(scale.min < scale.max && Math.abs(scale.min) <= 1000 && scale.max <= 1000))
    return new Unreadable("answer-scale");
  return zone === undefined || zoneIsKnown(zone) ? null : new Unreadable("answer-zone", { zone });
}

export function zoneIsKnown(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}
