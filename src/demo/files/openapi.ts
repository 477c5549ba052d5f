/** An interface as its makers describe it. */
export interface DescribedInterface {
  readonly title: string;
  readonly server: string;
  /** Path, name of the operation, what it is for; without the last, nobody said. */
  readonly reads: readonly (readonly [path: string, operationId: string, summary?: string])[];
}

const fault = { description: "What went wrong", content: { "application/problem+json": {} } };

/** OpenAPI 3.1, generated: it says so of itself. An operation without a word on it is what checking finds. */
export function openApiJson({ title, server, reads }: DescribedInterface): string {
  const operation = ([path, operationId, summary]: DescribedInterface["reads"][number]) => ({
    operationId,
    ...(summary !== undefined && { summary }),
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    responses: { 200: { description: "Found" }, "4XX": fault, "5XX": fault },
  });
  return JSON.stringify(
    {
      openapi: "3.1.0",
      info: { title, version: "1.4.0", description: "Generated for a demonstration: nothing answers here." },
      servers: [{ url: server }],
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Office-Key" } } },
      paths: Object.fromEntries(reads.map((read) => [read[0], { get: operation(read) }])),
    },
    null,
    2,
  );
}
