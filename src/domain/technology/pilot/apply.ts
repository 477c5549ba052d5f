import type { Applies } from "../manifest/fact.ts";
import type { PilotEvent, LockedPlan } from "../state/pilot.ts";
import type { Technology } from "../state/technology.ts";
import { enter } from "../state/enter-stage.ts";
import { withAuthors } from "../state/authors.ts";

export const applies: Applies<PilotEvent["type"]> = {
  PilotPlanLocked: (t, { number, policyVersion, plan }, at) => ({
    ...t,
    plan: { number, policyVersion, plan, lockedAt: at.time, openedOn: null, amendments: [] },
    authors: withAuthors(t.authors, at.actor),
  }),
  PilotPlanAmended: (t, { plan, changed, reason, afterData }, at) => {
    const amendment = { at: at.time, by: at.actor, changed, reason, afterData };
    return {
      ...planned(t, (locked) => ({ ...locked, plan, amendments: [...locked.amendments, amendment] })),
      authors: withAuthors(t.authors, at.actor),
    };
  },
  PilotOpened: (t, { on }) => planned(t, (locked) => ({ ...locked, openedOn: on })),
  LookTaken: (t, look, at) => ({
    ...t,
    looks: [...t.looks, { ...look, at: at.time, position: at.position }],
  }),
  PilotStopped: (t, { lessons }, at) => enter({ ...t, lessons: [...t.lessons, lessons] }, "stopped", at),
};

function planned(t: Technology, change: (plan: LockedPlan) => LockedPlan): Technology {
  if (t.plan === null) throw new Error(`${t.slug}: an event of a pilot plan without a plan`);
  return { ...t, plan: change(t.plan) };
}
