import '@testing-library/jest-dom';

// axe measures letters on a canvas, which jsdom does not have; without a context it goes on without measuring.
HTMLCanvasElement.prototype.getContext = () => null;
