import type { LivePoint, PointSpan } from '#lib/consideration';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import type { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { RemarkReading } from '../remark/remark-reading.js';
import { fieldOf, passagesOf, pointsNow, type SentencePoints, typedPoints } from './points-form.js';
import { type PointsModel, pointsView } from './points.view.js';
import { type Sentence, sentencesOf } from './sentences.js';

/** Points offered beyond those in use. */
const MORE = 3;
const LEAST = 5;
const MOST = 50;

interface PointsFacts {
  readonly visit: PageVisit;
  readonly reading: Pick<RemarkReading, 'remark' | 'points'>;
  readonly form: Form;
  readonly errors?: FormErrors;
  readonly back: PointsModel['back'];
  readonly heading: string;
  readonly hint: string;
  readonly action: string;
  readonly queue: string;
}

type Split = Pick<PointsFacts, 'reading' | 'form'>;

export function pointsPage(facts: PointsFacts): PageAnswer {
  const model = pointsModel(facts);
  const carried = { id: 'points', address: model.action };
  return facts.visit.showForm(pointsView, model, { title: model.heading, carried });
}

/** A remark sentence by sentence, each with the point it belongs to. */
function pointsModel({ visit, reading, form, errors, ...rest }: PointsFacts): PointsModel {
  const { t } = visit;
  const sentences = sentencesIn(reading);
  const numbers = errors || form.changesLanguage ? typedPoints(form, sentences) : pointsNow(sentences, reading.points);
  const most = Math.min(MOST, Math.max(LEAST, Math.max(0, ...numbers) + MORE));
  const part = (name: Sentence['part'], title: string) => ({
    title,
    sentences: sentences.flatMap((sentence, index) =>
      sentence.part === name
        ? [{ field: fieldOf(sentence), text: sentence.text, options: optionsOf(numbers[index] ?? 0, most, visit) }]
        : [],
    ),
  });
  const parts = [part('TEXT', t('decide.remark')), part('WORDING', t('decide.proposed-wording'))];
  return {
    ...(errors ? withErrors(errors) : noErrors),
    ...rest,
    saidIn: reading.remark.language,
    parts: parts.filter(({ sentences: some }) => some.length > 0),
    isSplit: reading.points.length > 1,
  };
}

/** The passages of each point as the form says; one whole point when it is to be one again, or when no sentence is chosen. */
export function typedSplit({ reading, form }: Split): readonly (readonly PointSpan[])[] {
  if (form.text('whole') !== '') return [[]];
  const sentences = sentencesIn(reading);
  const texts = { TEXT: reading.remark.text ?? '', WORDING: reading.remark.proposedWording ?? '' };
  return passagesOf(sentences, typedPoints(form, sentences), texts);
}

function sentencesIn({
  remark,
}: {
  readonly remark: RemarkReading['remark'];
  readonly points: readonly LivePoint[];
}): Sentence[] {
  const { text, proposedWording, language } = remark;
  return [...sentencesOf(text ?? '', 'TEXT', language), ...sentencesOf(proposedWording ?? '', 'WORDING', language)];
}

function optionsOf(chosen: SentencePoints[number], most: number, { t }: PageVisit) {
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  return [
    { value: '', text: t('points.none'), selected: chosen === 0 },
    ...numbers.map((number) => ({
      value: String(number),
      text: t('decide.point', { number: String(number) }),
      selected: number === chosen,
    })),
  ];
}
