import { clipText, refusalText, sentence } from './refusalText';

describe('refusalText', () => {
  it.each([
    [
      'the reason of the backend before the status',
      Object.assign(new Error('Request failed with 409'), {
        cause: new Error('The window is closed'),
      }),
      'The window is closed.',
    ],
    [
      'what the browser says',
      new TypeError('Failed to fetch'),
      'Failed to fetch.',
    ],
    ['something that is no error', 'gone', 'Gone.'],
    ['nothing at all', undefined, 'Undefined.'],
  ])('tells %s', (_, error, text) => {
    expect(refusalText(error)).toBe(text);
  });
});

describe('sentence', () => {
  it('ends a text as a sentence, once', () => {
    expect(sentence('it is busy')).toBe('It is busy.');
    expect(sentence('It is busy.')).toBe('It is busy.');
    expect(sentence('')).toBe('');
  });
});

describe('clipText', () => {
  it('cuts a long text', () => {
    expect(clipText('x'.repeat(10_000))).toHaveLength(600);
  });

  it('takes out the characters that turn the text behind them', () => {
    expect(clipText('\u202egnp.exe\u2066')).toBe('gnp.exe');
  });
});
