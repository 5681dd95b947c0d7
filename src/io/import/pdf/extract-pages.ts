/**
 * Runs in a process of its own, from its source text: it must use nothing but its arguments and Node. Reads a
 * PDF from stdin and writes one JSON line per page (`{width, height, items}`), or `{error, message}`.
 * `library` is the address of unpdf.
 */
export async function extractPages(
  library: string,
  maxPages: number,
  maxItems: number,
  maxPageItems: number,
): Promise<void> {
  interface Item {
    readonly str?: string;
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
    readonly fontName: string;
  }
  interface Fonts {
    readonly has: (name: string) => boolean;
    readonly get: (name: string) => {
      readonly name?: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
    };
  }
  interface Page {
    readonly view: readonly number[];
    readonly commonObjs: Fonts;
    readonly getTextContent: () => Promise<{ readonly items: readonly Item[] }>;
    readonly getOperatorList: () => Promise<unknown>;
    readonly cleanup: () => void;
  }
  interface Pdf {
    readonly numPages: number;
    readonly getPage: (number: number) => Promise<Page>;
  }
  interface Library {
    readonly getDocumentProxy: (data: Uint8Array, options: object) => Promise<Pdf>;
  }
  const write = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  // Node 20 lacks what pdf.js needs to load fonts.
  const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
  buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(new Uint8Array(this).subarray(0, length));
    return copy;
  };
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    const { getDocumentProxy } = (await import(library)) as Library;
    const options = { isEvalSupported: false, verbosity: 0, disableFontFace: true, useSystemFonts: false };
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)), options);
    if (pdf.numPages > maxPages) {
      write({ error: 'too-large', message: `The PDF has ${pdf.numPages} pages; ${maxPages} is the most.` });
      return;
    }
    let count = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      // Only a page that is drawn loads its fonts, and only their names tell italics.
      await page.getOperatorList().catch(() => undefined);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const found = [];
      for (const { str, transform, width, height, fontName } of items) {
        if (str === undefined || str === '') continue;
        const [a = 0, b = 0, , , x = 0, y = 0] = transform;
        const font = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : {};
        const name = font.name ?? '';
        found.push({
          text: str,
          x: x - left,
          y: y - bottom,
          width,
          size: Math.hypot(a, b) || height,
          isItalic: font.italic === true || /ital|obli/i.test(name),
          isBold: font.bold === true || /bold|black|heavy/i.test(name),
        });
      }
      count += found.length;
      if (count > maxItems || found.length > maxPageItems) {
        write({
          error: 'too-large',
          message: `The PDF holds more pieces of text than any document (page ${number}).`,
        });
        return;
      }
      write({ width: right - left, height: top - bottom, items: found });
      page.cleanup();
    }
    write({ done: true });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const code = name === 'PasswordException' ? 'encrypted' : 'damaged';
    write({ error: code, message: message.split('\n')[0]?.slice(0, 200) ?? '' });
  }
}
