// Counts a foreign source again, without any code of the product, and compares with the report that `talqy import discussion`
// wrote from it. Usage: node test/real-input/check-counts.mjs <source name> <folder of the source> <report.json>
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const print = (line) => process.stdout.write(`${line}\n`);
const fail = (line) => process.stderr.write(`${line}\n`);
const DAY = 86_400_000;
const dayAfter = (day, count) => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
const theOne = (folder, name) =>
  readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => name.test(file)),
    ),
    'utf8',
  );

/** Each gives the remarks of the source: `{ text, isLate, outcome }`; outcome T, N or undefined. */
const sources = {
  // Times are local, days inclusive: comparing local days is enough, no zone is needed.
  'kz-legalacts-card': (folder) => {
    const card = JSON.parse(theOne(folder, /^card-.*\.json$/));
    const iso = (raw) => raw.split('/').toReversed().join('-');
    const year = card.created_raw.slice(-4);
    return card.comments.map(({ text, commented_at_raw: at, decision }) => ({
      text,
      isLate: `${year}-${at.slice(3, 5)}-${at.slice(0, 2)}` > iso(card.discussion_until_raw),
      outcome: { accepted: 'T', rejected: 'N' }[decision],
    }));
  },
  'iso-comments': (folder) =>
    parse(theOne(folder, /\.comments\.yaml$/)).comments.map(({ comments, observations, locality }) => ({
      text: [locality.element, comments]
        .filter(Boolean)
        .map((part) => part.trim())
        .join(': '),
      isLate: false,
      outcome: (observations ?? '').startsWith('Accepted') ? 'T' : 'N',
    })),
  'decide-madrid': (folder) => {
    const table = (file) => rowsOf(readFileSync(join(folder, file), 'utf8'));
    const comments = table('comments.csv');
    const count = (id) => comments.filter(({ proposalId }) => proposalId === id).length;
    const [proposal] = table('proposals.csv').toSorted((a, b) => count(b.id) - count(a.id));
    const lastDay = dayAfter(proposal.date, 30); // day 1 is the day after the placement
    return comments
      .filter(({ proposalId, text }) => proposalId === proposal.id && text.trim() !== '')
      .map(({ text, date }) => ({ text: text.trim(), isLate: date > lastDay, outcome: 'N' }));
  },
};

/** RFC 4180, by hand: the product reads with csv-parse. */
function rowsOf(text) {
  const rows = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') field += text[(at += 1)];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\n')) {
      rows.at(-1).push(field.replace(/\r$/, ''));
      field = '';
      if (sign === '\n') rows.push([]);
    } else field += sign;
  }
  if (field !== '') rows.at(-1).push(field);
  const [header, ...lines] = rows.filter((row) => row.length > 1);
  return lines.map((line) =>
    Object.fromEntries(header.map((name, column) => [name.replace('\uFEFF', ''), line[column] ?? ''])),
  );
}

function figuresOf(remarks) {
  const onTime = remarks.filter(({ isLate }) => !isLate);
  return {
    'received on time': onTime.length,
    late: remarks.length - onTime.length,
    'taken into account': onTime.filter(({ outcome }) => outcome === 'T').length,
    'not taken into account': onTime.filter(({ outcome }) => outcome === 'N').length,
    undecided: onTime.filter(({ outcome }) => !outcome).length,
  };
}

const [name, folder, file] = process.argv.slice(2);
if (!sources[name] || !file) {
  fail(`usage: check-counts.mjs ${Object.keys(sources).join('|')} <folder of the source> <report.json>`);
  process.exit(2);
}
const source = sources[name](folder);
const { counts, rows } = JSON.parse(readFileSync(file, 'utf8'));
const expected = figuresOf(source);
const found = {
  'received on time': counts.received.total,
  late: counts.late,
  'taken into account': counts.points.takenIntoAccount.total,
  'not taken into account': counts.points.notTakenIntoAccount.total,
  undecided: counts.undecided.total,
};
let faults = 0;
for (const [figure, value] of Object.entries(expected)) {
  const isEqual = found[figure] === value;
  if (!isEqual) faults += 1;
  print(`${isEqual ? 'ok   ' : 'WRONG'} ${figure}: source ${value}, report ${found[figure]}`);
}
// The same words, each as often, and the same decision on them.
const outcomeOf = { TAKEN_INTO_ACCOUNT: 'T', NOT_TAKEN_INTO_ACCOUNT: 'N' };
const said = (remarks) => remarks.map(({ text, outcome }) => `${outcome} ${text.trim()}`).toSorted();
const inSource = said(source.filter(({ isLate }) => !isLate));
const inReport = said(rows.map(({ text, points }) => ({ text, outcome: outcomeOf[points[0]?.decision?.outcome] })));
const differing =
  inSource.filter((text, at) => text !== inReport[at]).length + Math.abs(inSource.length - inReport.length);
if (differing > 0) faults += 1;
print(
  `${differing === 0 ? 'ok   ' : 'WRONG'} texts and decisions: ${inSource.length - differing} of ${inSource.length} equal`,
);
process.exitCode = faults === 0 ? 0 : 1;
