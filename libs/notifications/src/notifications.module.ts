import { type DynamicModule, Module } from '@nestjs/common';
import { MAIL_SETTINGS, type MailSettings } from './transport/mail-settings.js';
import { Mailer } from './transport/mailer.js';

@Module({})
export class NotificationsModule {
  static forRoot(settings: MailSettings): DynamicModule {
    return {
      module: NotificationsModule,
      providers: [{ provide: MAIL_SETTINGS, useValue: settings }, Mailer],
      exports: [Mailer],
    };
  }
}
