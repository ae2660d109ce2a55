export { SecurityEventsModule, type SecurityEventsSettings } from './security-events.module.js';
export { SecurityCounts } from './security-counts.js';
export { SecurityMetrics } from './security-metrics.js';
export { RaiseAlarms, type SecurityAlarm } from './raise-alarms.js';
export { RecentAlarms } from './recent-alarms.js';

// The rules.
export { ALARM_MINUTES, type Thresholds, thresholdsFrom } from './domain/thresholds.js';
