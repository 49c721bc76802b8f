// What the head of a source file must say, checked by zod and reported with the line of each key.
import * as z from 'zod';
import type { Reporter } from './fault.ts';
import type { Source } from './model.ts';

const range = z
  .string()
  .regex(/^\d+-\d+$/, 'write a range such as 64-79')
  .transform((r): [number, number] => {
    const [from, to] = r.split('-').map(Number);
    return [from ?? 0, to ?? 0];
  });
const words = z.string().trim().min(1, 'must not be empty');
const url = z.url({ protocol: /^https?$/, error: 'write a full address that begins with https://' });

const head = z.strictObject({
  source: z.string().regex(/^[a-z][a-z0-9-]*$/, 'write a short name in small letters, such as jchr-tnr'),
  kind: z.enum(['report', 'commentary', 'guide']),
  title: words,
  author: words,
  short: words,
  url,
  licence: words,
  'licence-url': url.optional(),
  published: z.iso.date('write a date such as 2025-07-30').optional(),
  series: words.optional(),
  session: words.optional(),
  commons: words.optional(),
  lords: words.optional(),
  paragraphs: range,
  notes: range.optional(),
  pinned: words.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
    .optional(),
});

export interface SourceHead {
  readonly source: Source;
  readonly pinned: string | null;
}

/** The head as a Source, or null after reporting every fault in it. */
export function readSourceHead(
  values: Record<string, unknown>,
  lines: Map<string, number>,
  report: Reporter,
): SourceHead | null {
  const result = head.safeParse(values);
  if (!result.success) {
    for (const issue of result.error.issues) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
      for (const key of keys) {
        const what = issue.code === 'unrecognized_keys' ? 'is not a key of a source' : issue.message;
        report.fault({ line: lines.get(key) ?? 1, column: 1 }, `front matter: ${key}: ${what}`);
      }
    }
    return null;
  }
  const h = result.data;
  return {
    pinned: h.pinned ?? null,
    source: {
      id: h.source,
      kind: h.kind,
      title: h.title,
      author: h.author,
      short: h.short,
      url: h.url,
      licence: h.licence,
      licenceUrl: h['licence-url'] ?? null,
      published: h.published ?? null,
      session: h.session ?? null,
      lords: h.lords ?? null,
      commons: h.commons ?? null,
      series: h.series ?? null,
      paragraphs: h.paragraphs,
      notes: h.notes ?? null,
      sha256: h.sha256 ?? null,
    },
  };
}
