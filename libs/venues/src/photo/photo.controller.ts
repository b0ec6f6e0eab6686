import { Actor, Can, Id, IfMatch, isUuid, Me, notFound, Public, RelaisRequest, Sends, Storage } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { fileKey, PhotoSize, SIZES } from './image.rules';
import { DescribePhoto, OrderPhotos, PhotoList } from './photo.dto';
import { PhotoQueries } from './photo.queries';
import { PhotoService } from './photo.service';
import { readUpload } from './upload';

const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    alt: { type: 'string', maxLength: 250 },
    decorative: { type: 'string', enum: ['true', 'false'] },
  },
};

@Controller()
export class PhotoController {
  constructor(
    private readonly photos: PhotoService,
    private readonly queries: PhotoQueries,
    private readonly storage: Storage,
  ) {}

  @Get('venues/:id/photos')
  @Public()
  of(@Me() actor: Actor | null, @Id('venue') venueId: string): Promise<PhotoList> {
    return this.queries.of(actor, venueId);
  }

  /** A form: `file`, with `alt` or `decorative`. */
  @Post('venues/:id/photos')
  @Can('venues.photo.edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  add(@Me() actor: Actor, @Id('venue') venueId: string, @Req() request: RelaisRequest): Promise<PhotoList> {
    return this.photos.add(actor, venueId, () => readUpload(request));
  }

  @Put('venues/:id/photos/order')
  @Can('venues.photo.edit')
  order(@Me() actor: Actor, @Id('venue') venueId: string, @Body() asked: OrderPhotos): Promise<PhotoList> {
    return this.photos.order(actor, venueId, asked);
  }

  @Patch('photos/:id')
  @Can('venues.photo.edit')
  describe(
    @Me() actor: Actor,
    @Id('photo') id: string,
    @IfMatch() version: number,
    @Body() asked: DescribePhoto,
  ): Promise<PhotoList> {
    return this.photos.describe(actor, id, version, asked);
  }

  @Delete('photos/:id')
  @Can('venues.photo.edit')
  remove(@Me() actor: Actor, @Id('photo') id: string): Promise<PhotoList> {
    return this.photos.remove(actor, id);
  }

  @Post('photos/:id/restore')
  @HttpCode(200)
  @Can('venues.photo.edit')
  restore(@Me() actor: Actor, @Id('photo') id: string): Promise<PhotoList> {
    return this.photos.restore(actor, id);
  }

  /** `{id}-{size}`. Kept for good by browsers once its place is published: another photo has another address. */
  @Get('photos/:file')
  @Sends('image/webp', 'image/jpeg')
  @Public()
  async file(
    @Me() actor: Actor | null,
    @Param('file') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { id, size } = fileOf(name);
    const { isPublic } = await this.queries.showing(actor, id);
    const content = await this.storage.get(fileKey(id, size));
    if (!content) throw notFound('photo');
    void reply.header('cache-control', isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store');
    return new StreamableFile(content, { type: SIZES[size].type, length: content.length });
  }
}

function fileOf(name: string): { id: string; size: PhotoSize } {
  const id = name.slice(0, 36).toLowerCase();
  const size = name.slice(37);
  if (!isUuid(id) || name[36] !== '-' || !Object.hasOwn(SIZES, size)) throw notFound('photo');
  return { id, size: size as PhotoSize };
}
