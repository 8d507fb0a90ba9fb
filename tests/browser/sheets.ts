/** Sheets of a PDF that Chromium made: it writes each page as an object of its own. */
export const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
