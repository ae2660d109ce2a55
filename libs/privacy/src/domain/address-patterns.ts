const WORD = String.raw`\p{Lu}[\p{L}\p{N}.’'-]{0,30}`;
/** Written small after a name. */
const TITLE = '(?:батыра?|бия?|хана?|жырау|ақын|ата|ана|апа|баба)(?![\\p{L}])';
const NAME = String.raw`(?:${WORD}|\d{1,3}(?:-\p{L}{1,3})?)(?:[ \u00a0](?:${WORD}|${TITLE})){0,3}`;
const HOUSE = String.raw`\d{1,4}(?:[ \u00a0]?[/-][ \u00a0]?\d{1,4})?(?:[ \u00a0]?\p{L})?(?![\p{L}\p{N}])`;
const GAP = String.raw`[ \u00a0]{0,2}`;
const COMMA = String.raw`${GAP}[,.]?${GAP}`;
const START = String.raw`(?<![\p{L}\p{N}])`;

const ofRussian = [
  String.raw`(?:ул(?:\.|иц[аеыу]й?)?|пр(?:осп|-т|-кт)\.?|проспект[аеу]?|пер(?:\.|еул(?:ок|ка|ке))|б(?:ульвар[аеу]?|-р)|шоссе|проезд[аеу]?|мкр\.?н?|мкрн|микрорайон[аеу]?)`,
  String.raw`(?:д(?:\.|ом[аеу]?)${GAP})?`,
  String.raw`(?:${COMMA}(?:кв(?:\.|артир[аеыу])|корп(?:\.|ус)|оф(?:\.|ис))${GAP}\d{1,5})?`,
] as const;

/** Street, then house: «ул. Абая, д. 10, кв. 5», «микрорайон Самал-2, 33». */
const russian = String.raw`${START}${ofRussian[0]}${GAP}${NAME}${COMMA}${ofRussian[1]}${HOUSE}${ofRussian[2]}`;

/** «Абай көшесі, 10-үй, 5-пәтер», «Самал-2 шағын ауданы, 33 үй». */
const kazakh = [
  String.raw`${START}${NAME}[ \u00a0](?:көшесі|көш\.|даңғылы|даң\.|бульвары|тұйығы|шағын${GAP}ауданы|ықшам${GAP}ауданы|м-а\.?)(?:н[іы]ң|нде|нда)?`,
  String.raw`${COMMA}(?:үй${GAP}(?:№${GAP})?)?${HOUSE}(?:${GAP}-?${GAP}үй\p{L}{0,4})?`,
  String.raw`(?:${COMMA}(?:\d{1,5}${GAP}-?${GAP}пәтер\p{L}{0,4}|пәтер${GAP}\d{1,5}))?`,
].join('');

/** «10 Abay Street, apt 5», «Abay Avenue 10», «Samal-2 microdistrict, building 33». */
const street = String.raw`(?:[Ss]treet|[Ss]t\.|[Aa]venue|[Aa]ve\.?|[Rr]oad|[Rr]d\.|[Ll]ane|[Bb]oulevard|[Mm]icrodistrict)`;
const flat = String.raw`(?:${COMMA}(?:[Aa]pt\.?|[Aa]partment|[Ff]lat)${GAP}\d{1,5})?`;
const english = String.raw`${START}(?:\d{1,4}[ ]${NAME}[ ]${street}|${NAME}[ ]${street}${COMMA}(?:(?:building|bld\.?|house)${GAP})?${HOUSE})${flat}`;

/** Patterns of a home: a street of either word order with its house; a street without a house is nobody's home. */
export const addressPatterns: readonly RegExp[] = [russian, kazakh, english].map((source) => new RegExp(source, 'gu'));
