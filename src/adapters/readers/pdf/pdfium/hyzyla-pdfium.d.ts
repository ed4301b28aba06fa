// The package's own types keep the module private and name a dozen of its functions; here all that are used are needed.
declare module '@hyzyla/pdfium' {
  export const PDFiumLibrary: {
    /** Loads pdfium.wasm from beside the package and initialises the library. */
    init(): Promise<{ readonly module: import('./pdfium-module.js').PdfiumModule }>;
  };
}
