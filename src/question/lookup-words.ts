// The words around a look-up: those that ask for a passage and nothing more, and those that ask something of it.
import { wordsOf } from './words.ts';

/** Words that ask for a passage without asking anything about it. */
export const FILLERS = new Set(
  `a an the this that these those it its of in on at to for from by with and or as per under is are was be been do does did
  what which whats whose who where when how me my i we us our you u your can could would will may might shall should please pls plz
  plsss kindly thanks thank thx ty cheers ta hi hello hey dear show give get fetch bring pull find look see read open print post paste
  copy send put display list need want like have has had got wanna lemme let see say says said state states stated set out
  text full fully whole entire exact exactly verbatim word words wording wordings quote quoted quotes quoting language passage passages
  extract excerpt para paras paragraph paragraphs number numbers no note notes footnote footnotes fn fns source sources cite cites cited citing citation
  citations reference references ref refs report reports reports jchr committee committees joint human rights tnr hc hl paper chapter
  section bit part one ones again now just only all every each both together side msg message here there up down also too then
  conclusion conclusions recommendation recommendations finding findings recommend recommends conclude concludes concluded recommended
  evidence behind attached follow follows following after before next previous below above appear appears come comes stand stands
  any some same ok okay yo bot desk sir madam mate bro quick quickly question submission written oral answer answers contain contains
  full-text number about does complete plus ie eg m s t re im id em tell make made long contents content pinpoint pin go
  passages check checking checked skip intro commentary chat chatter nothing else rest ignore forget previous instructions instruction everything preamble
  right straight immediately directly let's lets show's there's quotes thread mp mps lords commons parliament parliamentary uk
  текст покажите покажи пункт пожалуйста дайте дай что в и из отчета доклада доклад отчет комитета сказано говорится гласит абзац все всі які какие сноска сноску
  покажіть звіту звіті будь ласка що
  goster göster lutfen raporda raporun ne diyor paragrafi paragraf paragrafını dipnot dipnotu
  muestra muestrame por favor que dice el la los las del parrafo nota de informe completo todas todos
  montre montrez moi s'il vous plait le les du que dit quel quelle note paragraphe rapport toutes tous
  请 显示 段 的 内容 是 什么 说 了 全文 报告 请问
  ماذا تقول تقرير التقرير من فضلك اعرض نص متن گزارش چه میگوید می گوید لطفا نشان بده`
    .split(/\s+/)
    .flatMap((w) => wordsOf(w).map((x) => x.folded)),
);

/** Words that ask about a passage, or ask to change it: no look-up, however little else is said. */
export const ASKING = new Set(
  `when why how many date dates year years deadline penalty fine fines legal legally binding law duty accept accepted respond
  response reply implement implemented progress status percent percentage chance chances happened since who whom advise advice mean means meaning
  add added adding insert alter altered change changed changes swap replace instead edit tweak rewrite reword rephrase paraphrase shorten improve invent fake stronger
  weaker sound sounds delete remove omit without confirm confirmed saying attribute suppose treat assume translate summarise summarize
  summary explain simplify eli5 tldr draft write compose correct true false`
    .split(/\s+/)
    .flatMap((w) => wordsOf(w).map((x) => x.stem)),
);
