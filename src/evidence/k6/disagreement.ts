/**
 * k6 says twice whether a request failed: by its tag and by a sample of http_req_failed, whose value 1 is a failure. What
 * is said of a run whose two counts differ; undefined where they agree or not every request has both.
 */
export function disagreement(requests: number, failed: number, points: number, ones: number): string | undefined {
  if (points !== requests || ones === failed) return undefined;
  return `Of ${requests} requests ${failed} failed by their tag and ${ones} by http_req_failed: the tag counts`;
}
