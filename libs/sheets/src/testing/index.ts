export { answerIn } from './answers.js';
export { EditedWorkbook, type Typing } from './edited-workbook.js';
export { type FilledRemark, fillTemplate, organisation, saying } from './intake-sheet.js';
