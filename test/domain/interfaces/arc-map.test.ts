import fc from "fast-check";
import { expect, test } from "vitest";
import { arcMap } from "../../../src/domain/interfaces/arc-map.ts";

const nodesOf = (count: number, groups: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `n${i}`, group: `g${i % groups}` }));

const map = fc
  .record({
    nodes: fc.integer({ min: 1, max: 40 }),
    groups: fc.integer({ min: 1, max: 6 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
  })
  .map(({ nodes, groups, links }) => ({
    nodes: nodesOf(nodes, groups),
    links: links.map(([a, b]) => ({ from: `n${a % nodes}`, to: `n${b % nodes}` })),
  }));

test("every node has a row of its own, groups stand together, and each arc ends at the rows of its ends", () => {
  fc.assert(
    fc.property(map, ({ nodes, links }) => {
      const drawn = arcMap(nodes, links);
      expect(drawn.nodes.map(({ id }) => id).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
      const changes = drawn.nodes.filter(({ group }, i) => i > 0 && drawn.nodes[i - 1]?.group !== group);
      expect(changes.length + 1).toBe(new Set(nodes.map(({ group }) => group)).size);
      expect(drawn.arcs).toHaveLength(links.filter(({ from, to }) => from !== to).length);
      for (const { link, from, to, reach } of drawn.arcs) {
        expect([drawn.nodes[from]?.id, drawn.nodes[to]?.id]).toEqual([link.from, link.to]);
        expect(reach).toBeGreaterThan(0);
        expect(reach).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

test("the order in which nodes and links come changes nothing", () => {
  fc.assert(
    fc.property(map, ({ nodes, links }) => {
      const turned = arcMap(nodes.toReversed(), links.toReversed());
      const straight = arcMap(nodes, links);
      expect(turned.nodes).toEqual(straight.nodes);
      expect(turned.arcs.map(({ from, to }) => [from, to])).toEqual(straight.arcs.map(({ from, to }) => [from, to]));
    }),
    { numRuns: 200 },
  );
});

test("what exchanges much stands near: a chain in a shuffled order comes out no longer than it was", () => {
  const nodes = [4, 0, 3, 1, 5, 2].map((i) => ({ id: `n${i}`, group: "all" }));
  const links = [0, 1, 2, 3, 4].map((i) => ({ from: `n${i}`, to: `n${i + 1}` }));
  expect(arcMap(nodes, links).nodes.map(({ id }) => id)).toEqual(["n0", "n1", "n2", "n3", "n4", "n5"]);
  const star = arcMap(
    nodesOf(9, 1),
    [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({ from: "n0", to: `n${i}` })),
  );
  expect(star.nodes.findIndex(({ id }) => id === "n0")).toBeGreaterThan(1);
});
