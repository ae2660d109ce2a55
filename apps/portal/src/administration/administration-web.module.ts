import { Module } from '@nestjs/common';
import { IdentityWebModule } from '../identity/identity-web.module.js';
import { AuditFilters } from './pages/audit/audit-filters.js';
import { AuditFilePage } from './pages/audit/audit-file.page.js';
import { AuditPage } from './pages/audit/audit.page.js';
import { ChainPage } from './pages/audit/chain.page.js';
import { AdministrationPage } from './pages/administration.page.js';

/** What administrators keep in order: the installation, not a body's work. */
@Module({
  imports: [IdentityWebModule],
  providers: [AuditFilters],
  controllers: [AdministrationPage, AuditPage, AuditFilePage, ChainPage],
})
export class AdministrationWebModule {}
