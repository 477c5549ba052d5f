import type { Installation } from "./installation.ts";

/**
 * An image of what stands here: packages are installed in a stage of their own, the account is none that the machine has, and
 * the data lie in a volume. Built where this is: `touchstone print containerfile > Containerfile && podman build -t touchstone .`
 */
export function containerfile({ config, variables, secrets }: Installation): string {
  const port = config.port === 0 ? 3000 : config.port;
  const own = variables.filter(([name]) => name !== "PORT" && name !== "HOST");
  return [
    "# podman build -t touchstone .   (or docker build -f Containerfile -t touchstone .)",
    `# podman run --read-only --tmpfs /tmp --cap-drop=all --security-opt=no-new-privileges -p 127.0.0.1:${port}:${port} -v touchstone:/data touchstone`,
    ...(secrets.length > 0
      ? [`# ${secrets.join(", ")}: hand them over when it runs (--env-file), never in the image.`]
      : []),
    "# Beside it, in .containerignore: node_modules, data, demo-data, .git",
    "FROM docker.io/library/node:24-bookworm-slim AS packages",
    "WORKDIR /app",
    "COPY package.json package-lock.json .npmrc ./",
    "RUN npm ci --omit=dev --no-audit --no-fund",
    "",
    "FROM docker.io/library/node:24-bookworm-slim",
    'LABEL org.opencontainers.image.title="Touchstone" org.opencontainers.image.licenses="Apache-2.0"',
    "RUN groupadd --system --gid 10001 touchstone \\",
    " && useradd --system --uid 10001 --gid 10001 --home-dir /data --shell /usr/sbin/nologin touchstone \\",
    " && install -d -m 0750 -o 10001 -g 10001 /data",
    "WORKDIR /app",
    "COPY --from=packages /app/node_modules node_modules",
    "COPY package.json LICENSE ./",
    "COPY db db",
    "COPY views views",
    "COPY src src",
    `ENV NODE_ENV=production HOST=0.0.0.0 PORT=${port} TOUCHSTONE_DATA=/data NODE_COMPILE_CACHE=/tmp/compiled`,
    ...own.map(([name, text]) => `ENV ${name}=${JSON.stringify(text).replaceAll("$", "\\$")}`),
    "USER 10001:10001",
    'VOLUME ["/data"]',
    `EXPOSE ${port}`,
    "STOPSIGNAL SIGTERM",
    "HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \\",
    `  CMD ["node", "-e", "fetch('http://127.0.0.1:${port}/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]`,
    'CMD ["node", "--max-semi-space-size=4", "src/main.ts"]',
  ].join("\n");
}
