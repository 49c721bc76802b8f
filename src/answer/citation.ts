// Citations to paste. OSCOLA for a joint committee: committee, title, session with both paper numbers, Lords first, paragraph.
import type { Passage, Source } from '../knowledge/model.ts';

export interface Citation {
  readonly oscola: string;
  readonly plain: string;
  /** OSCOLA without the address, for a page that gives the address apart. */
  readonly brief: string;
}

/** The paragraph or note as a pinpoint: `para 72`, or `para 66, n 138` for a note. */
export function pinpoint(passage: Passage): string {
  if (passage.kind !== 'note') return `para ${passage.number}`;
  const paragraph = passage.citedIn?.split('/')[1]?.replace(/\.\d+$/, '');
  return paragraph ? `para ${paragraph}, n ${passage.number}` : `n ${passage.number}`;
}

/** The pinpoint of several paragraphs of one source: `paras 71-72`. */
export function citationOf(passage: Passage, source: Source): Citation {
  if (passage.guide) {
    const { from, dated, urls } = passage.guide;
    const oscola = `${from} (${dated}) <${urls[0] ?? ''}>`;
    return { oscola, plain: `${source.author}, ${passage.ref}: ${oscola}`, brief: `${from} (${dated})` };
  }
  const at = pinpoint(passage);
  if (source.kind !== 'report') {
    const work = `${source.author}, '${source.title}' (undated)`;
    return {
      oscola: `${work} <${source.url}> ${at}`,
      plain: `${source.short}, ${source.title}, ${at}, ${source.url}`,
      brief: `${work} ${at}`,
    };
  }
  const papers = [source.session, source.lords, source.commons].filter(Boolean).join(', ');
  const line = [
    source.series,
    [source.commons, source.lords?.replace(/^HL /, 'HL Paper ')].filter(Boolean).join(' / '),
  ];
  const oscola = `${source.author}, ${source.title} (${papers}) ${at}`;
  return {
    oscola,
    brief: oscola,
    plain: `${source.short}, ${source.title}, ${line.filter(Boolean).join(', ')}, ${at}`,
  };
}
