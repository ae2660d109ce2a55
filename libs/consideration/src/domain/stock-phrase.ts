/** What is said under any remark whatever it says, in the state languages; lower case, words only. */
const phrases: readonly string[] = [
  'назарға алынды',
  'назарға алынады',
  'ескерілетін болады',
  'ескеріледі',
  'қарастырылады',
  'қарастырылатын болады',
  'қабылданбайды',
  'қабылданбады',
  'орынсыз',
  'негізсіз',
  'мақсатқа сай емес',
  'хабарласқаныңызға рахмет',
  'жолдағаныңызға рахмет',
  'ұсынысыңыз үшін рахмет',
  'пікіріңіз үшін рахмет',
  'құрметті пайдаланушы',
  'құрметті азамат',
  'сіздің ұсынысыңыз',
  'сіздің ескертуіңіз',
  'қолданыстағы заңнамаға сәйкес',
  'принято к сведению',
  'будет принято к сведению',
  'будет учтено',
  'будет учтено в дальнейшей работе',
  'будет рассмотрено',
  'не принимается',
  'не принято',
  'отклонено',
  'нецелесообразно',
  'не представляется возможным',
  'необоснованно',
  'спасибо за обращение',
  'спасибо за ваше обращение',
  'спасибо за предложение',
  'спасибо за ваше предложение',
  'благодарим за обращение',
  'благодарим за предложение',
  'благодарим вас за обращение',
  'уважаемый пользователь',
  'уважаемый гражданин',
  'ваше предложение',
  'ваше замечание',
  'в соответствии с действующим законодательством',
  'согласно действующему законодательству',
];

const byLength = phrases.toSorted((a, b) => b.length - a.length);

/** Words of its own that a ground needs beside stock phrases. */
const LEAST_OWN_WORDS = 4;

/**
 * Whether a ground says nothing of the remark it stands under: without its stock phrases fewer than four words are left (REQ-53).
 * A warning, never a refusal.
 */
export function isStockPhrase(ground: string): boolean {
  const words = ` ${(ground.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const own = byLength.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' '), words);
  return own !== words && own.trim().split(' ').filter(Boolean).length < LEAST_OWN_WORDS;
}
