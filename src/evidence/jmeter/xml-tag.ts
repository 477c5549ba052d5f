export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Line on which the tag begins, from 1. */
  readonly line: number;
}

/** Refuses the file: a stable code and what is wrong. */
type Refuse = (code: string, what: string) => never;

/** The five entities of XML: there are no others without a document type. */
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The name and the attributes of what stands between < and > (or />) of an opening tag. */
export function parsedTag(inside: string, line: number, refuse: Refuse): Tag {
  const name = /^[^\s/<>="']+/.exec(inside)?.[0] ?? refuse("xml-broken", "a tag has no name");
  const attributes = new Map<string, string>();
  const pattern = /\s+([^\s=<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')|\s+$/y;
  pattern.lastIndex = name.length;
  while (pattern.lastIndex < inside.length) {
    const match = pattern.exec(inside);
    if (match === null) return refuse("xml-broken", `the attributes of <${name}> are broken`);
    const [, key, double, single] = match;
    if (key === undefined) continue;
    if (attributes.has(key)) refuse("xml-broken", `<${name}> has the attribute ${key} twice`);
    attributes.set(key, unescaped(double ?? single ?? "", refuse));
  }
  return { name, attributes, line };
}

function unescaped(value: string, refuse: Refuse): string {
  if (!value.includes("&")) return value;
  return value.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,32}));|&/g,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        return (
          (Object.hasOwn(named, name) ? named[name] : undefined) ??
          refuse("xml-entity", `the entity &${name}; is none of XML's own: entities are not expanded`)
        );
      }
      const code = hex === undefined ? Number(decimal ?? NaN) : Number.parseInt(hex, 16);
      if (!(code <= 0x10ffff)) refuse("xml-broken", `“${all}” is no character`);
      return String.fromCodePoint(code);
    },
  );
}
