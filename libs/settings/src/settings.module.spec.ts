import { describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { loadSettings } from './load-settings.js';
import { Settings } from './settings.js';
import { SettingsModule } from './settings.module.js';
import { someKeyRing } from './testing/some-key-ring.js';

@Injectable()
class Reader {
  constructor(readonly settings: Settings) {}
}

@Module({ providers: [Reader] })
class Feature {}

describe('SettingsModule', () => {
  it('gives the loaded settings to a module that does not import it', async () => {
    const settings = loadSettings({
      DATABASE_URL: 'postgresql://db/talqy',
      TALQY_SECRET: 's'.repeat(32),
      TALQY_KEYS: someKeyRing(),
    });
    const module = await Test.createTestingModule({ imports: [SettingsModule.forRoot(settings), Feature] }).compile();
    expect(module.get(Reader, { strict: false }).settings).toBe(settings);
  });

  it('stops a module that asks for settings when none were loaded', async () => {
    await expect(Test.createTestingModule({ imports: [Feature] }).compile()).rejects.toThrow(/Settings/);
  });
});
