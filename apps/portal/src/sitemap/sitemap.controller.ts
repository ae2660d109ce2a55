import { DiscussionFigures } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../rights/public.js';
import { sitemapIndexXml, sitemapXml } from './sitemap-xml.js';

const XML = 'application/xml; charset=utf-8';
const AN_HOUR = 'public, max-age=3600';
const steady = ['', 'discussions', 'clock', 'help', 'accessibility', 'privacy'];

/** For search engines: every placed draft and the steady pages; nothing of a person, nothing that is not public. */
@ApiExcludeController()
@Controller()
export class SitemapController {
  constructor(private readonly figures: DiscussionFigures) {}

  @Get('robots.txt')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', AN_HOUR)
  robots(@Req() { siteAddress }: FastifyRequest): string {
    const closed = [
      '/*/officer',
      '/*/remarks/',
      '/*/receipts',
      '/*/my-remarks',
      '/*/sign-in',
      '/*/invitations/',
      '/*/password-resets/',
      '/*/subscription-requests/',
      '/*/subscriptions/',
      '/*/discussions/*/remark',
      '/api/',
    ];
    return [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${siteAddress.replace(/\/+$/, '')}/sitemap.xml`,
      '',
    ].join('\n');
  }

  @Get('sitemap.xml')
  @Public()
  @Header('content-type', XML)
  @Header('cache-control', AN_HOUR)
  async index(@Req() { siteAddress }: FastifyRequest): Promise<string> {
    const lots = await this.figures.lots();
    return sitemapIndexXml(siteAddress, ['sitemaps/0.xml', ...lots.map((lot) => `sitemaps/${lot}.xml`)]);
  }

  /** 0: the steady pages and the bodies; from 1: a thousand discussions each. */
  @Get('sitemaps/:lot.xml')
  @Public()
  @Header('content-type', XML)
  @Header('cache-control', AN_HOUR)
  async lot(@Req() { siteAddress }: FastifyRequest, @Param('lot') lot: string): Promise<string> {
    if (!/^\d{1,7}$/.test(lot)) throw new DomainError('not-found', 'there is no such sitemap', { lot });
    if (Number(lot) === 0) {
      const bodies = (await this.figures.bodies()).map(({ code }) => `bodies/${encodeURIComponent(code)}`);
      return sitemapXml(siteAddress, [...steady, ...bodies]);
    }
    const ids = await this.figures.idsOfLot(Number(lot));
    if (ids.length === 0) throw new DomainError('not-found', 'there is no such sitemap', { lot });
    return sitemapXml(
      siteAddress,
      ids.flatMap((id) => [`discussions/${id}`, `discussions/${id}/text`]),
    );
  }
}
