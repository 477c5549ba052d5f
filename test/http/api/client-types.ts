import { compile } from "json-schema-to-typescript";
import type { ApiDocument } from "../../../src/http/api/document/document.ts";

/** What whoever writes a client gets from the document: a type for each of its shapes. */
export async function clientTypes({ components: { schemas } }: ApiDocument): Promise<string> {
  const names = Object.keys(schemas).toSorted();
  const whole = {
    title: "Shapes",
    type: "object",
    additionalProperties: false,
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs: schemas,
  };
  const local = JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/");
  return compile(JSON.parse(local) as Parameters<typeof compile>[0], "Shapes", {
    bannerComment:
      "/* Made from the API's own document: `npx vitest run --project unit test/http/api/walk.test.ts -u`. */",
    style: { printWidth: 120, trailingComma: "all" },
    // A list is a list: as a union of tuples of every length nobody could read it.
    ignoreMinAndMaxItems: true,
  });
}
