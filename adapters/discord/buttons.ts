// Buttons: what each one does is carried in its custom id, small, versioned, and read back with suspicion.
import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import { packRefs } from '../../src/index.ts';
import { OFFERS, type Offer, type OfferName } from '../host/offers.ts';
import { CUSTOM_ID } from './within-limits.ts';

const VERSION = '1';

/** Labels that fit beside others on a phone. */
const SHORT: Partial<Record<OfferName, string>> = { share: 'Share', tell: 'Tell curators', notes: 'Notes' };

export interface Pressed {
  readonly name: OfferName;
  /** A page, from 1. */
  readonly page: number;
  /** A packed answer or packed references: whoever reads it checks that they are held. */
  readonly carried: string;
}

/** The button, or null when what it would carry does not fit. Its id: version, name, page, what is carried. */
export function button({ name, label, answer, page, refs, primary }: Offer): APIButtonComponentWithCustomId | null {
  const head = `${VERSION}.${name}.${page ?? 1}|`;
  const carried = answer ?? fitting(refs ?? [], CUSTOM_ID - head.length);
  if (head.length + carried.length > CUSTOM_ID) return null;
  return {
    type: ComponentType.Button,
    style: primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: SHORT[name] ?? label,
    custom_id: `${head}${carried}`,
  };
}

/** As many references, from the first, as there is room for. */
function fitting(refs: readonly string[], room: number): string {
  let count = refs.length;
  while (count > 0 && packRefs(refs.slice(0, count)).length > room) count -= 1;
  return packRefs(refs.slice(0, count));
}

/** What a pressed button carries, or null when it is not one of ours: too old, or made up. */
export function readButton(id: string): Pressed | null {
  const [, version, name = '', page = '', carried = ''] = /^(\d+)\.(\w+)\.(\d{1,3})\|(.*)$/s.exec(id) ?? [];
  const known = OFFERS.find((o) => o === name);
  if (version !== VERSION || !known || Number(page) < 1) return null;
  return { name: known, page: Number(page), carried };
}
