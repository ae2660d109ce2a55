import { isMessageKey } from '#lib/localisation';
import type { PageVisit } from '../../pages-kit/visit.js';

export function channelName(channel: string, { t }: PageVisit): string {
  const key = `channel.${channel.toLowerCase().replaceAll('_', '-').replace('leb-', 'local-')}`;
  return isMessageKey(key) ? t(key) : t('channel.other');
}
