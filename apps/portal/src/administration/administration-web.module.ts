import { ProfileUse } from '#lib/discussion';
import { FilesModule } from '#lib/files';
import { ProcedureProfilesModule } from '#lib/procedure-profiles';
import { ServiceRegisterModule } from '#lib/service-register';
import { WorkingCalendarModule } from '#lib/working-calendar';
import { Module } from '@nestjs/common';
import { IdentityWebModule } from '../identity/identity-web.module.js';
import { KeptUploads } from './kept-uploads.js';
import { AuditFilters } from './pages/audit/audit-filters.js';
import { AuditFilePage } from './pages/audit/audit-file.page.js';
import { AuditPage } from './pages/audit/audit.page.js';
import { ChainPage } from './pages/audit/chain.page.js';
import { ShownVerifications } from './pages/audit/shown-verifications.js';
import { AdministrationPage } from './pages/administration.page.js';
import { CalendarChanges } from './pages/calendar/calendar-changes.js';
import { CalendarImportPage } from './pages/calendar/calendar-import.page.js';
import { CalendarPage } from './pages/calendar/calendar.page.js';
import { NewProfilePage } from './pages/profiles/new-profile.page.js';
import { ProfilesPage } from './pages/profiles/profiles.page.js';
import { BodiesPage } from './pages/register/bodies.page.js';
import { RegisterImportPage } from './pages/register/register-import.page.js';
import { SectionsPage } from './pages/register/sections.page.js';
import { ServicesPage } from './pages/register/services.page.js';

/** What administrators keep in order: the installation, not a body's work. */
@Module({
  imports: [IdentityWebModule, ServiceRegisterModule, WorkingCalendarModule, ProcedureProfilesModule, FilesModule],
  providers: [AuditFilters, ShownVerifications, KeptUploads, CalendarChanges, ProfileUse],
  controllers: [
    AdministrationPage,
    AuditPage,
    AuditFilePage,
    ChainPage,
    BodiesPage,
    ServicesPage,
    SectionsPage,
    RegisterImportPage,
    CalendarPage,
    CalendarImportPage,
    NewProfilePage,
    ProfilesPage,
  ],
})
export class AdministrationWebModule {}
