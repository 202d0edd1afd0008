/** The package's file for browsers, which has no declarations of its own. */
declare module 'cash-dom/dist/cash.esm.js' {
  export { default } from 'cash-dom';
}
