import { describe, expect, it } from "vitest";
import { beyond, covers } from "../../../src/domain/technology/state/thing.ts";
import type { Thing } from "../../../src/domain/technology/state/thing.ts";

const incident = (id: string, at: number): Thing => ({ kind: "incident", id, at });
const indicator = (id: string, at: number, of = 1): Thing => ({ kind: "indicator", id, at, of });
const field = (id: string): Thing => ({ kind: "field", id });

describe("what was answered for covers what stands now", () => {
  const waived = [incident("i1", 2), incident("i2", 3)];

  it("where it is the same, or less of it", () => {
    expect(covers(waived, waived)).toBe(true);
    expect(covers(waived, [incident("i2", 3)])).toBe(true);
    expect(covers(waived, [incident("i1", 4), incident("i2", 3)])).toBe(true);
    expect(covers([indicator("sus", 0.5)], [indicator("sus", 0.4)])).toBe(true);
  });

  it("not where there is more, worse or other", () => {
    const more = [...waived, incident("i3", 4)];
    expect(beyond(waived, more)).toEqual([incident("i3", 4)]);
    expect(beyond(waived, [incident("i1", 1)])).toEqual([incident("i1", 1)]);
    expect(covers([field("pilot")], [field("annual")])).toBe(false);
    expect(covers([indicator("sus", 0.5)], [indicator("sus", 0.6)])).toBe(false);
    expect(
      covers(
        [{ kind: "agreement", id: "alpha", of: 1, at: 0.5 }],
        [{ kind: "agreement", id: "alpha", of: 1, at: 0.4 }],
      ),
    ).toBe(false);
  });

  it("not where it is of another plan, round or rollout", () => {
    expect(covers([indicator("sus", 1, 1)], [indicator("sus", 0.1, 2)])).toBe(false);
  });

  it("not where one of them does not say how bad it is", () => {
    const unsaid: Thing = { kind: "agreement", id: "raw", of: 1 };
    expect(covers([unsaid], [unsaid])).toBe(true);
    expect(covers([{ ...unsaid, at: 0.1 }], [unsaid])).toBe(false);
    expect(covers([unsaid], [{ ...unsaid, at: 0.9 }])).toBe(false);
  });

  it("never what names nothing, nor anything by answering for nothing", () => {
    expect(covers(waived, [])).toBe(false);
    expect(covers([], waived)).toBe(false);
  });
});
