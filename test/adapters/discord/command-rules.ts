// What Discord refuses in a list of commands although its schema lets it pass.
import { Locale } from 'discord-api-types/v10';
import type { Say } from './component-rules.ts';
import { isObject, type Json, lengthOf, listOf } from './discord-schema.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
/** Subcommand and group: they hold options, and stand beside no others. */
const NESTING = [1, 2];
/** String, integer, number. */
const COMPLETABLE = [3, 4, 10];
const LOCALES: string[] = Object.values(Locale);

export function commandFaults(commands: unknown, say: Say): void {
  const list = listOf(commands);
  const keys = list.map((c) => `${kindOf(c)} ${String(c['name'])}`);
  say(new Set(keys).size === keys.length, 'a command name stands twice');
  for (const [kind, most] of Object.entries(MOST)) {
    const count = list.filter((c) => kindOf(c) === Number(kind)).length;
    say(count <= most, `${count} commands of type ${kind}, ${most} at most`);
  }
  for (const command of list) {
    oneFaults(command, (ok, fault) => say(ok, `${String(command['name'])}: ${fault}`));
  }
}

const kindOf = (command: Json) => Number(command['type'] ?? 1);

function oneFaults(command: Json, say: Say): void {
  const contexts = Array.isArray(command['contexts']) ? command['contexts'] : [];
  const installs = Array.isArray(command['integration_types']) ? command['integration_types'] : [0];
  say(!contexts.includes(2) || installs.includes(1), 'context PRIVATE_CHANNEL without USER_INSTALL');
  say(new Set(contexts).size === contexts.length, 'a context stands twice');
  localeFaults(command, kindOf(command) === 1, say);
  const length = lengthIn(command);
  say(length <= 8000, `${length} characters, 8000 at most`);
  if (kindOf(command) !== 1) {
    say(!command['description'], 'a context menu command with description');
    say(listOf(command['options']).length === 0, 'a context menu command with options');
    say(String(command['name']).trim() !== '', 'name');
    return;
  }
  nameFaults(command, say);
  optionsFaults(command['options'], say);
}

function nameFaults(named: Json, say: Say): void {
  const name = String(named['name']);
  say(NAME.test(name) && name === name.toLowerCase(), `name ${name}`);
  say(lengthOf(named['description']) >= 1, `description of ${name} is missing`);
}

function localeFaults(named: Json, strict: boolean, say: Say): void {
  for (const key of ['name_localizations', 'description_localizations']) {
    for (const [locale, text] of Object.entries(isObject(named[key]) ? named[key] : {})) {
      say(LOCALES.includes(locale), `unknown locale ${locale}`);
      if (strict && key === 'name_localizations')
        say(NAME.test(String(text)) && text === String(text).toLowerCase(), `name ${String(text)} in ${locale}`);
    }
  }
}

function optionsFaults(options: unknown, say: Say): void {
  const list = listOf(options);
  const names = list.map((o) => o['name']);
  say(new Set(names).size === names.length, 'an option name stands twice');
  const nesting = list.filter((o) => NESTING.includes(Number(o['type'])));
  say(nesting.length === 0 || nesting.length === list.length, 'subcommands beside other options');
  const required = list.map((o) => o['required'] === true);
  say(!required.some((is, i) => is && required.slice(0, i).includes(false)), 'a required option after an optional one');
  for (const option of list) {
    nameFaults(option, say);
    localeFaults(option, true, say);
    const choices = listOf(option['choices']);
    say(!option['autocomplete'] || choices.length === 0, 'autocomplete with choices');
    say(!option['autocomplete'] || COMPLETABLE.includes(Number(option['type'])), 'autocomplete on such a type');
    say(new Set(choices.map((c) => c['name'])).size === choices.length, 'a choice name stands twice');
    say(
      choices.every(
        (c) => typeof c['value'] !== 'string' || (lengthOf(c['value']) >= 1 && lengthOf(c['value']) <= 100),
      ),
      'choice value, 1 to 100',
    );
    for (const c of choices) localeFaults(c, false, say);
    for (const [least, most] of [
      ['min_length', 'max_length'],
      ['min_value', 'max_value'],
    ] as const)
      say(
        Number(option[least] ?? Number.NEGATIVE_INFINITY) <= Number(option[most] ?? Infinity),
        `${least} above ${most}`,
      );
    if (NESTING.includes(Number(option['type']))) optionsFaults(option['options'], say);
  }
}

/** Names, descriptions and choice values; of a text in several languages, the longest. */
function lengthIn(named: Json): number {
  const longest = (key: string) => {
    const others = named[`${key}_localizations`];
    return Math.max(lengthOf(named[key]), ...Object.values(isObject(others) ? others : {}).map(lengthOf));
  };
  const inside = [...listOf(named['options']), ...listOf(named['choices'])];
  return (
    longest('name') + longest('description') + lengthOf(named['value']) + inside.reduce((n, o) => n + lengthIn(o), 0)
  );
}
