import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { pathOf } from './pathOf';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [{ host: 'github.com' }],
        gitlab: [
          {
            host: 'git.example',
            baseUrl: 'https://git.example',
            apiBaseUrl: 'https://git.example/api/v4',
          },
        ],
      },
    },
  }),
);
const at = (location: Parameters<typeof pathOf>[0]['location']) =>
  pathOf({
    location,
    deployment: { name: 'ranker' },
    publishFolder: '/srv/published',
    integrations,
  });
const own = { path: 'ranker/inference-service.yaml' };

describe('pathOf', () => {
  it.each([
    [
      'https://github.com/us/models/blob/main/ranker/my%20service.yaml',
      {
        path: 'ranker/my service.yaml',
        repository: {
          repoUrl: 'github.com?owner=us&repo=models',
          branch: 'main',
        },
      },
    ],
    [
      'https://git.example/us/team/models/-/blob/v1/service.yaml?ref_type=heads',
      {
        path: 'service.yaml',
        repository: {
          repoUrl: 'git.example?owner=us%2Fteam&repo=models',
          branch: 'v1',
        },
      },
    ],
    ['https://github.com/us/models/blob/main/%2e%2e%2f%2e%2e%2fx.yaml', own],
    ['https://github.com/us/models/issues/5', own],
    ['https://files.example/ranker.yaml', own],
  ])('is that in the repository of %s', (url, expected) => {
    expect(at({ kind: 'url', url })).toEqual(expected);
  });

  it('is that in the folder that is published to, when the file lies there', () => {
    const file = (path: string) => at({ kind: 'file', path });
    expect(file('/srv/published/ranker/svc.yaml')).toEqual({
      path: 'ranker/svc.yaml',
    });
    expect(file('/srv/published/svc.yaml')).toEqual(own);
    expect(file('/srv/published-elsewhere/ranker/svc.yaml')).toEqual(own);
    expect(
      at({ kind: 'kubernetes', cluster: 'a', namespace: 'b', name: 'ranker' }),
    ).toEqual(own);
  });
});
