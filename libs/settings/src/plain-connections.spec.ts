import { describe, expect, it } from '@jest/globals';
import { plainConnections } from './plain-connections.js';

const here = 'postgresql://talqy:word@127.0.0.1:5432/talqy';
const of = (address: string, rest: { readonly smtpUrl?: string; readonly clamavUrl?: string } = {}) =>
  plainConnections({ databaseUrl: here, migrationDatabaseUrl: here, queueUrl: address, smtpUrl: undefined, ...rest });

describe('plainConnections (ASVS 12.3.1)', () => {
  it.each([
    here,
    'postgresql://u@localhost/t',
    'postgresql://u@[::1]/t',
    'postgresql://u@LOCALHOST/t',
    'postgresql://u@%2Fvar%2Frun%2Fpostgresql/t',
    'postgresql://u@db.example.kz/t?host=/var/run/postgresql',
    'postgresql://u@db.example.kz/t?host=127.0.0.1',
    'postgresql://u@127.0.0.1/t?host=',
    'postgresql://u@127.0.0.1/t?host=db.example.kz&sslmode=verify-full',
    'redis://127.0.0.2:6379',
    'rediss://redis.example.kz',
    'postgresql://u@db.example.kz/t?sslmode=verify-full',
  ])('%s is encrypted, or never leaves this host', (address) => {
    expect(of(address)).toEqual([]);
  });

  it.each([
    ['postgresql://u@db/t', 'QUEUE_URL needs sslmode=verify-full'],
    ['postgres://u@10.0.0.5/t?sslmode=require', 'QUEUE_URL needs sslmode=verify-full'],
    ['postgres://u@127.evil.example/t', 'QUEUE_URL needs sslmode=verify-full'],
    ['postgres://u@127.0.0.1/t?host=db.example.kz', 'QUEUE_URL needs sslmode=verify-full'],
    ['postgres://u@127.0.0.1/t?host=/run&host=10.0.0.5', 'QUEUE_URL needs sslmode=verify-full'],
    ['postgres://u@db/t?sslmode=verify-full&sslmode=disable', 'QUEUE_URL needs sslmode=verify-full'],
    ['redis://redis:6379?host=127.0.0.1', 'QUEUE_URL must begin with rediss:'],
    ['redis://redis:6379', 'QUEUE_URL must begin with rediss:'],
  ])('%s is not', (address, fault) => {
    expect(of(address)).toEqual([fault]);
  });

  it('lets clamd be on this host alone: its protocol has no encryption', () => {
    expect(of(here, { clamavUrl: 'unix:///run/clamav/clamd.ctl' })).toEqual([]);
    expect(of(here, { clamavUrl: 'tcp://127.0.0.1:3310' })).toEqual([]);
    expect(of(here, { clamavUrl: 'tcp://clamd:3310' })).toEqual([
      'CLAMAV_URL must be a socket or an address of this host',
    ]);
  });
  it('knows the two encrypted ways to a mail server', () => {
    expect(of(here, { smtpUrl: 'smtps://mail.example.kz' })).toEqual([]);
    expect(of(here, { smtpUrl: 'smtp://mail.example.kz?requireTLS=true' })).toEqual([]);
    expect(of(here, { smtpUrl: 'smtp://mail:25' })).toEqual([
      'SMTP_URL must begin with smtps:, or have requireTLS=true',
    ]);
  });
});
