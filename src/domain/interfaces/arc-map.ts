/** What is drawn: rows that are named, and arcs between them. */
export interface MapNode {
  readonly id: string;
  /** Nodes of a group stand together. */
  readonly group: string;
}

export interface MapLink {
  readonly from: string;
  readonly to: string;
}

export interface ArcMap<Node extends MapNode, Link extends MapLink> {
  /** In the order in which they stand, one row each: no two names can lie over each other. */
  readonly nodes: readonly Node[];
  readonly arcs: readonly Arc<Link>[];
}

interface Arc<Link> {
  readonly link: Link;
  /** Rows of its ends. */
  readonly from: number;
  readonly to: number;
  /** How far it reaches out, 0 to 1 of the width, by the rows between its ends. */
  readonly reach: number;
}

/** Sweeps over the order; after this many it hardly changes any more. */
const sweeps = 16;

/**
 * An arc diagram: every node a row, those that exchange much near each other, groups together; links are arcs at their side.
 * The same nodes and links give the same map in whatever order they come.
 *
 * @param links between nodes that are there; one to itself has no arc
 */
export function arcMap<Node extends MapNode, Link extends MapLink>(
  nodes: readonly Node[],
  links: readonly Link[],
): ArcMap<Node, Link> {
  const ids = new Map(nodes.map((node) => [node.id, node]));
  const drawn = links
    .filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to))
    .toSorted((a, b) => compared(a.from, b.from) || compared(a.to, b.to));
  const groups = orderedBy(
    [...new Set(nodes.map(({ group }) => group))].toSorted(compared),
    drawn.map(({ from, to }) => [ids.get(from)?.group ?? "", ids.get(to)?.group ?? ""]),
  );
  const placeOfGroup = new Map(groups.map((group, place) => [group, place]));
  const inGroups = (order: readonly string[]): readonly string[] =>
    order.toSorted((a, b) => (placeOfGroup.get(groupOf(a)) ?? 0) - (placeOfGroup.get(groupOf(b)) ?? 0));
  const groupOf = (id: string): string => ids.get(id)?.group ?? "";
  const order = orderedBy(
    inGroups([...ids.keys()].toSorted(compared)),
    drawn.map(({ from, to }) => [from, to]),
    inGroups,
  );
  const rows = new Map(order.map((id, row) => [id, row]));
  const widest = Math.max(1, ...drawn.map(({ from, to }) => Math.abs((rows.get(from) ?? 0) - (rows.get(to) ?? 0))));
  return {
    nodes: order.flatMap((id) => ids.get(id) ?? []),
    arcs: drawn.map((link) => {
      const [from, to] = [rows.get(link.from) ?? 0, rows.get(link.to) ?? 0];
      return { link, from, to, reach: Math.sqrt(Math.abs(from - to) / widest) };
    }),
  };
}

/** Each moves to the middle of those that it is linked with, again and again; the order with the shortest links is kept. */
function orderedBy(
  first: readonly string[],
  pairs: readonly (readonly [string, string])[],
  kept: (order: readonly string[]) => readonly string[] = (order) => order,
): readonly string[] {
  const neighbours = new Map<string, string[]>(first.map((id) => [id, []]));
  for (const [a, b] of pairs) {
    if (a === b) continue;
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  let order = first;
  let best = { order, length: lengthOf(order, pairs) };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const place = new Map(order.map((id, at) => [id, at]));
    const middle = new Map(order.map((id, at) => [id, middleOf(neighbours.get(id) ?? [], place, at)]));
    order = kept(order.toSorted((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || compared(a, b)));
    const length = lengthOf(order, pairs);
    if (length < best.length) best = { order, length };
  }
  return best.order;
}

/** Half its own place, half its neighbours': else two that are linked change places for ever. */
function middleOf(neighbours: readonly string[], place: ReadonlyMap<string, number>, own: number): number {
  if (neighbours.length === 0) return own;
  const sum = neighbours.reduce((total, id) => total + (place.get(id) ?? own), 0);
  return (own + sum / neighbours.length) / 2;
}

function lengthOf(order: readonly string[], pairs: readonly (readonly [string, string])[]): number {
  const place = new Map(order.map((id, at) => [id, at]));
  return pairs.reduce((sum, [a, b]) => sum + Math.abs((place.get(a) ?? 0) - (place.get(b) ?? 0)), 0);
}

/** By code units: the same on every machine. */
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
