import type { Installation } from "./installation.ts";

/** Where secrets of the unit stand: readable by root alone, read by systemd before the account is taken on. */
const secretsFile = "/etc/touchstone/secrets.env";

/**
 * A unit for this installation (systemd.exec(5)). It may write its data folder and its cache and nothing else; JavaScript is
 * compiled as it runs, so memory stays writable and executable.
 */
export function systemdUnit({ config, program, node, account, variables, secrets }: Installation): string {
  const { dataDir, shipTo, port } = config;
  const folders = shipTo.filter((place) => place.startsWith("/"));
  return lines(
    "# /etc/systemd/system/touchstone.service",
    "# sudo systemctl daemon-reload && sudo systemctl enable --now touchstone",
    `# The account: sudo useradd --system --home-dir ${path(dataDir)} --shell /usr/sbin/nologin ${account}`,
    `# Its folder:  sudo install -d -m 0750 -o ${account} -g ${account} ${path(dataDir)}`,
    ...(secrets.length > 0
      ? [`# ${secrets.join(", ")}: into ${secretsFile}, a line each, NAME=value (chmod 600, owner root)`]
      : []),
    "[Unit]",
    "Description=Touchstone",
    "Wants=network-online.target",
    "After=network-online.target",
    "",
    "[Service]",
    "Type=exec",
    `User=${account}`,
    `Group=${account}`,
    `WorkingDirectory=${value(program)}`,
    `ExecStart=${word(node)} --max-semi-space-size=4 src/main.ts`,
    `Environment=${word(`TOUCHSTONE_DATA=${dataDir}`)}`,
    ...variables.map(([name, text]) => `Environment=${word(`${name}=${text}`)}`),
    ...(secrets.length > 0 ? [`EnvironmentFile=${secretsFile}`] : []),
    "Restart=on-failure",
    "RestartSec=5s",
    "# What is being written is finished; requests under way have ten seconds.",
    "TimeoutStopSec=30s",
    "UMask=0027",
    "",
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    `ReadWritePaths=${[dataDir, ...folders].map(word).join(" ")}`,
    "CacheDirectory=touchstone",
    "CacheDirectoryMode=0700",
    "Environment=XDG_CACHE_HOME=/var/cache/touchstone",
    `ProtectHome=${isUnderHome(dataDir, program, node) ? "no" : "yes"}`,
    `PrivateTmp=${isUnderTmp(dataDir, program, node, ...folders) ? "no" : "yes"}`,
    "PrivateDevices=yes",
    "ProtectClock=yes",
    "ProtectControlGroups=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "ProtectProc=invisible",
    "LockPersonality=yes",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallErrorNumber=EPERM",
    port > 0 && port < 1024 ? "AmbientCapabilities=CAP_NET_BIND_SERVICE" : "AmbientCapabilities=",
    port > 0 && port < 1024 ? "CapabilityBoundingSet=CAP_NET_BIND_SERVICE" : "CapabilityBoundingSet=",
    "LimitNOFILE=65536",
    "",
    "[Install]",
    "WantedBy=multi-user.target",
  );
}

const isUnderHome = (...paths: readonly string[]): boolean =>
  paths.some((text) => /^\/(?:home|root|run\/user)(?:\/|$)/.test(text));

/** A per cent sign begins a specifier of systemd. */
const value = (text: string): string => text.replaceAll("%", "%%");

/** One word, whatever is in it. */
const word = (text: string): string =>
  /^[\w./:=@,+-]*$/.test(text) ? text : `"${value(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** In a comment that is to be copied into a shell. */
const path = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const lines = (...list: readonly string[]): string => list.join("\n");

/** A private one would hide what lies in the machine's own. */
const isUnderTmp = (...paths: readonly string[]): boolean =>
  paths.some((text) => /^\/(?:var\/)?tmp(?:\/|$)/.test(text));
