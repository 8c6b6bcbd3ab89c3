import { guide } from './guide';
import { latencyClassOf } from './latencyClass';

describe('latencyClassOf', () => {
  it.each([
    ['the least model', { sizeBytes: 0 }, 'small', 'size'],
    ['just below 100 MB', { sizeBytes: 99_999_999 }, 'small', 'size'],
    ['100 MB', { sizeBytes: 100_000_000 }, 'medium', 'size'],
    ['just below 1 GB', { sizeBytes: 999_999_999 }, 'medium', 'size'],
    ['1 GB', { sizeBytes: 1_000_000_000 }, 'large', 'size'],
    ['a huge model', { sizeBytes: 1e15 }, 'large', 'size'],
    [
      'a runtime of language models',
      { runtime: 'vllm', sizeBytes: 1 },
      'llm',
      'runtime',
    ],
    [
      'a versioned runtime',
      { runtime: 'kserve-huggingfaceserver:0.15' },
      'llm',
      'runtime',
    ],
    ['TGI', { runtime: 'TGI' }, 'llm', 'runtime'],
    ['another runtime', { runtime: 'triton', sizeBytes: 1 }, 'small', 'size'],
    [
      'an annotation',
      { annotation: 'large', runtime: 'vllm', sizeBytes: 1 },
      'large',
      'annotation',
    ],
    ['an annotation with spaces', { annotation: ' llm ' }, 'llm', 'annotation'],
    ['nothing', {}, undefined, 'unknown'],
    ['a size that is none', { sizeBytes: NaN }, undefined, 'unknown'],
  ] as const)('knows %s', (_name, options, latencyClass, source) => {
    expect(latencyClassOf(options)).toEqual({
      ...(latencyClass && { latencyClass }),
      source,
    });
  });

  it('tells of a wrong annotation and lets the next source decide', () => {
    const found = latencyClassOf({ annotation: 'tiny', sizeBytes: 5 });
    expect(found).toEqual({
      latencyClass: 'small',
      source: 'size',
      problem:
        'The annotation dynoscope.dev/latency-class is "tiny": write one of small, medium, large, llm',
    });
    expect(latencyClassOf({ annotation: '' }).problem).toContain('is ""');
  });

  it('takes the boundaries from the guide', () => {
    const { latencyClasses } = guide;
    const changed = {
      ...guide,
      latencyClasses: {
        ...latencyClasses,
        small: { ...latencyClasses.small, belowBytes: 10 },
      },
    };
    expect(latencyClassOf({ sizeBytes: 11, guide: changed }).latencyClass).toBe(
      'medium',
    );
  });
});
