/** What a browser would run, were it written as markup. `CANARY` is called by whatever comes alive. */
export const liveMarkup: readonly string[] = [
  '<script>window.CANARY=1</script>',
  '"><script>window.CANARY=1</script>',
  "'><img src=x onerror=window.CANARY=1>",
  '<svg onload=window.CANARY=1>',
  '</textarea><img src=x onerror=window.CANARY=1>',
  '</title></script><img src=x onerror=window.CANARY=1>',
  '<a href="javascript:window.CANARY=1" autofocus onfocus="window.CANARY=1">x</a>',
  '<iframe srcdoc="<script>parent.CANARY=1</script>"></iframe>',
  '{{constructor.constructor("window.CANARY=1")()}}{{7*7}}${7*7}<%=7*7%>',
  'javascript:window.CANARY=1',
  '\u2028<details open ontoggle=window.CANARY=1>',
  '<math><mtext></table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.CANARY=1&gt;">',
];

/** What a spreadsheet would compute. */
export const formulas: readonly string[] = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1+9)*1',
  '\t=1+1',
  '\r=1+1',
  '"=1+1',
  '＝1+1',
  'DDE ("cmd";"/C calc";"!A0")A0',
  '=HYPERLINK("http://evil.example","x")',
];

/** What breaks parsers, logs, headers and databases. */
export const awkward: readonly string[] = [
  'a\r\nX-Injected: 1',
  'a\r\n\r\n<script>window.CANARY=1</script>',
  '\u0000',
  'a\u0000b',
  '\u202Efdp.exe',
  '\uFEFF\u200B',
  "'; drop table remark; --",
  "' or 1=1 --",
  '%s%n%00%x',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '$(touch /tmp/x);`id`|id',
  '\u001B[31mred\u001B[0m',
  'NULL',
  'undefined',
  '__proto__',
  'Ǩ̴̡̛͉a̷̢l̵m̶a̸q̵',
  '👩‍👩‍👧‍👦🇰🇿',
  'ﷺ'.repeat(20),
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
];

export const hostileTexts: readonly string[] = [...liveMarkup, ...formulas, ...awkward];
