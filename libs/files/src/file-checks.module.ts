import { KeyRingFile, Seal } from '#lib/privacy';
import { type DynamicModule, Module } from '@nestjs/common';
import { SealedOriginals } from './persistence/sealed-originals.js';
import { UploadsByState } from './queries/upload-counts.js';
import { scannerAt } from './scanning/scanner-at.js';
import { VirusScanner } from './scanning/virus-scanner.js';
import { CheckFile } from './use-cases/check-file.js';
import { RequestChecks } from './use-cases/request-checks.js';

export interface FileChecksSettings {
  /** The key ring of what is personal (TALQY_KEYS). */
  readonly keyFile: string;
  /** `tcp://host:3310` or `unix:///path` of clamd (CLAMAV_URL); without it nothing is scanned. */
  readonly scannerUrl?: string | undefined;
}

const face = [VirusScanner, CheckFile, RequestChecks, UploadsByState];

/** What looks at uploads before they are shown: for the worker and the command line. */
@Module({})
export class FileChecksModule {
  static forRoot({ keyFile, scannerUrl }: FileChecksSettings): DynamicModule {
    return {
      module: FileChecksModule,
      global: true,
      providers: [
        { provide: SealedOriginals, useFactory: () => new SealedOriginals(new Seal(new KeyRingFile(keyFile))) },
        { provide: VirusScanner, useFactory: () => scannerAt(scannerUrl) },
        CheckFile,
        RequestChecks,
        UploadsByState,
      ],
      exports: face,
    };
  }
}
