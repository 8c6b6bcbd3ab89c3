import { loadTuning } from './loadTuning.mjs';

/** The Kubernetes manifests of an inference service, as text each; the entity of the catalog is left out. */
export async function generateManifests(deployments) {
  const { inferenceServiceGenerator: generator } = await loadTuning('index.ts');
  return deployments.flatMap(({ options, versions }) =>
    generator
      .generate(options, versions)
      .files.filter(({ path }) => /\.yaml$/.test(path))
      .filter(({ path }) => !path.endsWith('catalog-info.yaml'))
      .map(({ content }) => content),
  );
}
