import { describe, expect, it } from "vitest";
import { registeredConditions } from "../../src/domain/gates/register.ts";
import { corrections } from "../../src/domain/technology/chapters.ts";
import { houseOf } from "../../src/http/house.ts";
import { house, rooms } from "../../src/http/rooms.ts";
import { realLanguages } from "./view/support.ts";

const room = (name: string, parts: Partial<Parameters<typeof houseOf>[0][number]>) => ({ name, ...parts });

describe("what the rooms say of themselves", () => {
  it("leaves no condition that a policy can ask for without its place", () => {
    expect(registeredConditions.filter((key) => !house.conditions.has(key))).toEqual([]);
    expect([...house.conditions.keys()].filter((key) => !registeredConditions.includes(key))).toEqual([]);
  });

  it("asks for the figures of every entry whose figures may be put right", () => {
    expect([...house.corrections.keys()].toSorted()).toEqual([...corrections.keys()].toSorted());
  });

  it.each(["en", "zh-CN"] as const)(
    "has its words in %s: sentences, marks, links, kinds of work and of entries",
    (locale) => {
      const { t } = realLanguages().of(locale);
      const said = (key: string) => t.has(key) || t.has(`${key}_other`);
      const needed = [
        ...[...house.tellings.keys()].map((type) => `events:${type}`),
        ...house.kinds.map((kind) => `ledger:room.${kind}`),
        ...[...house.acts].flatMap(([command, { from }]) =>
          from === undefined ? [] : [`technology:action.${command}`],
        ),
        ...[...house.conditions].flatMap(([key, { see, act }]) => [
          `conditions:${key}.title`,
          ...(see === undefined ? [] : [`gate:see.${see}`]),
          ...(act === undefined ? [] : [`gate:go.${act.command}`]),
        ]),
        ...[...house.work.keys()].flatMap((kind) => [`work:kind.${kind}`, `work:tag.${kind}`]),
        ...[...house.warnings.keys()].flatMap((kind) =>
          ["name", "kind", "next"].map((part) => `warnings:${part}.${kind}`),
        ),
      ];
      expect(needed.length).toBeGreaterThan(150);
      expect(needed.filter((key) => !said(key))).toEqual([]);
    },
  );

  it("stands under names that are its own", () => {
    expect(new Set(rooms.map(({ name }) => name)).size).toBe(rooms.length);
  });

  it("is said by one room only", () => {
    const twice = (parts: Parameters<typeof room>[1]) => () => houseOf([room("one", parts), room("other", parts)]);
    expect(twice({ events: { IncidentClosed: {} } })).toThrow(
      "The event IncidentClosed is told by other and by another room",
    );
    expect(twice({ acts: { OpenPilot: { at: "plan" } } })).toThrow("The command OpenPilot");
    expect(twice({ conditions: { "no-hold": {} } })).toThrow("The condition no-hold");
  });

  it("files an event under its room's kind, or under its own", () => {
    const found = houseOf([
      room("gate", { kind: "gates", events: { VoteCast: {}, WaiverLapsed: { kind: "waivers" } } }),
      room("people", { kind: "people", events: { RoleGranted: {} } }),
    ]);
    expect(found.kinds).toEqual(["gates", "waivers", "people"]);
    expect(found.typesIn("waivers", "people")).toEqual(["WaiverLapsed", "RoleGranted"]);
  });
});
