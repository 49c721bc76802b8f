// What Discord refuses in the components of messages and modals although its schema lets them pass.
import { isObject, type Json, lengthOf, listOf } from './discord-schema.ts';

export type Say = (ok: boolean, fault: string) => void;

const ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const SELECTS = [STRING_SELECT, 5, 6, 7, 8];
/** Section, text, thumbnail, gallery, file, separator, container. */
const SECOND_VERSION = [9, TEXT_DISPLAY, 11, 12, 13, 14, 17];
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3/u;

/** Every component, with those inside it. */
export function allOf(components: unknown): Json[] {
  return listOf(components).flatMap((c) => [
    c,
    ...allOf(c['components']),
    ...allOf([c['accessory'], c['component']].filter(isObject)),
  ]);
}

export function messageComponentFaults(components: unknown, second: boolean, say: Say): void {
  const all = allOf(components);
  if (second) {
    say(all.length <= 40, `${all.length} components, 40 at most`);
    const shown = all.reduce((sum, c) => sum + (c['type'] === TEXT_DISPLAY ? lengthOf(c['content']) : 0), 0);
    say(shown <= 4000, `displayable text of ${shown}, 4000 at most`);
  } else {
    const first = all.find((c) => SECOND_VERSION.includes(Number(c['type'])));
    say(!first, `component type ${String(first?.['type'])} without the flag IS_COMPONENTS_V2`);
    say(listOf(components).length <= 5, `${listOf(components).length} rows, 5 at most`);
    say(
      listOf(components).every((c) => c['type'] === ROW || SECOND_VERSION.includes(Number(c['type']))),
      'a component outside a row',
    );
  }
  idFaults(all, say);
  for (const c of all) {
    if (c['type'] === ROW) rowFaults(c, say);
    if (c['type'] === BUTTON) buttonFaults(c, say);
    if (SELECTS.includes(Number(c['type']))) selectFaults(c, say);
    if (c['type'] === TEXT_DISPLAY) say(String(c['content']).trim() !== '', 'a text display without text');
    for (const media of [c['media'], c['file'], ...listOf(c['items']).map((i) => i['media'])].filter(isObject))
      say(/^(https?|attachment):\/\//.test(String(media['url'])), `media url ${String(media['url'])}`);
  }
}

function idFaults(all: readonly Json[], say: Say): void {
  const twice = (key: string) => {
    const ids = all.map((c) => c[key]).filter((id) => id !== undefined && id !== null && id !== 0);
    return ids.find((id, i) => ids.indexOf(id) !== i);
  };
  for (const key of ['custom_id', 'id']) say(twice(key) === undefined, `${key} ${String(twice(key))} stands twice`);
}

function rowFaults(row: Json, say: Say): void {
  const inside = listOf(row['components']);
  const selects = inside.filter((c) => c['type'] !== BUTTON);
  say(selects.length === 0 || inside.length === 1, 'a select menu shares its row');
}

function buttonFaults(button: Json, say: Say): void {
  const { style, label, emoji, url, custom_id: id, sku_id: sku } = button;
  if (style === 6) {
    say(Boolean(sku) && !id && !url && !label && !emoji, 'a premium button has a sku_id and nothing else');
    return;
  }
  say((typeof label === 'string' && label.trim() !== '') || isObject(emoji), 'a button without label and emoji');
  say(!sku, 'a button with sku_id');
  if (isObject(emoji)) say(Boolean(emoji['id']) || EMOJI.test(String(emoji['name'])), `emoji ${String(emoji['name'])}`);
  if (style === 5) {
    say(!id, 'a link button with custom_id');
    say(/^(https?|discord):\/\//.test(String(url ?? '')), `link button url ${String(url)}`);
  } else {
    say(Boolean(id), 'a button without custom_id');
    say(!url, 'a button with url that is no link button');
  }
}

function selectFaults(menu: Json, say: Say): void {
  const least = Number(menu['min_values'] ?? 1);
  const most = Number(menu['max_values'] ?? 1);
  say(least <= most, 'min_values above max_values');
  if (menu['type'] !== STRING_SELECT) return;
  const options = listOf(menu['options']);
  const values = options.map((o) => o['value']);
  say(new Set(values).size === values.length, 'a select value stands twice');
  say(most <= options.length, 'max_values above the number of options');
  say(options.filter((o) => o['default']).length <= most, 'more defaults than max_values');
  for (const { emoji } of options)
    if (isObject(emoji)) say(Boolean(emoji['id']) || EMOJI.test(String(emoji['name'])), 'emoji of an option');
}

export function modalFaults(modal: Json, say: Say): void {
  const top = listOf(modal['components']);
  say(top.length >= 1 && top.length <= 5, `${top.length} modal components, 1 to 5`);
  say(String(modal['title'] ?? '').trim() !== '', 'a modal without title');
  const all = allOf(top);
  idFaults(all, say);
  for (const c of all.filter((one) => SELECTS.includes(Number(one['type'])))) selectFaults(c, say);
  for (const outer of top) {
    const inside = [...listOf(outer['components']), outer['component']].filter(isObject);
    if (outer['type'] === ROW) say(inside.length === 1, 'a modal row holds one text input');
    for (const input of inside.filter((c) => c['type'] === TEXT_INPUT)) {
      say(
        outer['type'] === ROW ? Boolean(input['label']) : !input['label'],
        'label of a text input: in a row, and there only',
      );
      const most = Number(input['max_length'] ?? 4000);
      say(Number(input['min_length'] ?? 0) <= most, 'min_length above max_length');
      say(lengthOf(input['value']) <= most, 'value longer than max_length');
    }
  }
}
