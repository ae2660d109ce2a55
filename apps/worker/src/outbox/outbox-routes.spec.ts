import { considerationEvents } from '#lib/consideration';
import { discussionEvents } from '#lib/discussion';
import { fileEvents } from '#lib/files';
import { identityEvents } from '#lib/identity';
import { notificationEvents, subscriptionEvents } from '#lib/notifications';
import { reportEvents, reportStepJob } from '#lib/reports';
import { describe, expect, it } from '@jest/globals';
import { processors } from '../processors.js';
import { outboxRoutes } from './outbox-routes.js';

const byName = (a: string, b: string) => a.localeCompare(b);

describe('the choreography', () => {
  it('has a route, if an empty one, for every event a lib emits, and for no other', () => {
    const events = [
      ...fileEvents,
      ...discussionEvents,
      ...considerationEvents,
      ...notificationEvents,
      ...subscriptionEvents,
      ...identityEvents,
      ...reportEvents,
    ].map(({ event }) => event);
    expect(Object.keys(outboxRoutes).toSorted(byName)).toEqual(events.toSorted(byName));
  });

  it('has as many processors as jobs, and one for the steps that come by a flow', () => {
    const jobs = new Set(Object.values(outboxRoutes).flatMap((routes) => routes.map(({ job }) => job)));
    expect(processors).toHaveLength(jobs.size + [reportStepJob].length);
  });
});
