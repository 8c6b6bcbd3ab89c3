import { writeFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { describeOpenApi } from './describeOpenApi';

// yarn workspace @dynoscope/backstage-plugin-performance-backend openapi
writeFileSync(
  resolvePackagePath(
    '@dynoscope/backstage-plugin-performance-backend',
    'src/schema/openapi.generated.json',
  ),
  `${JSON.stringify(describeOpenApi(), undefined, 2)}\n`,
);
