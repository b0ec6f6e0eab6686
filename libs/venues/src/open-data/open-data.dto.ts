import type { Format } from './open-data.rules';

export class OpenDataSource {
  name: string;
  places: number;
  updatedOn: string;
}

export class OpenDataFile {
  format: Format;
  url: string;
  mediaType: string;
}

export class OpenDataDescription {
  title: string;
  licence: string;
  licenceUrl: string;
  /** What a re-user has to cite. */
  attribution: string;
  /** The national standard the files follow. */
  standard: string;
  territory: string;
  /** When a place last changed. */
  updatedAt: Date | null;
  /** Places published here. */
  published: number;
  /** Of these, places with what the standard requires: address, commune, postal code, date. */
  places: number;
  located: number;
  sources: OpenDataSource[];
  files: OpenDataFile[];
}
