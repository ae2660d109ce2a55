import { view } from '../../pages-kit/view.js';
import type { ClockRow } from './clock-line.js';

export interface BoardModel {
  readonly readAt: string;
  readonly overdue: string;
  readonly rows: readonly ClockRow[];
  readonly showsDeveloper: boolean;
  /** How many more there are than are shown; null: none. */
  readonly more: string | null;
}

export const boardView = view<BoardModel>('clock/board');
