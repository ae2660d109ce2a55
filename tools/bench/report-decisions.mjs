// Decisions such as bodies make, a third of them accepting: grounds of some three hundred characters in both languages.

const grounds = {
  groundKk:
    'Ұсыныс жобаның екінші бөліміндегі мерзімдерге қатысты. Мерзім қолданыстағы заңның 15-бабына сәйкес белгіленген, ал өтінішті ' +
    'қарау үшін бірнеше мемлекеттік органның мәліметі қажет; оны бір күнде алу мүмкін емес. Сондықтан мерзім бұрынғы қалпында қалады.',
  groundRu:
    'Предложение касается сроков второго раздела проекта. Срок установлен в соответствии со статьёй 15 действующего закона, а для ' +
    'рассмотрения заявления нужны сведения нескольких государственных органов; получить их за один день нельзя. Срок остаётся прежним.',
};

/** The same number gives the same decision. @param clause lineage id of the clause that an accepted point changed */
export function decisionOn(number, clause) {
  const groundKk = `${grounds.groundKk} (${number})`;
  const groundRu = `${grounds.groundRu} (${number})`;
  return number % 3 === 0
    ? { outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED', groundKk, groundRu, changedClauses: [clause] }
    : { outcome: 'NOT_TAKEN_INTO_ACCOUNT', reasonCode: 'ALREADY_PROVIDED', groundKk, groundRu };
}
