import { REPORT_SCHEMA, reportSchema } from '#lib/reports';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../rights/public.js';

const text = `${JSON.stringify(reportSchema, null, 2)}\n`;

/** The JSON Schema that the data of every report name: the same for every report of its version, so anybody may keep it. */
@ApiExcludeController()
@Controller(REPORT_SCHEMA.slice(1))
export class ReportSchemaPage {
  @Get()
  @Public()
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  show(): string {
    return text;
  }
}
