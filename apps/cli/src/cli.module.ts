import { ConsiderationModule } from '#lib/consideration';
import { DatabaseModule } from '#lib/database';
import { DiscussionModule } from '#lib/discussion';
import { DraftingModule } from '#lib/drafting';
import { FileChecksModule, FilesModule } from '#lib/files';
import { IdentityModule } from '#lib/identity';
import { JobsModule } from '#lib/jobs';
import type { Clock } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { ReportsModule } from '#lib/reports';
import { ServiceRegisterModule } from '#lib/service-register';
import { ClockModule, type Settings, SettingsModule } from '#lib/settings';
import { SignaturesModule } from '#lib/signatures';
import { WorkingCalendarModule } from '#lib/working-calendar';
import { type DynamicModule, Module } from '@nestjs/common';

/** Connections of a command: it works step by step, a few are enough. */
const POOL = 4;

@Module({})
export class CliModule {
  static forRoot(settings: Settings, clock: Clock): DynamicModule {
    const { signatureTrustedRoots: trustedRoots, signatureVerifierUrl: verifierUrl } = settings;
    const signatures = { trustedRoots, verifierUrl };
    return {
      module: CliModule,
      imports: [
        SettingsModule.forRoot(settings),
        ClockModule.forRoot(clock),
        DatabaseModule.forRoot({ url: settings.databaseUrl, pool: POOL, name: 'talqy-cli', scope: 'system' }),
        LedgerModule,
        JobsModule,
        FilesModule,
        FileChecksModule.forRoot({ keyFile: settings.keyFile, scannerUrl: settings.clamavUrl }),
        IdentityModule,
        ServiceRegisterModule,
        WorkingCalendarModule,
        DraftingModule,
        DiscussionModule.forRoot({
          receiptSecret: settings.secret,
          keyFile: settings.keyFile,
          drainSeconds: settings.drainSeconds,
          hasSendersProvider: settings.sendersProvider !== undefined,
          signatures,
        }),
        ConsiderationModule,
        SignaturesModule.forRoot(signatures),
        ReportsModule,
      ],
    };
  }
}
