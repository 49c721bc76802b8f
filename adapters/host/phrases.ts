// The fixed words of the desk on chat platforms: about the platform and its buttons, never about the report.

export const PHRASES = {
  unknownCommand: 'The desk does not know this command. Type "/rednotice help" to see what you can ask.',
  unknownButton: 'This button belongs to an older desk and no longer works. Ask again, or type "/rednotice help".',
  unknownShortcut: 'The desk does not know this shortcut. Type "/rednotice help" to see what you can ask.',
  notHeld: 'What this button showed is no longer held as it was. Ask again to see the current text.',
  shared: 'Shared: the excerpt and its citation. Your question and your name were not sent by the desk.',
  thanks: 'Thank you. Only the count is kept, with the paragraph: not who pressed, not what was asked.',
  told: 'Sent to the curators, as you saw it and without your name.',
  toldNobody: 'The desk could not reach the curators; nothing was sent. Please try again later.',
  noWords: 'The message has no words that the desk can read.',
  failed: 'Something went wrong and nothing was kept. Please ask again.',
  notHere: 'The desk may not write in this channel. Add it with "/invite", or copy the excerpt from here.',
  nothingToShare: 'There is no excerpt to share.',
} as const;

/** Kind words for somebody who asks too fast. */
export const waitPhrase = (seconds: number): string =>
  `The desk has had many questions in a short time. Please ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Nothing was lost or kept.`;
