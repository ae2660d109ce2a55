import { DatabaseModule } from '#lib/database';
import { DiscussionModule } from '#lib/discussion';
import { AccountsModule } from '#lib/identity';
import { JobsModule } from '#lib/jobs';
import type { Clock } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { LimitsModule } from '#lib/limits';
import { SubscriptionsModule } from '#lib/notifications';
import { SecurityEventsModule } from '#lib/security-events';
import { ClockModule, type Settings, SettingsModule } from '#lib/settings';
import { SignaturesModule } from '#lib/signatures';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { bodyShape } from './api-kit/body-shape.js';
import { KnownQueryGuard } from './api-kit/known-query.guard.js';
import { MetricsServer } from './health/metrics-server.js';
import { HealthController } from './health/health.controller.js';
import { KeptPagesModule } from './kept-pages/kept-pages.module.js';
import { LimitGuard } from './limits/limit.guard.js';
import { LanguageChangeGuard } from './pages-kit/changes-language.js';
import { PageAnswerInterceptor } from './pages-kit/page-answer.interceptor.js';
import { PageRenderer } from './pages-kit/page-renderer.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { OwnFormGuard } from './rights/own-form.guard.js';
import { RightsGuard } from './rights/rights.guard.js';
import { areas } from './areas.js';

/** In the order a request meets them. */
const onTheWay: Provider[] = [
  { provide: APP_GUARD, useClass: RightsGuard },
  { provide: APP_GUARD, useClass: OwnFormGuard },
  { provide: APP_GUARD, useClass: LimitGuard },
  { provide: APP_GUARD, useClass: KnownQueryGuard },
  { provide: APP_GUARD, useClass: LanguageChangeGuard },
  { provide: APP_INTERCEPTOR, useClass: PageAnswerInterceptor },
  { provide: APP_PIPE, useValue: bodyShape },
  { provide: APP_FILTER, useClass: ProblemFilter },
];

@Module({})
export class PortalModule {
  static forRoot(settings: Settings, clock: Clock): DynamicModule {
    const { signatureTrustedRoots: trustedRoots, signatureVerifierUrl: verifierUrl } = settings;
    const signatures = { trustedRoots, verifierUrl };
    return {
      module: PortalModule,
      imports: [
        SettingsModule.forRoot(settings),
        ClockModule.forRoot(clock),
        DatabaseModule.forRoot({ url: settings.databaseUrl, pool: settings.databasePool, name: 'talqy-portal' }),
        LedgerModule,
        LimitsModule.forRoot({
          secret: settings.secret,
          rates: settings.rateLimits,
          leastWaitSeconds: settings.leastWaitSeconds,
          proofAbove: settings.proofAbove,
          proofCost: settings.proofCost,
        }),
        SecurityEventsModule.forRoot({ thresholds: settings.securityAlarms }),
        JobsModule,
        AccountsModule.forRoot({
          keyFile: settings.keyFile,
          provider: settings.provider,
          sendersProvider: settings.sendersProvider,
        }),
        DiscussionModule.forRoot({
          receiptSecret: settings.secret,
          keyFile: settings.keyFile,
          drainSeconds: settings.drainSeconds,
          hasSendersProvider: settings.sendersProvider !== undefined,
          signatures,
        }),
        SubscriptionsModule.forRoot({ keyFile: settings.keyFile }),
        SignaturesModule.forRoot(signatures),
        KeptPagesModule,
        ...areas,
      ],
      controllers: [HealthController],
      providers: [PageRenderer, MetricsServer, ...onTheWay],
    };
  }
}
