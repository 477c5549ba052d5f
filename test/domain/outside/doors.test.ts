import { expect, test } from "vitest";
import { decideDoors, evolveDoors, isOpen } from "../../../src/domain/outside/doors.ts";
import type { Doors } from "../../../src/domain/outside/doors.ts";

const administrator = { actor: { id: "a", roles: ["administrator"] } } as const;
const event = { time: "2026-12-01T08:00:00Z", actor: "a", position: 7, schema: 1 } as const;
const opened: Doors = evolveDoors([], { ...event, type: "DoorOpened", payload: { door: "pages" } });

test("a door is shut until an administrator opens it, and one door opens no other", () => {
  expect(isOpen([], "pages")).toBe(false);
  expect(isOpen(opened, "pages")).toBe(true);
  expect(isOpen(opened, "questionnaires")).toBe(false);
  expect(opened).toEqual([{ door: "pages", open: true, since: event.time, by: "a", position: 7 }]);
  expect(isOpen(evolveDoors(opened, { ...event, type: "DoorShut", payload: { door: "pages" } }), "pages")).toBe(false);
});

test("nobody but an administrator opens one, and nothing is done twice", () => {
  const codes = (...asked: Parameters<typeof decideDoors>) => {
    const decision = decideDoors(...asked);
    return decision.kind === "rejected" ? decision.reasons.map(({ code }) => code) : decision.events.map((e) => e.type);
  };
  expect(codes([], { type: "OpenDoor", door: "pages" }, { actor: { id: "p", roles: ["planner"] } })).toEqual([
    "RoleMissing",
  ]);
  expect(codes([], { type: "OpenDoor", door: "pages" }, { actor: { id: "system", roles: [] } })).toEqual([
    "RoleMissing",
  ]);
  expect(codes([], { type: "OpenDoor", door: "pages" }, administrator)).toEqual(["DoorOpened"]);
  expect(codes(opened, { type: "OpenDoor", door: "pages" }, administrator)).toEqual(["DoorOpenAlready"]);
  expect(codes(opened, { type: "ShutDoor", door: "pages" }, administrator)).toEqual(["DoorShut"]);
  expect(codes([], { type: "ShutDoor", door: "pages" }, administrator)).toEqual(["DoorShutAlready"]);
});
