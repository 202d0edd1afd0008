/** The frame that a test has put this page into. */
interface TestFrame extends Element {
  onPage: (page: Window & typeof globalThis) => void;
}

(frameElement as TestFrame).onPage(window);
