// The steps of a report that is being made, shown as they go. Without this file the page is refreshed by its link.
const place = document.querySelector('[data-events]');
const refresh = document.getElementById('refresh');
const isHidden = (element, hidden) => element?.toggleAttribute('hidden', hidden);

function show({ summary, steps }) {
  const sentence = document.getElementById('summary');
  // Only a new sentence is announced to who listens to the page.
  if (sentence.textContent !== summary) sentence.textContent = summary;
  for (const step of steps) showStep(document.getElementById(step.id), step);
}

function showStep(row, { state, progress, done, total, startedAt, finishedAt }) {
  if (!row) return;
  const tag = row.querySelector('.talqy-step-state');
  tag.textContent = state.text;
  tag.className = `govuk-tag ${state.classes} talqy-step-state`;
  const bar = row.querySelector('progress');
  bar.max = total || 1;
  bar.value = done;
  isHidden(bar, total === 0);
  row.querySelector('.talqy-step-progress span').textContent = progress;
  row.querySelector('.talqy-step-started').textContent = startedAt;
  row.querySelector('.talqy-step-finished').textContent = finishedAt;
}

if (place && 'EventSource' in window) {
  const events = new EventSource(place.dataset.events);
  events.addEventListener('open', () => isHidden(refresh, true));
  events.addEventListener('progress', ({ data }) => show(JSON.parse(data)));
  // The page knows what can be done now.
  events.addEventListener('end', () => {
    events.close();
    window.location.reload();
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) isHidden(refresh, false);
  });
}
