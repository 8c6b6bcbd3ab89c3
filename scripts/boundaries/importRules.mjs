import path from 'node:path';
import { allowedImports, folderOf, packageNames } from './directions.mjs';

const withoutBackstage = [
  'packages/statistics',
  'packages/scorecard',
  'packages/load',
  'packages/tuning',
  'packages/cli',
];

/** A violation for each import that `isWrong` gives a message for. */
function eachImport(source, isWrong) {
  return source.imports.flatMap(found => {
    const message = isWrong(found);
    return message ? [{ line: found.line, message }] : [];
  });
}

/** Rules about what may be imported where. */
export const importRules = [
  {
    id: 'import-direction',
    check: source =>
      eachImport(source, ({ specifier }) => {
        const to = folderOf(specifier);
        if (!source.package || !to || to === source.package) return undefined;
        return allowedImports(source.package).has(to)
          ? undefined
          : `${source.package} must not import ${specifier}`;
      }),
    plant: {
      path: 'packages/statistics/src/planted.ts',
      text: "export { checks } from '@dynoscope/scorecard';\n",
    },
  },
  {
    id: 'package-door',
    check: source =>
      eachImport(source, ({ specifier }) => {
        const to = folderOf(specifier);
        if (to && /\/(src|dist)(\/|$)/.test(specifier)) {
          return `import ${packageNames[to]} by its entry points, not ${specifier}`;
        }
        if (!specifier.startsWith('.') || !source.package) return undefined;
        const target = path.posix.join(
          path.posix.dirname(source.path),
          specifier,
        );
        return target.startsWith(`${source.package}/`)
          ? undefined
          : `${specifier} leaves ${source.package}: import the package by its name`;
      }),
    plant: {
      path: 'packages/load/src/planted.ts',
      text: "import { quantile } from '../../statistics/src/quantile';\nquantile([1], 0.5);\n",
    },
  },
  {
    id: 'no-backstage',
    check: source =>
      eachImport(source, ({ specifier }) =>
        withoutBackstage.includes(source.package) &&
        specifier.startsWith('@backstage/')
          ? `${source.package} imports nothing of Backstage`
          : undefined,
      ),
    plant: {
      path: 'packages/scorecard/src/planted.ts',
      text: "import type { Entity } from '@backstage/catalog-model';\nexport type Planted = Entity;\n",
    },
  },
  {
    id: 'zod-version',
    check: source =>
      eachImport(source, ({ specifier }) => {
        if (!/^zod(\/|$)/.test(specifier)) return undefined;
        const wanted =
          source.package === 'plugins/performance' ? 'zod' : 'zod/v3';
        return specifier === wanted
          ? undefined
          : `import '${wanted}' here, not '${specifier}'`;
      }),
    plant: {
      path: 'packages/scorecard/src/planted.ts',
      text: "import { z } from 'zod';\nexport const planted = z.string();\n",
    },
    morePlants: [
      {
        path: 'plugins/performance/src/planted.ts',
        text: "import { z } from 'zod/v3';\nexport const planted = z.string();\n",
      },
    ],
  },
  {
    id: 'types-of-scorecard-only',
    check: source =>
      eachImport(source, ({ specifier, typeOnly }) =>
        source.package === 'plugins/performance' &&
        !source.isTest &&
        specifier === '@dynoscope/scorecard' &&
        !typeOnly
          ? 'the frontend imports types of @dynoscope/scorecard, or small entry points of it such as /format: all of it would bring zod along'
          : undefined,
      ),
    plant: {
      path: 'plugins/performance/src/planted.ts',
      text: "import { checks } from '@dynoscope/scorecard';\nexport const planted = checks;\n",
    },
  },
  {
    id: 'no-router-library',
    check: source =>
      eachImport(source, ({ specifier }) =>
        source.package === 'plugins/performance' &&
        !source.isTest &&
        /^react-router(-dom)?(\/|$)/.test(specifier)
          ? `navigate with route refs, not ${specifier}`
          : undefined,
      ),
    plant: {
      path: 'plugins/performance/src/planted.tsx',
      text: "import { useParams } from 'react-router-dom';\nexport const planted = useParams;\n",
    },
  },
  {
    id: 'one-door-to-the-network',
    check: source =>
      eachImport(source, ({ specifier, typeOnly }) =>
        source.package === 'plugins/performance-backend' &&
        !source.isTest &&
        !typeOnly &&
        !/^plugins\/performance-backend\/src\/(subjects\/(outbound|addressRange)\.ts$|sources\/kubernetes\/)/.test(
          source.path,
        ) &&
        /^(node:)?(http2?|https|net|tls|dns|dgram)(\/|$)|^(undici|node-fetch|cross-fetch|axios|got|@kubernetes\/client-node)(\/|$)/.test(
          specifier,
        )
          ? `only subjects/outbound.ts, and sources/kubernetes for the operator's clusters, reach the network, not an import of ${specifier}`
          : undefined,
      ),
    plant: {
      path: 'plugins/performance-backend/src/probes/planted.ts',
      text: "import { request } from 'undici';\nexport const planted = request;\n",
    },
    morePlants: [
      {
        path: 'plugins/performance-backend/src/runs/planted.ts',
        text: "import { KubeConfig } from '@kubernetes/client-node';\nexport const planted = KubeConfig;\n",
      },
    ],
  },
];
