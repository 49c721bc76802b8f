// Discord's limits in one place: everything the desk sends passes here first.
import { type APIComponentInContainer, ComponentType } from 'discord.js';

/** Characters of all the text of one message, and components of one message, nested ones counted. */
export const TEXT = 4000;
export const COMPONENTS = 40;
export const CUSTOM_ID = 100;
export const LABEL = 80;
export const CHOICES = 25;
export const CHOICE = 100;

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
}

/** The components when Discord will take them; otherwise an error that names the limit, and never the words. */
export function withinLimits<C extends APIComponentInContainer>(components: readonly C[]): readonly C[] {
  const all = flat(components as readonly Component[]);
  const text = all.reduce((sum, c) => sum + (c.content?.length ?? 0), 0);
  const ids = all.flatMap((c) => c.custom_id ?? []);
  const over = [
    ...(text > TEXT ? ['text'] : []),
    ...(all.length + 1 > COMPONENTS ? ['components'] : []),
    ...(ids.some((id) => id.length > CUSTOM_ID) ? ['custom id'] : []),
    ...(new Set(ids).size < ids.length ? ['custom id twice'] : []),
    ...(all.some((c) => c.type === ComponentType.Button && (c.label?.length ?? 0) > LABEL) ? ['label'] : []),
    ...(all.some((c) => c.type === ComponentType.TextDisplay && !c.content) ? ['empty text'] : []),
  ];
  if (over.length > 0) throw new RangeError(`beyond what Discord takes: ${over.join(', ')}`);
  return components;
}

function flat(components: readonly Component[]): Component[] {
  return components.flatMap((c) => [c, ...flat(c.components ?? [])]);
}
