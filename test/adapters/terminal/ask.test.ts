import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../adapters/host/place.ts';

const program = join(projectRoot(), 'dist/adapters/terminal/ask.js');
function run(args: readonly string[], input = '') {
  const done = spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8', cwd: '/' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('npm run ask', () => {
  it('answers one question with the voice before the words and a citation, and ends with 0', () => {
    const { code, out, err } = run(['para 71']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.indexOf('Committee conclusion:')).toBeLessThan(out.indexOf('We are deeply concerned'));
    expect(out).toContain('(2024–25, HL 160, HC 681) para 71');
  });

  it('writes no control sequence where nobody sees styles', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the character looked for
    expect(run(['para 71']).out).not.toMatch(/\u001b/);
  });

  it('takes a question of several words with or without quotation marks', () => {
    expect(run(['who', 'is', 'Rhys', 'Davies']).out).toBe(run(['who is Rhys Davies']).out);
  });

  it('ends with 3 when it found no answer, so that a script can tell', () => {
    expect(run(['para 12']).code).toBe(3);
    expect(run(['what is the best pizza in Naples']).code).toBe(3);
  });

  it('ends with 2 and its usage for an option it does not know', () => {
    const { code, out, err } = run(['--jason']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('usage: npm run ask -- "your question"');
  });

  it('prints its usage when asked', () => {
    const { code, out } = run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--jsonl');
  });

  it('answers every line of a pipe in one conversation, with no prompt', () => {
    const { code, out } = run([], 'para 66\nwho said that?\n\nexit\npara 74\n');
    expect(code).toBe(0);
    expect(out.match(/Paragraph 66 ·/g)).toHaveLength(2);
    expect(out).not.toContain('ask>');
    expect(out).not.toContain('Paragraph 74');
  });

  it('explains on request why each passage ranked where it did', () => {
    const { out } = run(['--explain', 'how long does the CCF take']);
    expect(out).toMatch(/log odds that something answers: -?\d/);
    expect(out).toMatch(/"ccf" \+\d/);
  });
});
