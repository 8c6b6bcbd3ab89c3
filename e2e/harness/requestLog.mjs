/** What a demo server says it was asked by one run, oldest first. */
export async function requestsOfRun(serverUrl, runId) {
  const response = await fetch(`${serverUrl}/__requests`);
  return (await response.json()).filter(request => request.runId === runId);
}

/** Requests whose answer began and ended inside a window, as a measurement counts them. */
export function summarize(requests, { start, end }) {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const held = requests
    .filter(({ at, heldMs, status }) => {
      const sentAt = Date.parse(at);
      return status === 200 && sentAt >= from && sentAt + heldMs <= to;
    })
    .map(({ heldMs }) => heldMs)
    .sort((a, b) => a - b);
  return {
    count: held.length,
    rate: (held.length * 1000) / (to - from),
    p50: held[Math.ceil(held.length / 2) - 1],
  };
}

/** The most requests that came within any one second. */
export function peakRate(requests) {
  const times = requests.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  let from = 0;
  let peak = 0;
  times.forEach((time, index) => {
    while (time - times[from] >= 1000) {
      from += 1;
    }
    peak = Math.max(peak, index - from + 1);
  });
  return peak;
}
