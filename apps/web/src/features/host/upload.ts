import { offline, problemOf } from '../../api/problem';

/** Sends a form and says how far it is: `fetch` cannot. Rejects with an ApiProblem. */
export function upload(path: string, form: FormData, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(offline());
    request.onload = () => {
      if (request.status < 400) return resolve();
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
      void problemOf(new Response(request.responseText, { status: request.status, headers })).then(reject);
    };
    request.send(form);
  });
}
