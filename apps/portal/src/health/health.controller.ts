import { Database, pendingMigrations } from '#lib/database';
import { Settings } from '#lib/settings';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../rights/public.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  private hasCurrentTables = false;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** The process answers. */
  @Get('live')
  @Public()
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Requests may be sent here: the database answers and no migration is missing. The queue is the worker's matter. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.query('select 1');
      this.hasCurrentTables ||= !(await pendingMigrations(this.settings.migrationDatabaseUrl));
    } catch {
      throw new ServiceUnavailableException('the database does not answer');
    }
    if (!this.hasCurrentTables) throw new ServiceUnavailableException('a migration is missing');
    return { status: 'ready' };
  }
}
