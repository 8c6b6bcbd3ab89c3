import type { ApiHolder } from '@backstage/core-plugin-api';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { exampleMiss } from '../../dev/ExampleForm';
import { exampleApi } from '../../dev/exampleApi';
import { exampleGenerated } from '../../dev/exampleGenerated';
import { refusal } from '../../dev/refusal';
import { performanceApiRef } from '../api/performanceApiRef';
import type { Tuning } from './tuning';
import { validateTuning } from './validateTuning';

async function errorsOf(
  tuning: Tuning,
  generate: PerformanceApi['generate'],
): Promise<string[]> {
  const errors: string[] = [];
  const api = exampleApi({ generate });
  const apiHolder = {
    get: ({ id }: { id: string }) =>
      id === performanceApiRef.id ? api : undefined,
  } as ApiHolder;
  await validateTuning(
    tuning,
    { addError: message => errors.push(message) },
    { apiHolder },
  );
  return errors;
}

describe('validateTuning', () => {
  it('lets through what the backend can make', async () => {
    const generate = jest.fn(async () => exampleGenerated);
    expect(await errorsOf(exampleMiss, generate)).toEqual([]);
    expect(generate).toHaveBeenCalledWith('inference-service', exampleMiss);
  });

  it('stops with the words of the backend, which name the field', async () => {
    const message = 'options.name: "X" is not allowed; a-z, 0-9 and - are';
    const generate = async () => {
      throw refusal({ status: 400, message });
    };
    expect(await errorsOf({ options: { name: 'X' } }, generate)).toEqual([
      message,
    ]);
  });

  it('stops when nothing can be computed', async () => {
    const remedy = { ...exampleGenerated.remedy!, cannot: 'No manifest.' };
    expect(
      await errorsOf(exampleMiss, async () => ({
        ...exampleGenerated,
        remedy,
      })),
    ).toEqual(['No manifest.']);
  });

  it('asks for a name before it asks the backend', async () => {
    const generate = jest.fn(async () => exampleGenerated);
    expect(await errorsOf({ options: {} }, generate)).toEqual([
      'Give the service a name.',
    ]);
    expect(generate).not.toHaveBeenCalled();
  });
});
