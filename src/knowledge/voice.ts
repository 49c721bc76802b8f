// Pills: who speaks until the end of the line or the next pill, and editorial links between paragraphs.
import type { Voice, VoiceKind } from './model.ts';

const NAMELESS: Partial<Record<VoiceKind, string>> = {
  evidence: 'nobody is named',
  government: 'the Government',
  interpol: 'INTERPOL',
};

const VOICE = /^(committee|evidence|interpol|government|witness|commentary|guide)(?:: (\S.*))?$/;
const LINK = /^(follows|rests|compare): (\S.*)$/;

/** The voice a pill names, or null when it is not a voice pill. `author` speaks for `committee` and for commentary without a name. */
export function voiceFromPill(pill: string, author: string): Voice | null {
  const match = VOICE.exec(pill);
  if (!match?.[1]) return null;
  const kind = match[1] as VoiceKind;
  const name = match[2] ?? NAMELESS[kind];
  if (kind === 'committee') return match[2] ? null : { kind, name: author };
  if (kind === 'evidence' && match[2]) return null;
  if (kind === 'commentary' || kind === 'guide') return { kind, name: name ?? author };
  return name ? { kind, name } : null;
}

/** `follows: 71`, `rests: 66, 67` or `compare: jchr-tnr/66, ein/3`, as link kind and references; bare numbers are of the same source. */
export function linkFromPill(
  pill: string,
  source: string,
): { kind: 'follows' | 'rests' | 'compare'; refs: string[] } | null {
  const match = LINK.exec(pill);
  if (!match?.[1] || !match[2]) return null;
  const refs = match[2]
    .split(',')
    .map((r) => r.trim())
    .map((r) => (/^n?\d+$/.test(r) ? `${source}/${r}` : r));
  return { kind: match[1] as 'follows' | 'rests' | 'compare', refs };
}

/** The names a voice carries: `Ben Keith, Rhys Davies` is two. */
export function speakersOf(voice: Voice): string[] {
  return voice.kind === 'witness' ? voice.name.split(', ') : [voice.name];
}
