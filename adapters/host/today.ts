// The reader's day, as the guide's check dates need it; the engine has no clock of its own.

/** Today as an ISO date, by universal time. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
