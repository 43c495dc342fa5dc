/**
 * What the office's Bulgarian never does. Each rule says what to write instead; the words stem from
 * the vocabulary of the program, where one concept has one name.
 */
const NBSP = '\u00A0'

/** Stems that begin a word; in the order of the vocabulary. */
const FORBIDDEN_STEMS: Record<string, string> = {
  'грешк': 'say what to do, without blame',
  'невалид': 'say what to do, without blame',
  'моля': 'say plainly what to do',
  'внимание': 'say plainly what holds',
  'успешн': 'say what was done',
  'физлиц': 'лице',
  'бенефициент(?! по проекта)': 'потребител на услугата',
  'клиент': 'потребител на услугата',
  'апликант': 'кандидат',
  'репрезентант': 'представител',
  'довереник': 'пълномощник',
  'картотек': 'досие',
  'таймлайн': 'хронология',
  'апликаци': 'заявление',
  'чеклист': 'опис на документите',
  'атачмънт': 'приложен документ',
  'асесмънт': 'оценка на потребностите',
  'домейн': 'област',
  'левел': 'степен',
  'рейтинг': 'класиране',
  'опашк': 'списък на чакащите',
  'промотира': 'покани',
  'ревю': 'преглед',
  'генерир': 'издай',
  'деактивир': 'прекрати',
  'темплейт': 'текст на документа',
  'плейсхолдър': 'поле',
  'батч': 'купчина',
  'драфт': 'чернова, проект',
  'неасоцииран': 'за поставяне',
  'юзър': 'профил за вход',
  'акаунт': 'профил за вход',
  'логин': 'вход',
  'логнат': 'влязъл',
  'ростер': 'график',
  'визит': 'посещение',
  'конфликт': 'застъпване',
  'таймшийт': 'месечен отчет',
  'рапорт': 'месечен отчет',
  'трансфер': 'превоз',
  'репорт': 'справка',
  'експорт': 'изнеси в Excel',
  'импорт': 'внеси от Excel',
  'бекъп': 'архивно копие',
  'флашк': 'носител',
  'лог файл': 'дневник',
  'кликн': 'натиснете, отворете',
  'събмит': 'запиши',
  'ънду': 'върни',
  'дедлайн': 'срок',
  'нотификаци': 'напомняне',
  'обслужван': 'лице, потребител на услугата',
  'инвалид(?!на количка|ни колички|из)': 'лице с увреждане',
} // prettier-ignore

const STEM_RULES = Object.entries(FORBIDDEN_STEMS).map(([stem, instead]) => ({
  pattern: new RegExp(`(?<![а-яѝ])${stem}`, 'iu'),
  says: `„${stem.replace(/\(.*$/, '')}…“: ${instead}`,
}))

const RULES: { pattern: RegExp; says: string }[] = [
  { pattern: /"/, says: 'quotes are „ “' },
  { pattern: /“[^“„]*”|”/, says: 'quotes are „ “' },
  { pattern: /!/, says: 'no exclamation mark' },
  { pattern: /възникна проблем/i, says: 'say what to do' },
  { pattern: /(?<![а-яѝ])й(?![а-яѝ])/iu, says: 'lone „й“ is „ѝ“' },
  { pattern: /(?:ЕГН|ЛНЧ|ЕИК|ТЕЛК|НЕЛК|ЗСУ|ЗЛП|АСП|ДСП)-[а-я]/u, says: 'abbreviations take no article' },
  { pattern: /\.\.\./, says: 'the ellipsis is one sign, …' },
  { pattern: / {2}/, says: 'one space' },
  { pattern: /\s[,.;:?](?:\s|$)/u, says: 'no space before the sign' },
  { pattern: /(?:^|[^\S\u00A0])-[^\S\u00A0]/u, says: 'the dash is –' },
  { pattern: /\d-\d{2}[:.]|\d{4}-\d{4}/, says: 'a range has –' },
  { pattern: /№(?!\u00A0|$|[,.;)>“])/u, says: 'U+00A0 after №' },
  { pattern: /(?:чл|ал|т)\.(?: (?=\d|\{)|(?=\d|\{))/u, says: 'U+00A0 after чл., ал., т.' },
  {
    pattern: /(?:\d|\}\}) ?(?=(?:ч|г|мин|стр|бр|лв)\.|€|%|[KMG]B\b)(?<!\u00A0)/u,
    says: 'U+00A0 between the number and its unit',
  },
  { pattern: /[а-я][a-z]|[a-z][а-я]/iu, says: 'one word has the letters of one alphabet' },
  { pattern: /[ыэё]/iu, says: 'not a Bulgarian letter' },
] // prettier-ignore

/** What is wrong with a sentence of the page; empty when nothing is. */
export function lintBulgarian(sentence: string): string[] {
  // Names of merge fields and tags are code, not text.
  const text = sentence.replaceAll(/<\/?\w+\s*\/?>/g, '').replaceAll(/\{\{[^}]*\}\}/g, '{{}}')
  return [...RULES, ...STEM_RULES]
    .filter(({ pattern }) => pattern.test(text))
    .map(({ says }) => says)
}

/** The sentence with the fixed spaces made visible, for a report. */
export function showSpaces(sentence: string): string {
  return sentence.replaceAll(NBSP, '⍽')
}
