import type { PageAnswer } from '../../pages-kit/answer.js';
import type { CarriedForm } from '../../pages-kit/page-facts.js';
import { type HidingFacts, hidingModel } from './hiding-model.js';
import { type HidingModel, hidingView } from './hiding.view.js';

/** The page about hiding a remark, as it stands or as it was typed. */
export function hidingAnswer(facts: HidingFacts): PageAnswer {
  const { visit, typed } = facts;
  const model = hidingModel(facts);
  const forms = formsOf(model);
  const path = visit.request.url.split('?')[0];
  const sent = forms.find(({ id, address }) => address === path && id.endsWith(typed.hidingId));
  return visit.showForm(hidingView, model, { title: model.heading, carried: sent ?? forms[0] });
}

/** In the order of the page. */
const formsOf = ({ proposal, objections, refusal, liftings }: HidingModel): CarriedForm[] => [
  ...(proposal ? [{ id: 'proposal', address: proposal.action }] : []),
  ...objections.flatMap(({ action, hidingId }) => (action ? [{ id: `objection-${hidingId}`, address: action }] : [])),
  ...(refusal ? [{ id: `refusal-${refusal.hidingId}`, address: refusal.action }] : []),
  ...liftings.map(({ action, hidingId }) => ({ id: `lifting-${hidingId}`, address: action })),
];
