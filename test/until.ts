// Waiting for what other processes and sockets do, at most a few seconds.

/** Waits until something holds, at most a few seconds. */
export async function until<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  most = 5000,
): Promise<T> {
  const end = Date.now() + most;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((go) => setTimeout(go, 5));
  }
}
