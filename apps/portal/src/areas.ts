import { AboutWebModule } from './about/about-web.module.js';
import { AdministrationWebModule } from './administration/administration-web.module.js';
import { ClockWebModule } from './clock/clock-web.module.js';
import { ComparisonWebModule } from './comparison/comparison-web.module.js';
import { ConsiderationWebModule } from './consideration/consideration-web.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { GroupingWebModule } from './consideration/grouping-web.module.js';
import { DeskWebModule } from './desk/desk-web.module.js';
import { DiscussionWebModule } from './discussion/discussion-web.module.js';
import { DraftingWebModule } from './drafting/drafting-web.module.js';
import { EntriesWebModule } from './entries/entries-web.module.js';
import { IdentityWebModule } from './identity/identity-web.module.js';
import { ModerationWebModule } from './moderation/moderation-web.module.js';
import { RegisterWebModule } from './register/register-web.module.js';
import { ReportsWebModule } from './reports/reports-web.module.js';
import { SheetsWebModule } from './sheets/sheets-web.module.js';
import { SitemapModule } from './sitemap/sitemap.module.js';
import { StartWebModule } from './start/start-web.module.js';
import { SubscriptionsWebModule } from './subscriptions/subscriptions-web.module.js';

/** What a visitor can do, area by area. */
export const areas = [
  StartWebModule,
  ClockWebModule,
  AboutWebModule,
  SitemapModule,
  RegisterWebModule,
  IdentityWebModule,
  DraftingWebModule,
  DiscussionWebModule,
  SubscriptionsWebModule,
  FeedsModule,
  ComparisonWebModule,
  EntriesWebModule,
  ModerationWebModule,
  ConsiderationWebModule,
  GroupingWebModule,
  SheetsWebModule,
  ReportsWebModule,
  DeskWebModule,
  AdministrationWebModule,
];
