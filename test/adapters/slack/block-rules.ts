// What Slack rejects in blocks: its documented limits, and those its clients have run into.

type Json = Record<string, unknown>;
const isObject = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);
const lengthOf = (x: unknown) => (typeof x === 'string' ? x.length : -1);

const BLOCKS = ['actions', 'context', 'divider', 'header', 'input', 'rich_text', 'section'];
const RICH = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted', 'rich_text_list'];
/** Beyond this, messages have been refused as msg_blocks_too_long. */
const MOST_TEXT = 11_000;

/** Every fault of a list of blocks; none when Slack takes it. */
export function faultsOf(blocks: unknown, most = 50): string[] {
  if (!Array.isArray(blocks)) return ['blocks is no list'];
  const faults: string[] = [];
  const say = (ok: boolean, fault: string) => void (ok || faults.push(fault));
  say(blocks.length > 0 && blocks.length <= most, `${blocks.length} blocks`);
  const ids = blocks.flatMap((b) => (isObject(b) && typeof b['block_id'] === 'string' ? [b['block_id']] : []));
  say(new Set(ids).size === ids.length, 'a block_id stands twice');
  for (const block of blocks) {
    if (!isObject(block) || !BLOCKS.includes(String(block['type'])))
      faults.push(`block type ${JSON.stringify(block).slice(0, 80)}`);
    else blockFaults(block, say);
  }
  say(textOf(blocks) <= MOST_TEXT, `msg_blocks_too_long: ${textOf(blocks)}`);
  return faults;
}

type Say = (ok: boolean, fault: string) => void;

function blockFaults(block: Json, say: Say): void {
  say(lengthOf(block['block_id'] ?? '') <= 255, 'block_id too long');
  switch (block['type']) {
    case 'section':
      textFaults(block['text'], 3000, say);
      break;
    case 'header':
      textFaults(block['text'], 150, say, true);
      break;
    case 'context':
      for (const e of listOf(block['elements'], 10, say)) textFaults(e, 3000, say);
      break;
    case 'actions': {
      const elements = listOf(block['elements'], 25, say);
      const ids = elements.map((e) => e['action_id']);
      say(new Set(ids).size === ids.length, 'an action_id stands twice in a block');
      for (const e of elements) buttonFaults(e, say);
      break;
    }
    case 'input':
      textFaults(block['label'], 2000, say, true);
      if (block['hint']) textFaults(block['hint'], 2000, say, true);
      inputFaults(block['element'], say);
      break;
    case 'rich_text':
      for (const e of listOf(block['elements'], 300, say)) richFaults(e, say);
      break;
    default:
  }
}

function listOf(list: unknown, most: number, say: Say): Json[] {
  say(Array.isArray(list) && list.length > 0 && list.length <= most, `elements: 1 to ${most}`);
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textFaults(text: unknown, most: number, say: Say, plain = false): void {
  if (!isObject(text)) {
    say(false, 'text is missing');
    return;
  }
  say(['plain_text', ...(plain ? [] : ['mrkdwn'])].includes(String(text['type'])), `text type ${String(text['type'])}`);
  say(lengthOf(text['text']) >= 1 && lengthOf(text['text']) <= most, `text of ${lengthOf(text['text'])}, 1 to ${most}`);
}

function buttonFaults(button: Json, say: Say): void {
  say(button['type'] === 'button', `element type ${String(button['type'])}`);
  textFaults(button['text'], 75, say, true);
  say(lengthOf(button['action_id']) >= 1 && lengthOf(button['action_id']) <= 255, 'action_id');
  say(lengthOf(button['value'] ?? '') <= 2000, 'button value too long');
  say(['primary', 'danger', undefined].includes(button['style'] as string | undefined), 'button style');
}

function inputFaults(element: unknown, say: Say): void {
  if (!isObject(element)) {
    say(false, 'input without element');
    return;
  }
  if (element['type'] === 'plain_text_input') {
    const most = Number(element['max_length'] ?? 3000);
    say(most <= 3000 && lengthOf(element['initial_value'] ?? '') <= most, 'plain_text_input too long');
  } else if (element['type'] === 'static_select') {
    for (const option of listOf(element['options'], 100, say)) {
      textFaults(option['text'], 75, say, true);
      say(lengthOf(option['value']) >= 1 && lengthOf(option['value']) <= 150, 'option value');
    }
  } else say(false, `input element ${String(element['type'])}`);
}

function richFaults(part: Json, say: Say): void {
  say(RICH.includes(String(part['type'])), `rich text part ${String(part['type'])}`);
  for (const element of listOf(part['elements'], 1000, say)) {
    if (element['type'] === 'text') say(lengthOf(element['text']) >= 1, 'empty rich text');
    else if (element['type'] === 'link') say(/^https:\/\//.test(String(element['url'])), 'link');
    else say(false, `rich text element ${String(element['type'])}`);
  }
}

/** All characters shown. */
export function textOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, v) => sum + textOf(v), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [k, v]) => sum + (typeof v === 'string' ? (k === 'text' ? v.length : 0) : textOf(v)),
    0,
  );
}

export function viewFaults(view: unknown): string[] {
  if (!isObject(view)) return ['view is no object'];
  const faults = faultsOf(view['blocks'], 100);
  if (!['modal', 'home'].includes(String(view['type']))) faults.push('view type');
  if (view['type'] === 'modal') {
    for (const name of ['title', 'submit', 'close']) {
      const text = view[name];
      if (isObject(text) && (lengthOf(text['text']) < 1 || lengthOf(text['text']) > 24))
        faults.push(`${name}: 1 to 24`);
    }
    if (!isObject(view['title'])) faults.push('title is missing');
    const input = Array.isArray(view['blocks']) && view['blocks'].some((b) => isObject(b) && b['type'] === 'input');
    if (input && !isObject(view['submit'])) faults.push('input without submit');
  }
  if (lengthOf(view['private_metadata'] ?? '') > 3000) faults.push('private_metadata');
  return faults;
}
