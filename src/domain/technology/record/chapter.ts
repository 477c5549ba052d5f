import { recordPayloads } from "./payloads.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { isWithheld, onPiece } from "../state/in-force.ts";
import type { RecordCommand, RecordEvent } from "../state/record.ts";
import { stages } from "../state/stage.ts";
import type { CorrectionChanges } from "../state/technology.ts";
import { correctEntry } from "./corrections.ts";
import type { Corrections } from "./corrections.ts";
import { eraseFile, eraseText, recordLessons } from "./record.ts";
import { lessonCounts } from "./lesson-counts.ts";
import { withholdEntry } from "./withhold.ts";

/** It is told which figures the other chapters let be corrected. */
export const record = (corrections: Corrections) =>
  ({
    acts: {
      RecordLessons: { roles: ["planner", "evaluator", "approver"], stages, decide: recordLessons },
      CorrectEntry: {
        roles: ["planner", "evaluator", "approver", "administrator"],
        stages,
        decide: correctEntry(corrections),
      },
      EraseText: { roles: ["administrator"], stages, deciding: true, decide: eraseText },
      EraseFile: {
        roles: ["administrator"],
        stages,
        deciding: true,
        offered: (t) => t.evidence.some(({ files }) => files.some(({ digest }) => !t.erased.includes(digest))),
        decide: eraseFile,
      },
      WithholdEntry: {
        roles: ["administrator"],
        stages,
        offered: (t) => t.evidence.some((piece) => !isWithheld(piece)),
        decide: withholdEntry,
      },
    },
    facts: {
      LessonsRecorded: {
        schema: 1,
        payload: recordPayloads.LessonsRecorded,
        enteredBy: ["RecordLessons"],
        apply: (t, { text }, at) => ({
          ...t,
          lessons: [...t.lessons, text],
          lessonsRecorded: [...t.lessonsRecorded, { at: at.time, position: at.position }],
        }),
      },
      EntryCorrected: {
        schema: 1,
        payload: recordPayloads.EntryCorrected,
        enteredBy: ["CorrectEntry"],
        apply: (t, { corrects, changes, text }, at) => ({
          ...[...corrections.values()].reduce((now, { apply }) => apply(now, corrects, changes, at), t),
          corrections: [...t.corrections, { corrects, position: at.position, text }],
        }),
      },
      TextErased: {
        schema: 1,
        payload: recordPayloads.TextErased,
        enteredBy: ["EraseText"],
        apply: (t, { digest }) => ({ ...t, erased: [...t.erased, digest] }),
      },
      FileErased: {
        schema: 1,
        payload: recordPayloads.FileErased,
        enteredBy: ["EraseFile"],
        apply: (t, { digest, evidence }) => ({
          ...onPiece(t, evidence, (piece) => ({ ...piece, erased: true })),
          erased: [...t.erased, digest],
        }),
      },
      EntryWithheld: {
        schema: 1,
        payload: recordPayloads.EntryWithheld,
        // The system withholds again what the restore of an older copy brought back.
        enteredBy: ["WithholdEntry", "Sweep"],
        apply: (t, { entry, standIn }) => ({
          ...t,
          evidence: t.evidence.map((piece) => {
            const { groupWords: _, ...rest } = piece;
            return piece.position === entry ? { ...rest, ...standIn.payload } : piece;
          }),
        }),
        // The hash of a withheld entry is no text that could be erased.
        naming: ({ ground }) => ground,
      },
    },
    texts: { forEverybody: (t) => t.lessons },
    counts: lessonCounts,
  }) satisfies Chapter<RecordCommand<CorrectionChanges>, RecordEvent<CorrectionChanges>>;
