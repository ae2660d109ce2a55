import { describe, expect, it } from '@jest/globals';
import { pageHead, scriptJson } from './page-head.js';

const headOf = (url: string, more = {}) =>
  pageHead(url, 'https://talqy.example/', 'ru', { title: 't', description: 'd', ...more });

describe('pageHead', () => {
  it.each([
    ['/ru', 'https://talqy.example/ru/'],
    ['/ru/discussions?q=%D0%B0&utm_source=x&after=', 'https://talqy.example/ru/discussions?q=%D0%B0'],
    ['/ru/clock/', 'https://talqy.example/ru/clock'],
  ])('names the one address of %s', (url, canonical) => expect(headOf(url)?.canonical).toBe(canonical));

  it('takes the address a page gives itself, and links every language', () => {
    const head = headOf('/ru/discussions/1?done=1', { canonical: 'discussions/1' });
    expect(head?.canonical).toBe('https://talqy.example/ru/discussions/1');
    expect(head?.alternates.map(({ code }) => code)).toEqual(['kk', 'ru', 'en', 'x-default']);
  });

  it('is nothing for a page that does not describe itself', () =>
    expect(pageHead('/ru/x', 'https://talqy.example', 'ru', { title: 't' })).toBeNull());
});

describe('scriptJson', () => {
  it('cannot end its element', () => {
    const json = scriptJson({ name: '</script><script>alert(1)</script><!--' });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script><!--' });
  });
});
