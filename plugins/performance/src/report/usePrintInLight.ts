import { useEffect } from 'react';

/** Paper is white: a dark page is printed in the light theme and is dark again afterwards. */
export function usePrintInLight(): void {
  useEffect(() => {
    let dark: Element[] = [];
    const turnLight = () => {
      dark = [...document.querySelectorAll('[data-theme-mode="dark"]')];
      dark.forEach(element => element.setAttribute('data-theme-mode', 'light'));
    };
    const turnBack = () => {
      dark.forEach(element => element.setAttribute('data-theme-mode', 'dark'));
      dark = [];
    };
    window.addEventListener('beforeprint', turnLight);
    window.addEventListener('afterprint', turnBack);
    return () => {
      turnBack();
      window.removeEventListener('beforeprint', turnLight);
      window.removeEventListener('afterprint', turnBack);
    };
  }, []);
}
