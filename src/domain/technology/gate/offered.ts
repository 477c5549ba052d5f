import type { Offered } from "../manifest/act.ts";
import { toDeciders } from "../manifest/offered.ts";
import { openGate } from "../state/open-gate.ts";

export const toVoters: Offered = (t, f) => openGate(t) !== null && toDeciders(t, f);

/** Whoever may grant or refuse what is asked for. */
export const toWaivers: Offered = (t, f) => toDeciders(t, f) && t.waivers.some(({ state }) => state === "asked");
