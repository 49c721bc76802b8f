// Recognises a question that wants the report's own words and nothing from beside it: "not the news piece", "from the report itself".

const ASIDE = String.raw`(?:ein|news|article|press|website|web\s?site|web\s?page|blog|commentary|coverage|red\s+notice\s+monitor|rnm|guides?)`;
const NOT_ASIDE = new RegExp(
  String.raw`\b(?:not|never|no|ignor\w+|exclud\w+|without|except|skip|minus|other\s+than|rather\s+than|instead\s+of|as\s+opposed\s+to|leav\w+\s+(?:out|aside))\s+(?:(?:in|from|on|by|just|only)\s+)?(?:(?:the|that|this|any|what|your)\s+)?${ASIDE}\b`,
  'iu',
);
const ITSELF =
  /\b(?:report|jchr|committee|parliament\w*)(?:'s|s)?\s+(?:itself|themselves|own\s+(?:text|words|view|voice|report|findings?))\b/iu;

const REPORT = String.raw`(?:report|jchr|jsr|joint\s+committee|committee|paras?|paragraphs?|inquiry|parliamentary\s+(?:body|committee|report|inquiry))`;
const SAYS = new RegExp(
  String.raw`\b(?:according\s+to|per|in|as\s+per)\s+(?:the\s+|this\s+|that\s+)?${REPORT}\b|\b${REPORT}(?:'s)?\s+(?:really\s+|actually\s+|even\s+|itself\s+|also\s+)?(?:says?|said|stat\w+|finds?|found|conclud\w+|mention\w*|recommend\w*|thinks?|describ\w+|explain\w*|tells?|notes?|claims?|consider\w*|propos\w+|suggest\w*|call\w*|want\w*|covers?|discuss\w*|define\w*)\b|\b(?:did|does|do|has|was|were|were\s+told)\s+(?:the\s+)?${REPORT}\s(?!(?:report\s+)?(?:been|had|got|get|come|receive\w*)\b)`,
  'iu',
);
/** "The report says", "in the report", "according to the report" in the other languages of the terms. */
const SAYS_ELSEWHERE = new RegExp(
  [
    String.raw`(?<!\p{L})(?:в\s+(?:докладе|отч[её]те)|согласно\s+(?:докладу|отч[её]ту)|(?:говорит\p{L}*|сказано)\s+(?:в\s+)?(?:доклад|отч[её]т)\p{L}*|доклад\s+(?:говорит|утверждает|называет))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:[ув]\s+(?:доповіді|звіті)|згідно\s+зі?\s+(?:звітом|доповіддю)|каже\s+(?:звіт|доповідь))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:rapora\s+göre|raporda|rapor\s+(?:\S+\s+){0,5}?(?:diyor|söylüyor|anlatıyor))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:(?:seg[uú]n|en)\s+el\s+informe|(?:qu[eé]\s+)?dice\s+el\s+informe|el\s+informe\s+dice)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:(?:selon|d['’]après|dans)\s+le\s+rapport|(?:que\s+)?dit\s+le\s+rapport|le\s+rapport\s+dit)(?!\p{L})`,
    String.raw`(?:يقول|يذكر|يصف|ذكر)\s+التقرير|في\s+التقرير|(?:وفقا|وفقًا)\s+للتقرير|ب?حسب\s+التقرير`,
    String.raw`(?:طبق|بر\s*اساس|در)\s+(?:این\s+)?گزارش|گزارش\s+(?:\S+\s+){0,6}?می[\s\u200c]?گوید`,
    String.raw`(?:根据|按照|依据)(?:这份|该)?报告|报告(?:里|中|上)?(?:[^，。？]{0,12})(?:说|提到|写|讲|认为|指出)`,
  ].join('|'),
  'iu',
);

/** True when the question asks what the report says: the guide may then stand beside the answer, never be it. */
export function asksReport(text: string): boolean {
  return SAYS.test(text.replace(/[’`´]/g, "'")) || SAYS_ELSEWHERE.test(text) || wantsReportOnly(text);
}

/** "According to the report, …" speaks for the whole question. */
const LED = new RegExp(
  String.raw`^(?:\S+\s+){0,3}?(?:according\s+to|per|in|as\s+per)\s+(?:the\s+|this\s+|that\s+)?${REPORT}\b`,
  'iu',
);
/** "Does the report say who checks, and how often?" does too, unless another speaker is asked by name. */
const OPENED = new RegExp(String.raw`^(?:does|did|do|has)\s+(?:the\s+|this\s+|that\s+)?${REPORT}\b`, 'iu');
const OTHER =
  /\b(?:do|does|did|has|have)\s+(?:the\s+)?(?:ccf|interpol|home\s+office|government|commission|law|rules?|statute|act)\b/iu;
/** A clause that asks, rather than tells what the question is about. */
const ASKED =
  /^(?:(?:and|but|so|then|also|please|then)\s+)*(?:wh(?:at|o|ose|ich|en|ere|y)s?|how|is|are|was|were|do|does|did|has|have|can|could|will|would|may|must|give|list|tell|show|name)\b/iu;
/** Fewer words than this lean on the clause before. */
const OWN = 5;

/**
 * True when one of several things asked is not asked of the report: "the report says years; what does the Statute
 * say?". Report and guide then answer side by side.
 */
export function asksBeside(text: string, clauses: readonly string[]): boolean {
  if (wantsReportOnly(text) || LED.test(text)) return false;
  if (clauses.some((clause) => OTHER.test(clause) && !asksReport(clause))) return true;
  if (OPENED.test(text)) return false;
  return clauses.some((c) => ASKED.test(c) && c.split(/\s+/).length >= OWN && !asksReport(c));
}

/** True when only the report will do: commentary and guides are then not offered. */
export function wantsReportOnly(text: string): boolean {
  const straight = text.replace(/[’`´]/g, "'");
  return NOT_ASIDE.test(straight) || ITSELF.test(straight);
}
