import type { RadarEntry } from "./radar-entry.ts";

export interface MarkdownFile {
  /** `radar/2024-03-01/kubernetes.md`: release and id. */
  readonly path: string;
  readonly text: string;
}

/** The release and the id that a path names; null where it is no entry. */
export function releaseIn(path: string): { readonly release: string; readonly id: string } | null {
  const parts = /(?:^|\/)(\d{4}-\d{2}-\d{2})\/(?:[^/]+\/)*([^/]+)\.md$/.exec(path);
  return parts?.[1] === undefined || parts[2] === undefined ? null : { release: parts[1], id: parts[2] };
}

/** AOE: a file an entry in a folder a release; a later release inherits what it does not say anew. */
export function radarInMarkdown(files: readonly MarkdownFile[]): readonly RadarEntry[] {
  const releases = files.flatMap(({ path, text }) => {
    const at = releaseIn(path);
    return at === null ? [] : [{ ...at, ...frontMatter(text) }];
  });
  const newest = releases.reduce((latest, { release }) => (release > latest ? release : latest), "");
  const byId = Map.groupBy(
    releases.toSorted((a, b) => (a.release < b.release ? -1 : 1)),
    ({ id }) => id,
  );
  return [...byId].map(([id, history]) => entryOf(id, history, newest)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

interface Matter {
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

type Release = Matter & { readonly release: string };

function entryOf(id: string, history: readonly Release[], newest: string): RadarEntry {
  const fields = Object.assign({}, ...history.map((release) => release.fields)) as Readonly<Record<string, string>>;
  const rings = history.flatMap((release) => release.fields["ring"] ?? []);
  const isOfNewest = history.at(-1)?.release === newest;
  return {
    id,
    name: fields["title"] ?? id,
    ring: fields["ring"] ?? "",
    sector: fields["quadrant"] ?? fields["segment"] ?? "",
    moved: !isOfNewest
      ? "no change"
      : history.length === 1
        ? "new"
        : rings.at(-1) === rings.at(-2)
          ? "no change"
          : "changed",
    description: history.map(({ body }) => body).findLast((body) => body !== "") ?? "",
    link: "",
  };
}

/** The lines between the first two rules as `key: value`; nothing of YAML beyond texts is read. */
function frontMatter(text: string): Matter {
  const parts = /^\uFEFF?---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)([^]*)$/.exec(text);
  if (parts === null) return { fields: {}, body: text.trim() };
  const lines = (parts[1] ?? "").split(/\r?\n/).flatMap((line) => {
    const pair = /^(\w+):[ \t]*(.*)$/.exec(line);
    return pair?.[1] === undefined ? [] : [[pair[1].toLowerCase(), unquoted((pair[2] ?? "").trim())] as const];
  });
  return { fields: Object.fromEntries(lines), body: (parts[2] ?? "").trim() };
}

/** As YAML does: between double quotes a backslash stands before a quote or another one. */
function unquoted(text: string): string {
  if (/^".*"$/.test(text)) return text.slice(1, -1).replaceAll(/\\(["\\])/g, "$1");
  return /^'.*'$/.test(text) ? text.slice(1, -1) : text;
}
