import { fileReference } from './fileReference';

it.each([
  ['/srv/published/ranker/a.yaml', 'ranker/a.yaml'],
  ['/srv/portal/manifests/a.yaml', 'manifests/a.yaml'],
  ['/srv/published-not/ranker/a.yaml', 'ranker/a.yaml'],
  ['/srv/published/..a/b.yaml', '..a/b.yaml'],
  ['/a.yaml', '/a.yaml'],
])('shows %s as %s', (path, shown) => {
  const folders = ['/srv/published', undefined, '/srv/portal'];
  expect(fileReference(path, folders)).toBe(shown);
});
