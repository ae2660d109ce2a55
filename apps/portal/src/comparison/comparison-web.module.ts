import { Module } from '@nestjs/common';
import { DraftingWebModule } from '../drafting/drafting-web.module.js';
import { ReportsWebModule } from '../reports/reports-web.module.js';
import { ComparisonApi } from './api/comparison.api.js';
import { ComparePage } from './pages/compare.page.js';
import { ComparisonAnswer } from './pages/comparison-answer.js';
import { OwnComparePage } from './pages/own-compare.page.js';

@Module({
  imports: [DraftingWebModule, ReportsWebModule],
  providers: [ComparisonAnswer],
  controllers: [ComparisonApi, ComparePage, OwnComparePage],
})
export class ComparisonWebModule {}
