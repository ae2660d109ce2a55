import { DecisionsOf, type DecisionRow, type LivePoint, PointsOf, type WorkOn, WorkOnRemark } from '#lib/consideration';
import { type Colleague, Colleagues } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../../../rights/person.js';
import { type OwnRemark, OwnRemarks } from '../../own-remarks.js';

/** Everything the page of a remark tells its officers. */
export interface RemarkReading extends OwnRemark {
  readonly points: readonly LivePoint[];
  /** The newest of each point first, retired points last. */
  readonly history: readonly DecisionRow[];
  readonly work: WorkOn;
  readonly colleagues: readonly Colleague[];
  /** Of officials, by the label under which their acts are kept. */
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class RemarkReadings {
  constructor(
    private readonly remarks: OwnRemarks,
    private readonly points: PointsOf,
    private readonly decisions: DecisionsOf,
    private readonly work: WorkOnRemark,
    private readonly colleagues: Colleagues,
  ) {}

  /** @throws NotFound, the same for another body's */
  async of(number: string, officer: OfficerActor): Promise<RemarkReading> {
    const own = await this.remarks.of(number, officer);
    const { id } = own.remark;
    const history = await this.decisions.history(id);
    return {
      ...own,
      points: await this.points.execute(id),
      history,
      work: await this.work.of(id, officer),
      colleagues: await this.colleagues.of(officer),
      names: await this.namesIn(history),
    };
  }

  private async namesIn(history: readonly DecisionRow[]): Promise<ReadonlyMap<string, string>> {
    const labels = new Set(
      history.flatMap(({ decidedBy, confirmedBy }) => (confirmedBy ? [decidedBy, confirmedBy] : [decidedBy])),
    );
    const idOf = (label: string) => label.replace(/^officer:/, '');
    const names = await this.colleagues.namesOf([...labels].map(idOf));
    return new Map(
      [...labels].flatMap((label) => {
        const name = names.get(idOf(label));
        return name ? [[label, name] as const] : [];
      }),
    );
  }
}

/** The decision in force on a point. */
export const inForce = ({ history }: Pick<RemarkReading, 'history'>, point: number): DecisionRow | undefined =>
  history.find((row) => row.point === point && !row.isRetired && row.supersededAt === null);

/** A remark is one point until it is split (REQ-50). */
export const pointNumbers = ({ points }: Pick<RemarkReading, 'points'>): number[] =>
  points.length > 0 ? points.map(({ position }) => position) : [1];
