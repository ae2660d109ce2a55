import { languages } from '#lib/kernel';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Pages within a language, each in every language and with its translations beside it. */
export function sitemapXml(site: string, paths: readonly string[]): string {
  const at = (code: string, path: string) => escaped(`${site.replace(/\/+$/, '')}/${code}/${path}`);
  const urls = paths.flatMap((path) => {
    const alternates = languages.map(
      (code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${at(code, path)}"/>`,
    );
    return languages.map((code) => `<url><loc>${at(code, path)}</loc>${alternates.join('')}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('\n')}</urlset>
`;
}

/** The sitemaps there are, when the pages do not fit in one. */
export function sitemapIndexXml(site: string, files: readonly string[]): string {
  const maps = files.map((file) => `<sitemap><loc>${escaped(`${site.replace(/\/+$/, '')}/${file}`)}</loc></sitemap>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('\n')}</sitemapindex>
`;
}
