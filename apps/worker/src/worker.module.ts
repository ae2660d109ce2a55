import { ConsiderationModule } from '#lib/consideration';
import { DatabaseModule } from '#lib/database';
import { DiscussionModule } from '#lib/discussion';
import { FileChecksModule, FilesModule } from '#lib/files';
import { AccountsModule } from '#lib/identity';
import { JobsModule } from '#lib/jobs';
import { LedgerModule } from '#lib/ledger';
import { NotificationsModule, SubscriptionsModule } from '#lib/notifications';
import { ReportsModule } from '#lib/reports';
import { SecurityEventsModule } from '#lib/security-events';
import { ClockModule, Settings, SettingsModule } from '#lib/settings';
import { ServiceRegisterModule } from '#lib/service-register';
import { SignaturesModule } from '#lib/signatures';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { Heartbeat } from './heartbeat/heartbeat.js';
import { ScannerWatch } from './files/scanner-watch.js';
import { HealthServer } from './health/health-server.js';
import { IntakeProbe } from './intake/intake-probe.js';
import { ChainWatch } from './ledger/chain-watch.js';
import { Lookouts } from './lookouts.js';
import { Loops } from './loops.js';
import { Links } from './notifications/links.js';
import { TellSenders } from './notifications/tell-senders.js';
import { OutboxWatch } from './outbox/outbox-watch.js';
import { PROCESSORS, processors } from './processors.js';
import { CloseDueDiscussions } from './reconciler/close-due-discussions.js';
import { Reconciler } from './reconciler/reconciler.js';
import { NoteWhatIsDue } from './reconciler/note-what-is-due.js';
import { RemoveWhatExpired } from './reconciler/remove-what-expired.js';
import { RequestMissingReports } from './reconciler/request-missing-reports.js';

const providers: Provider[] = [
  ...processors,
  { provide: PROCESSORS, useFactory: (...all: unknown[]) => all, inject: [...processors] },
  Links,
  TellSenders,
  Heartbeat,
  HealthServer,
  CloseDueDiscussions,
  RequestMissingReports,
  NoteWhatIsDue,
  RemoveWhatExpired,
  Reconciler,
  OutboxWatch,
  IntakeProbe,
  ScannerWatch,
  ChainWatch,
  Lookouts,
  Loops,
];

/** The portal's libs without HTTP, and what a worker does with them. */
@Module({})
export class WorkerModule {
  static forRoot(settings: Settings): DynamicModule {
    const { databaseUrl: url, databasePool: pool, secret, keyFile, drainSeconds, publicUrl } = settings;
    return {
      module: WorkerModule,
      imports: [
        SettingsModule.forRoot(settings),
        ClockModule.forRoot(),
        DatabaseModule.forRoot({ url, pool, name: 'talqy-worker', scope: 'system' }),
        // Installations that share a Redis are told apart by their database.
        JobsModule.forWorker({ url: settings.queueUrl, prefix: `talqy-${new URL(url).pathname.slice(1)}` }),
        LedgerModule,
        SecurityEventsModule.forRoot({ thresholds: settings.securityAlarms }),
        AccountsModule.forRoot({ keyFile }),
        FilesModule,
        FileChecksModule.forRoot({ keyFile, scannerUrl: settings.clamavUrl }),
        NotificationsModule.forRoot({
          smtpUrl: settings.smtpUrl,
          folder: settings.mailFolder,
          from: settings.mailFrom,
          host: new URL(publicUrl).hostname,
        }),
        SubscriptionsModule.forRoot({ keyFile }),
        ServiceRegisterModule,
        DiscussionModule.forRoot({ receiptSecret: secret, keyFile, drainSeconds }),
        ConsiderationModule,
        SignaturesModule.forRoot({
          trustedRoots: settings.signatureTrustedRoots,
          verifierUrl: settings.signatureVerifierUrl,
        }),
        ReportsModule,
      ],
      providers,
    };
  }
}
