import { thePublic } from "../domain/people/the-public.ts";
import type { Actor } from "./outcome.ts";

/** Whoever has no account: known by the receipt code alone. */
export const publicActor: Actor = { id: thePublic, roles: [] };
