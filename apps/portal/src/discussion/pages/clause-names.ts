export { clauseNames, firstWords } from '#lib/drafting';
