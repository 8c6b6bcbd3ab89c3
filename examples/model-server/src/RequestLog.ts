/** One request, as `/__requests` shows it. */
export interface LoggedRequest {
  /** When its head had arrived, ISO 8601. */
  at: string;
  /** Milliseconds from the last byte of the request to the last byte of the answer; so far, while there is no status. */
  heldMs: number;
  /** From the `x-dynoscope-run` header. */
  runId?: string;
  path: string;
  /** 499 where the client left before the answer was written. */
  status?: number;
  userAgent?: string;
}

/** A request that is going on. Its times are monotonic, in ms. */
export interface OpenRequest {
  read(): void;
  close(status: number): void;
}

interface Entry extends Omit<LoggedRequest, 'at' | 'heldMs'> {
  at: number;
  readAt?: number;
  closedAt?: number;
}

/** The newest requests, oldest first; the oldest make room. */
export class RequestLog {
  private readonly entries: Entry[] = [];
  private total = 0;

  constructor(private readonly capacity = 200_000) {}

  open(request: {
    path: string;
    runId?: string;
    userAgent?: string;
  }): OpenRequest {
    const entry: Entry = {
      at: Date.now(),
      path: short(request.path),
      runId: request.runId && short(request.runId),
      userAgent: request.userAgent && short(request.userAgent),
    };
    this.entries[this.total % this.capacity] = entry;
    this.total += 1;
    return {
      read: () => {
        entry.readAt = performance.now();
      },
      close: status => {
        entry.status = status;
        entry.closedAt = performance.now();
      },
    };
  }

  /** @param since - milliseconds since the epoch; requests from then on. */
  list(since = 0): LoggedRequest[] {
    const now = performance.now();
    const split = this.total % this.capacity;
    const ordered =
      this.total > this.capacity
        ? [...this.entries.slice(split), ...this.entries.slice(0, split)]
        : this.entries;
    return ordered
      .filter(entry => entry.at >= since)
      .map(({ at, readAt, closedAt, ...rest }) => ({
        at: new Date(at).toISOString(),
        heldMs:
          readAt === undefined
            ? 0
            : Math.round(((closedAt ?? now) - readAt) * 1000) / 1000,
        ...rest,
      }));
  }
}

/** The values come from whoever asks. */
function short(value: string): string {
  return value.slice(0, 200);
}
