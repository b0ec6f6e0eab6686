import { IsCleanText } from '@app/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { MAX_PHOTOS } from './photo.entity';

const fromForm = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class DescribePhoto {
  /** What the photo shows. */
  @IsOptional() @IsCleanText({ max: 250 }) alt?: string;
  /** It only decorates: there is nothing to say to who does not see it. */
  @IsOptional() @Transform(fromForm) @IsBoolean() decorative?: boolean;
}

export class OrderPhotos {
  /** Every photo of the place, the first one first. */
  @IsArray() @ArrayUnique() @ArrayMaxSize(MAX_PHOTOS) @IsUUID(undefined, { each: true }) ids: string[];
}

export class PhotoView {
  id: string;
  alt: string;
  width: number;
  height: number;
  /** `/api/v1/photos/{id}`; a file is at `{path}-{size}`, size being 480.webp, 960.webp, 1600.webp or 960.jpg. */
  path: string;
  version: number;
}

export class PhotoList {
  items: PhotoView[];
}
