import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostgresStoredFiles } from './persistence/postgres-stored-files.js';
import { SealedOriginalEntity } from './persistence/sealed-original.entity.js';
import { StoredFileChunkEntity } from './persistence/stored-file-chunk.entity.js';
import { StoredFileEntity } from './persistence/stored-file.entity.js';
import { StoredFiles } from './stored-files.js';
import { DropUnclaimedFiles } from './use-cases/drop-unclaimed-files.js';

@Module({
  imports: [TypeOrmModule.forFeature([StoredFileEntity, StoredFileChunkEntity, SealedOriginalEntity])],
  providers: [{ provide: StoredFiles, useClass: PostgresStoredFiles }, DropUnclaimedFiles],
  exports: [StoredFiles, DropUnclaimedFiles],
})
export class FilesModule {}
