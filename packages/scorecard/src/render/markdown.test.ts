import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { plain } from '../__testUtils__/judged';
import { reportOf } from '../__testUtils__/report';
import { escapeMarkdown } from './escapeMarkdown';
import { renderMarkdown } from './markdown';

const parser = new MarkdownIt({ html: true, linkify: true });

/** Every kind of block and inline element of a document, with how often it occurs. */
function elementsOf(markdown: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (type: string) => {
    counts[type] = (counts[type] ?? 0) + 1;
  };
  for (const token of parser.parse(markdown, {})) {
    count(token.type);
    token.children
      ?.filter(child => child.type !== 'text')
      .forEach(child => count(child.type));
  }
  return counts;
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  'https://evil.example and www.evil.example',
  'mail root@evil.example now',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '> quote',
  '---',
  '===',
  '| a | b |',
  '`code` and ```fence```',
  '```\n# out of the fence\n```',
  '**bold** _emphasis_ ~~gone~~',
  'two\nlines\r\nthree\u2028four',
  '&lt;b&gt; &#60;',
  '\\[escaped](http://x)',
  '\u001b[31mred\u001b[0m \u202eright to left\u202c zero\u200bwidth',
  '$x$ :smile: ^up^ {{ template }}',
  '\t    indented',
  '</td></tr></table>',
];

describe('renderMarkdown', () => {
  const markdown = plain(renderMarkdown(reportOf()))!;

  it('holds everything that the report does', () => {
    const parts = [
      '# Performance report of component\\:default/iris',
      '23 Nov 2026, 14:30 UTC',
      '| Fail | P99 latency | endpoint/iris | 412 ms | 396–431 | &lt; 100 ms | 312 % over | guide: Latency Targets, Small |',
      '| Error | Throughput | endpoint/iris | – | – | > 100 req/s |'.replace(
        '>',
        '\\>',
      ),
      '- Not applicable: GPU utilisation, GPU memory used, GPU power. No GPU is named for this entity here.',
      'iris. iris iris: P99 is expected at 80–95 ms. 1 more check is missed otherwise.',
      'Validity: client-limited.',
      'The last attempt, 23 Nov 2026, 14:30 UTC, gave error: iris',
      '### Findings',
      '### Why it matters',
      '### Cause: iris (confidence high)',
      'Expected: inference.latency P99 80–95 ms',
      'Also expected: inference.capacity max 400–900 req/s',
      'Cannot be computed: iris',
      '| /spec/predictor/batcher/maxLatency | 100 iris | iris iris |',
      '| iris | – | not measured | – |',
      '| inference.latency | P99 | endpoint/iris | 412 ms | 396–431 | 6,000 |',
      '| image | iris |',
      'Run r-1: succeeded, started by iris (user).',
      'inference ends by itself: iris',
      '200 req/s',
      '```\ndynoscope bench iris\n```',
      '### Notes',
      '- iris (load-result)',
    ];
    expect(parts.filter(part => !markdown.includes(part))).toEqual([]);
  });

  it('links to the evidence only in the portal', () => {
    const linked = renderMarkdown(reportOf(), {
      baseUrl: 'https://portal.example',
    });
    expect(linked).toContain(
      '](<https://portal.example/api/performance/reports/p-1/evidence/e-1>)',
    );
    expect(elementsOf(markdown).link_open).toBeUndefined();
    for (const href of [
      'data:text/html,x',
      '//evil.example',
      '/a) [x](http://y',
      '/\\evil',
    ]) {
      const report = reportOf();
      report.evidence[0].href = href;
      const options = { baseUrl: 'https://portal.example' };
      expect(
        elementsOf(renderMarkdown(report, options)).link_open,
      ).toBeUndefined();
    }
  });

  it.each(hostile)('shows %j as plain words and nothing else', text => {
    const elements = elementsOf(renderMarkdown(reportOf(text)));
    const { softbreak: _, ...expected } = elementsOf(
      renderMarkdown(reportOf('iris')),
    );
    expect(elements).toEqual(expected);
  });

  it('has the same structure whatever the texts are', () => {
    const expected = elementsOf(renderMarkdown(reportOf('iris')));
    const part = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~@:$^&=\n\r /wW1a"\''),
      }),
    );
    const texts = fc
      .array(part, { maxLength: 4 })
      .map(parts => `a${parts.join('')}`);
    fc.assert(
      fc.property(texts, text => {
        const elements = elementsOf(renderMarkdown(reportOf(text)));
        expect(elements).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('escapeMarkdown', () => {
  it('keeps the words, without what cannot be seen, and no more than helps', () => {
    const shown = (text: string) =>
      parser.renderInline(escapeMarkdown(text)).replace(/&lt;/g, '<');
    expect(shown('P99 is 412\u202fms (a|b) <x> #1 *not bold*')).toBe(
      'P99 is 412\u202fms (a|b) <x&gt; #1 *not bold*',
    );
    expect(shown('&amp; &copy; &#60;')).toBe('&amp;amp; &amp;copy; &amp;#60;');
    expect(escapeMarkdown('a\u202e\u0007\u200bb')).toBe('ab');
    expect(escapeMarkdown('x'.repeat(5_000))).toHaveLength(2_001);
  });
});
