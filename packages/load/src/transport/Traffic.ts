/** Bytes on all connections of a run, both ways, framing included. */
export class Traffic {
  readonly #most: number;
  sent = 0;
  received = 0;
  /** Connections opened. */
  opened = 0;
  /** Called when more bytes went over the connections than may, as often as that is found. */
  onExceeded = () => {};

  constructor(most: number = Infinity) {
    this.#most = most;
  }

  add(sent: number, received: number): void {
    this.sent += sent;
    this.received += received;
    if (this.sent + this.received > this.#most) this.onExceeded();
  }

  /** Whether so many more bytes may go. */
  hasRoomFor(bytes: number): boolean {
    return this.sent + this.received + bytes <= this.#most;
  }
}
