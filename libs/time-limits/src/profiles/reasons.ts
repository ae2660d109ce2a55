import type { DecisionReason } from '../decision-reason.js';

const accepted: DecisionReason = {
  code: 'ACCEPTED',
  isTakenIntoAccount: true,
  title: { kk: 'ескерілді', ru: 'учтено', en: 'taken into account' },
};

const other: DecisionReason = {
  code: 'OTHER',
  isTakenIntoAccount: false,
  title: { kk: 'өзге негіз', ru: 'иное основание', en: 'another ground' },
};

/** The grounds an official chooses from under the Kazakh procedures (A2.T4, REQ-53, REQ-54, REQ-83). */
export const kazakhReasons: readonly DecisionReason[] = [
  accepted,
  {
    code: 'OUT_OF_SUBJECT',
    isTakenIntoAccount: false,
    title: {
      kk: 'жобаның нысанасына жатпайды',
      ru: 'не относится к предмету проекта',
      en: 'outside the subject of the draft',
    },
  },
  {
    code: 'OUTSIDE_AMENDED_PARTS',
    isTakenIntoAccount: false,
    title: {
      kk: 'жобамен өзгертілмейтін бөлікке қатысты',
      ru: 'относится к части, не изменяемой проектом',
      en: 'about a part the draft does not change',
    },
  },
  {
    code: 'CONTRADICTS_HIGHER_ACT',
    isTakenIntoAccount: false,
    title: {
      kk: 'жоғары тұрған нормативтік құқықтық актіге қайшы келеді',
      ru: 'противоречит вышестоящему нормативному правовому акту',
      en: 'contradicts a higher act',
    },
  },
  {
    code: 'ALREADY_PROVIDED',
    isTakenIntoAccount: false,
    title: { kk: 'жобада көзделген', ru: 'уже предусмотрено проектом', en: 'already provided for in the draft' },
  },
  {
    code: 'BUDGET',
    isTakenIntoAccount: false,
    title: { kk: 'бюджет қаражатын талап етеді', ru: 'требует бюджетных средств', en: 'needs budget funds' },
  },
  {
    code: 'OTHER_BODY',
    isTakenIntoAccount: false,
    title: {
      kk: 'басқа органның құзыретіне жатады',
      ru: 'относится к компетенции другого органа',
      en: 'within the competence of another body',
    },
  },
  {
    code: 'NO_CONCRETE_PROPOSAL',
    isTakenIntoAccount: false,
    title: { kk: 'нақты ұсыныс жоқ', ru: 'нет конкретного предложения', en: 'no concrete proposal' },
  },
  {
    code: 'DUPLICATE',
    isTakenIntoAccount: false,
    title: {
      kk: 'бұрын келіп түскен ескертуді немесе ұсынысты қайталайды',
      ru: 'повторяет ранее поступившее замечание или предложение',
      en: 'repeats an earlier remark or proposal',
    },
  },
  {
    code: 'QUESTION',
    isTakenIntoAccount: false,
    title: { kk: 'ұсынысы жоқ сұрақ', ru: 'вопрос без предложения', en: 'a question without a proposal' },
  },
  other,
];

/** The outcomes a secretariat notes against a comment on a draft standard. */
export const standardsReasons: readonly DecisionReason[] = [
  accepted,
  {
    code: 'NOTED',
    isTakenIntoAccount: false,
    title: { kk: 'назарға алынды', ru: 'принято к сведению', en: 'noted' },
  },
  {
    code: 'CLARIFICATION_NEEDED',
    isTakenIntoAccount: false,
    title: { kk: 'түсіндіру қажет', ru: 'требуется пояснение', en: 'clarification needed' },
  },
  ...kazakhReasons.filter(({ code }) => code === 'OUT_OF_SUBJECT' || code === 'DUPLICATE'),
  other,
];
