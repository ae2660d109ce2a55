import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Acting } from './acting.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { Transactions } from './transactions.js';

export interface DatabaseConnection {
  readonly url: string;
  readonly pool: number;
  readonly name?: string;
  /** A process that works for all bodies: the worker, the command line. A portal works for those who ask it. */
  readonly scope?: 'system';
}

/** Entities come from the `TypeOrmModule.forFeature` of each lib that is imported. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(connection: DatabaseConnection): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', autoLoadEntities: true, retryAttempts: 0 }),
          dataSourceFactory: (options?: DataSourceOptions) =>
            createDataSource({ ...connection, actAs: 'talqy_app', entities: options?.entities }).initialize(),
        }),
      ],
      providers: [Acting, Database, Transactions],
      exports: [Acting, Database, Transactions],
    };
  }
}
