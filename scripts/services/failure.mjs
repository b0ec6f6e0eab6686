/** A failure whose message is one French sentence, fit to be shown as it is. */
export class Failure extends Error {}

const CAUSES = [
  [
    /ENOSPC|EDQUOT|No space left on device/i,
    'Le disque est plein : libérez de la place puis relancez la commande.',
  ],
  [
    /EROFS|Read-only file system/i,
    'Le dossier du projet est en lecture seule : copiez-le dans un dossier où vous pouvez écrire.',
  ],
  [
    /EACCES|EPERM|Permission denied/i,
    'Un droit manque sur un fichier ou un dossier : vérifiez que le dossier du projet vous appartient.',
  ],
  [
    /EADDRINUSE|Address already in use/i,
    'Le port demandé est déjà pris : arrêtez l’autre programme ou choisissez un autre port.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ECONNREFUSED|Temporary failure resolving/i,
    'Le réseau ne répond pas : vérifiez la connexion, puis relancez la commande.',
  ],
];

/** Turns any error into one French sentence; an unknown one is followed by what the failed command said. */
export function explain(error) {
  if (error instanceof Failure) return error.message;
  const cause = String(error?.message ?? error).trim();
  const known = CAUSES.find(([pattern]) => pattern.test(`${error?.code ?? ''} ${cause}`));
  if (known) return known[1];
  return error?.output === undefined ? `Erreur inattendue : ${cause}` : `Une commande a échoué : ${cause}`;
}
