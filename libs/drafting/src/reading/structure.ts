import type { Language } from '#lib/kernel';
import { clauseLabel, headingLabel, pairingKey, rankOf } from './labels.js';
import {
  type FileReading,
  type LanguageReading,
  type ReadBlock,
  type ReadPart,
  type ReadingFault,
  rowOf,
} from './reading.js';

interface Open {
  readonly key: string;
  readonly depth: number;
}

/** Gathers parts while the text is walked: open headings and clauses form the path in which the next part stands. */
class Outline {
  readonly parts: ReadPart[] = [];
  readonly faults: ReadingFault[] = [];
  private sections: Open[] = [];
  private clauses: Open[] = [];
  private readonly keys = new Set<string>();
  private readonly counted = new Map<string, number>();

  constructor(private readonly language: Language) {}

  section(block: ReadBlock): void {
    const { label, text } = block.label ? { label: block.label, text: block.text } : headingLabel(block.text);
    if (text === '') return this.fault('heading-empty', block, label);
    this.sections = this.sections.filter((open) => open.depth < block.level);
    this.clauses = [];
    const key = this.add('section', label, text, block, this.sections.at(-1)?.key ?? null);
    this.sections.push({ key, depth: block.level });
  }

  text(block: ReadBlock): void {
    const { label, text } = block.label ? { label: block.label, text: block.text } : clauseLabel(block.text);
    const last = this.parts.at(-1);
    if (label === '' && last?.kind === 'clause' && last.label !== '') {
      this.parts[this.parts.length - 1] = { ...last, text: `${last.text}\n${text}` };
      return;
    }
    const rank = rankOf(label);
    this.clauses = this.clauses.filter((open) => open.depth < rank);
    const parent = this.clauses.at(-1)?.key ?? this.sections.at(-1)?.key ?? null;
    this.clauses.push({ key: this.add('clause', label, text, block, parent), depth: rank });
  }

  private add(kind: ReadPart['kind'], label: string, text: string, block: ReadBlock, parentKey: string | null): string {
    const siblings = `${parentKey ?? ''} ${kind} ${rankOf(label)}`;
    const ordinal = (this.counted.get(siblings) ?? 0) + 1;
    this.counted.set(siblings, ordinal);
    let key = `${parentKey ?? ''}/${pairingKey(kind, label, ordinal)}`;
    if (this.keys.has(key)) {
      this.fault('label-repeated', block, label);
      key = `${key} again ${ordinal}`;
    }
    this.keys.add(key);
    this.parts.push({ kind, key, parentKey, label, text, at: block.at });
    return key;
  }

  private fault(code: ReadingFault['code'], block: ReadBlock, label: string): void {
    const row = block.text.startsWith(label) ? rowOf('', block.text) : rowOf(label, block.text);
    this.faults.push({ code, language: this.language, at: block.at, row });
  }
}

/**
 * Sections and clauses of one language. A single heading of the first level before all others is the title; headings are
 * sections; a numbered paragraph is a clause; an unnumbered one after it belongs to it.
 */
export function structure(file: FileReading, language: Language): LanguageReading {
  const blocks = file.blocks.filter((block) => block.kind === 'heading' || block.text !== '');
  const headings = blocks.filter((block) => block.kind === 'heading');
  const top = headings.filter((heading) => heading.level === 1);
  const title = top.length === 1 && headings[0] === top[0] ? top[0] : undefined;
  const outline = new Outline(language);
  for (const block of blocks) {
    if (block === title) continue;
    if (block.kind === 'heading') outline.section(block);
    else outline.text(block);
  }
  const atStart = { language, at: 1, row: '' };
  const isEmpty = outline.parts.length === 0;
  const hasSections = outline.parts.some((part) => part.kind === 'section');
  return {
    language,
    title: title?.text ?? '',
    parts: outline.parts,
    faults: [...file.faults, ...outline.faults, ...(isEmpty ? [{ ...atStart, code: 'nothing-to-read' as const }] : [])],
    notices: [...file.notices, ...(hasSections ? [] : [{ ...atStart, code: 'no-section' as const }])],
  };
}
