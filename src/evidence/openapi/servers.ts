import { isRecord } from "./description.ts";
import type { JsonRecord } from "./description.ts";
import { escaped } from "./operations.ts";

interface Address {
  readonly pointer: string;
  /** With the default of each variable in its place. */
  readonly url: string;
}

/** Every address of a description: at its head, of a path, of an operation. Swagger 2.0 has schemes, host and base path. */
export function addressesOf(description: JsonRecord): readonly Address[] {
  const paths = isRecord(description["paths"]) ? Object.entries(description["paths"]) : [];
  return [
    ...oldAddresses(description),
    ...serversIn(description, "#"),
    ...paths.flatMap(([path, item]) => {
      const pointer = `#/paths/${escaped(path)}`;
      if (!isRecord(item)) return [];
      const inside = Object.entries(item).flatMap(([method, operation]) =>
        isRecord(operation) ? serversIn(operation, `${pointer}/${method}`) : [],
      );
      return [...serversIn(item, pointer), ...inside];
    }),
  ];
}

function serversIn({ servers }: JsonRecord, pointer: string): readonly Address[] {
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server: unknown, i) =>
    isRecord(server) && typeof server["url"] === "string"
      ? [{ pointer: `${pointer}/servers/${i}`, url: withDefaults(server["url"], server["variables"]) }]
      : [],
  );
}

const withDefaults = (url: string, variables: unknown): string =>
  url.replace(/\{([^{}]*)\}/g, (written, name: string) => {
    const variable = isRecord(variables) && Object.hasOwn(variables, name) ? variables[name] : null;
    return isRecord(variable) && typeof variable["default"] === "string" ? variable["default"] : written;
  });

function oldAddresses({ swagger, schemes, host, basePath }: JsonRecord): readonly Address[] {
  if (swagger === undefined) return [];
  const path = typeof basePath === "string" ? basePath : "";
  if (typeof host !== "string") return path === "" ? [] : [{ pointer: "#/basePath", url: path }];
  const ways = Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === "string") : [];
  // Without schemes it is whatever the document itself was fetched by.
  return (ways.length === 0 ? ["http"] : ways).map((scheme) => ({
    pointer: "#/basePath",
    url: `${scheme}://${host}${path}`,
  }));
}
