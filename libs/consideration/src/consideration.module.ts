import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupingModule } from './grouping.module.js';
import { DecisionEntity } from './persistence/decision.entity.js';
import { Decisions } from './persistence/decisions.repository.js';
import { PointEntity } from './persistence/point.entity.js';
import { ConsiderationProgress } from './queries/consideration-progress.js';
import { ConsiderationQueue } from './queries/consideration-queue.js';
import { DecisionsOf } from './queries/decisions-of.js';
import { StockAnswers } from './queries/stock-answers.js';
import { UndecidedRemarks } from './queries/undecided-remarks.js';
import { DecideRemark } from './use-cases/decide-remark.js';
import { DecideRemarks } from './use-cases/decide-remarks.js';

const offered = [
  DecideRemark,
  DecideRemarks,
  ConsiderationQueue,
  ConsiderationProgress,
  DecisionsOf,
  UndecidedRemarks,
  StockAnswers,
];

@Module({
  imports: [TypeOrmModule.forFeature([PointEntity, DecisionEntity]), GroupingModule],
  providers: [Decisions, ...offered],
  exports: [...offered, GroupingModule],
})
export class ConsiderationModule {}
