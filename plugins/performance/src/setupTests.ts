import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine takes its time: a query by role alone can last a second.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// axe measures letters on a canvas, which jsdom does not have; without a context it goes on without measuring.
HTMLCanvasElement.prototype.getContext = () => null;

// jsdom has no layout, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => {};
