// The manifests against Slack's own schema (slackapi/manifest-schema, MIT).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const Ajv = createRequire(import.meta.url)('ajv');

it.each(['manifest.json', 'manifest-minimal.json'])('%s is valid', (name) => {
  const schema = read('schemas/slack-manifest.json');
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  validate(read(`../adapters/slack/${name}`));
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ features: 'none' })).toBe(false);
});
