import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { largestFile } from "#db/write/import-check";

export type Upload = {
  bytes: AsyncIterable<Uint8Array>;
  isBroken: () => boolean;
  /** Lets what was not read pass by, so that the browser, having sent it all, reads the answer. */
  skip: () => void;
};

/** Whether a request says itself that it brings more than a file may hold; the form around the file is small. */
export function isTooBig(request: Request): boolean {
  return Number(request.headers.get("content-length")) > largestFile + 65_536;
}

/** The file of a posted form as it arrives, never whole in memory; undefined when the form brings none. */
export function uploadOf(request: Request): Promise<Upload | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (request.body === null || !/^multipart\/form-data;.*boundary=/i.test(type)) return Promise.resolve(undefined);
  const form = busboy({ headers: { "content-type": type }, limits: { files: 1, fields: 0, fileSize: largestFile + 1 } });
  return new Promise((found) => {
    form.on("file", (_name, file, { filename }) => {
      if (filename) found(uploadFrom(file));
      else file.resume();
    });
    for (const end of ["close", "error"]) form.on(end, () => found(undefined));
    Readable.fromWeb(request.body as ReadableStream<Uint8Array>)
      .on("error", (error) => form.destroy(error))
      .pipe(form);
  });
}

function uploadFrom(file: Readable): Upload {
  // It may break once nobody reads it any more, and an error that nobody hears ends the process.
  file.on("error", () => undefined);
  return {
    bytes: file.iterator({ destroyOnReturn: false }),
    isBroken: () => file.errored !== null,
    skip: () => file.resume(),
  };
}
