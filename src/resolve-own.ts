import { registerHooks } from "node:module";

/**
 * Says where an own file is without asking the disk: a start reads a thousand of them, each named whole ("./x.ts"), and
 * Node looks for links and the nearest package.json at every one. Nothing else is touched.
 */
export function resolveOwnFiles(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const { parentURL } = context;
      if (parentURL === undefined || !isOwn(specifier, parentURL)) return next(specifier, context);
      return { url: new URL(specifier, parentURL).href, format: "module-typescript", shortCircuit: true };
    },
  });
}

const isOwn = (specifier: string, parent: string): boolean =>
  specifier.startsWith(".") &&
  specifier.endsWith(".ts") &&
  parent.endsWith(".ts") &&
  !parent.includes("/node_modules/");
