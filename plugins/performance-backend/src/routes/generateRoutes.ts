import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { generateRequestSchema, lintRequestSchema } from '@dynoscope/scorecard';
import express, { type Router } from 'express';
import type { GenerateService } from '../generate/GenerateService';
import { parse } from '../parse';
import { createAddRoute } from './addRoute';

/** Documents travel as JSON text, in which a character may take two. */
const mostBytes = 2_200_000;

/** Manifests: made and checked, never stored. To be added before a smaller limit of bodies applies. */
export function addGenerateRoutes(
  router: Router,
  options: { generate: GenerateService; httpAuth: HttpAuthService },
): void {
  const { generate, httpAuth } = options;
  const add = createAddRoute(router, httpAuth);
  router.use(['/generate', '/lint'], express.json({ limit: mostBytes }));
  add('post', '/generate/:generator', ({ params, body }, by) =>
    generate.generate(
      params.generator,
      parse(generateRequestSchema, body, 'body'),
      by,
    ),
  );
  add('post', '/lint', ({ body }) =>
    generate.lint(parse(lintRequestSchema, body, 'body')),
  );
}
