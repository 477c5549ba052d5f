import { open } from "node:fs/promises";

const timings = ["blocked", "connecting", "tls_handshaking", "sending", "waiting", "receiving"] as const;

/**
 * A k6 JSON output of at least so many bytes, the same every time, with the nine samples that k6 writes a request and
 * the users running once a second.
 */
export async function writeK6File(path: string, bytes: number, start = Date.UTC(2026, 2, 1)): Promise<void> {
  const file = await open(path, "w");
  try {
    let written = 0;
    let chunk =
      '{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time"},"metric":"http_req_duration"}\n';
    for (let i = 0; written < bytes; i += 1) {
      chunk += request(i, start + 2 * i);
      if (i % 500 === 0) chunk += sample("vus", start + 2 * i, 10 * (1 + (Math.floor(i / 100_000) % 4)), "null");
      if (chunk.length < 1 << 20) continue;
      written += (await file.write(chunk)).bytesWritten;
      chunk = "";
    }
  } finally {
    await file.close();
  }
}

function request(i: number, time: number): string {
  const failed = i % 997 === 0;
  const page = `https://permits.example/permits/${i % 20}`;
  const status = failed ? '"error_code":"1503","expected_response":"false"' : '"expected_response":"true"';
  const tags = `{${status},"group":"","method":"GET","name":"${page}","proto":"HTTP/2.0","scenario":"default","status":"${failed ? 503 : 200}","tls_version":"tls1.3","url":"${page}?page=${i % 7}"}`;
  const ms = 20 + ((i * 7919) % 380) + (i % 5000 < 40 ? 4000 : 0) + (i % 1000) / 1000;
  return (
    sample("http_reqs", time, 1, tags) +
    sample("http_req_duration", time, ms, tags) +
    timings.map((name) => sample(`http_req_${name}`, time, ms / 8, tags)).join("") +
    sample("http_req_failed", time, failed ? 1 : 0, tags)
  );
}

function sample(metric: string, time: number, value: number, tags: string): string {
  const at = new Date(time).toISOString().replace("Z", "456789Z");
  return `{"metric":"${metric}","type":"Point","data":{"time":"${at}","value":${value},"tags":${tags}}}\n`;
}
