// Work that may fail: whoever pressed or typed is told so, and the operator's log still hears of it.
import { PHRASES } from '../host/phrases.ts';
import { fixed, type Message } from './reply.ts';

/** Runs `work`; when it throws, says so through `tell` and throws on. */
export async function attempt(work: () => Promise<void>, tell: (message: Message) => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    await tell(fixed(PHRASES.failed)).catch(() => undefined);
    throw fault;
  }
}
