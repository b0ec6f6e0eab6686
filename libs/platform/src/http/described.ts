import { ApiHeader, ApiOkResponse, type ApiHeaderOptions } from '@nestjs/swagger';

/** Says in the description of the API that the route of a parameter reads this header. */
export const describedHeader = (header: ApiHeaderOptions): ParameterDecorator => (target, method) => {
  ApiHeader(header)(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
};

/** The route answers with a file, of one of these media types. */
export const Sends = (...mediaTypes: string[]) =>
  ApiOkResponse({ content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])) });
