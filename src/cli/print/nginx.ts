import type { Installation } from "./installation.ts";

const megabyte = 1024 * 1024;

/**
 * A server block in front of this installation. What a client says of itself is replaced, not passed on: the product believes
 * the proxy in front. Uploads are handed through as they come, for the product has limits and turns of its own.
 */
export function nginxServer({ config }: Installation): string {
  const { origin, uploadBytes, uploadFiles, host, port } = config;
  const site = origin === null ? null : new URL(origin);
  const name = site?.hostname ?? "touchstone.example.org";
  const nearby = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const upstream = `${nearby.includes(":") ? `[${nearby}]` : nearby}:${port === 0 ? 3000 : port}`;
  // All files of one form, and what stands around them.
  const body = Math.ceil((uploadBytes * uploadFiles) / megabyte) + 8;
  return [
    "# /etc/nginx/conf.d/touchstone.conf",
    "# nginx -t && systemctl reload nginx   (nginx 1.25.1 or newer; before that `listen 443 ssl http2;` and no `http2 on;`)",
    `# The product: TOUCHSTONE_ORIGIN=https://${name} TOUCHSTONE_TRUSTED_PROXIES=1`,
    "upstream touchstone {",
    `    server ${upstream};`,
    "    keepalive 16;",
    "}",
    "",
    "server {",
    "    listen 80;",
    "    listen [::]:80;",
    `    server_name ${name};`,
    `    return 301 https://${name}$request_uri;`,
    "}",
    "",
    "server {",
    "    listen 443 ssl;",
    "    listen [::]:443 ssl;",
    "    http2 on;",
    `    server_name ${name};`,
    "",
    `    ssl_certificate     /etc/letsencrypt/live/${name}/fullchain.pem;`,
    `    ssl_certificate_key /etc/letsencrypt/live/${name}/privkey.pem;`,
    "    ssl_protocols TLSv1.2 TLSv1.3;",
    "    ssl_prefer_server_ciphers off;",
    "    ssl_session_cache shared:touchstone:10m;",
    "    ssl_session_timeout 1d;",
    "    ssl_session_tickets off;",
    "    server_tokens off;",
    "",
    `    client_max_body_size ${body}m;`,
    "    client_body_timeout 120s;",
    "    send_timeout 120s;",
    "",
    "    # Figures for monitoring are asked for on the machine itself.",
    "    location = /metrics { return 404; }",
    "",
    "    location / {",
    "        proxy_pass http://touchstone;",
    "        proxy_http_version 1.1;",
    '        proxy_set_header Connection "";',
    "        proxy_set_header Host $host;",
    "        proxy_set_header X-Forwarded-For $remote_addr;",
    "        proxy_set_header X-Forwarded-Proto $scheme;",
    "        proxy_set_header X-Forwarded-Host $host;",
    '        proxy_set_header Forwarded "";',
    "        proxy_set_header X-Request-Id $request_id;",
    "        proxy_request_buffering off;",
    "        proxy_connect_timeout 5s;",
    "        # A verification or an export of a large ledger takes its time.",
    "        proxy_read_timeout 300s;",
    "        proxy_send_timeout 300s;",
    "    }",
    "}",
  ].join("\n");
}
