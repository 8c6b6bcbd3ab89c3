import { renderHook } from '@testing-library/react';
import { usePrintInLight } from './usePrintInLight';

const theme = () => document.body.getAttribute('data-theme-mode');

it('prints a dark page in light, and is dark again afterwards', () => {
  document.body.setAttribute('data-theme-mode', 'dark');
  const { unmount } = renderHook(() => usePrintInLight());
  window.dispatchEvent(new Event('beforeprint'));
  expect(theme()).toBe('light');
  window.dispatchEvent(new Event('afterprint'));
  expect(theme()).toBe('dark');
  window.dispatchEvent(new Event('beforeprint'));
  unmount();
  expect(theme()).toBe('dark');
});

it('leaves a light page as it is', () => {
  document.body.setAttribute('data-theme-mode', 'light');
  renderHook(() => usePrintInLight());
  window.dispatchEvent(new Event('beforeprint'));
  window.dispatchEvent(new Event('afterprint'));
  expect(theme()).toBe('light');
});
