/** A GPU is read once in a while; fewer readings than these say little about a training job. */
export const gpuSamples = {
  samples: { one: 'reading', other: 'readings' },
  leastSamples: 60,
};
