import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { fireEvent, render, screen } from '@testing-library/react';
import { app } from './App';

const config = {
  app: {
    title: 'Dynoscope',
    baseUrl: 'http://localhost:3000',
    packages: 'all',
    extensions: [
      {
        'app/routes': {
          config: { redirects: [{ from: '/', to: '/catalog' }] },
        },
      },
    ],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

describe('the app', () => {
  const { env } = process;

  beforeEach(() => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [{ data: config, context: 'test' }] as any,
    };
    // What the bundler finds in package.json and hands over like this.
    Object.assign(window, {
      '__@backstage/discovered__': {
        modules: [notificationsPlugin, searchPlugin, userSettingsPlugin].map(
          plugin => ({ default: plugin }),
        ),
      },
    });
    // There is no backend here: the sign-in page asks whether to do without.
    jest.spyOn(window, 'confirm').mockReturnValue(true);
    jest.spyOn(console, 'warn').mockImplementation();
    // Deprecations inside React and Material UI, not ours.
    jest.spyOn(console, 'error').mockImplementation();
  });

  afterEach(() => {
    process.env = env;
    jest.restoreAllMocks();
  });

  it('lets a guest in and shows the catalog beside our navigation', async () => {
    render(app.createRoot());

    fireEvent.click(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 60000 }),
    );

    const home = await screen.findByRole(
      'link',
      { name: 'Dynoscope, home' },
      { timeout: 60000 },
    );
    expect(home).toHaveAttribute('href', '/');
    expect(screen.getByRole('link', { name: 'Catalog' })).toHaveAttribute(
      'href',
      '/catalog',
    );
    expect(window.location.pathname).toBe('/catalog');
  }, 150000);
});
