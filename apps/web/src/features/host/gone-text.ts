export const text = {
  badge: 'Absent de sa source',
  title: (since: string) => `Ce lieu n’est plus dans la liste de son producteur depuis le ${since}`,
  why: (producer: string) =>
    `La dernière liste de « ${producer} » ne le contient plus. Il a peut-être fermé, déménagé ou changé de nom. Rien n’a été supprimé\u202f: vérifiez auprès du lieu, puis décidez.`,
  keep: 'Le garder',
  keepTitle: 'Garder ce lieu dans l’annuaire\u202f?',
  keepEffect: 'Vous avez vérifié qu’il existe toujours. Il reste tel quel, et n’est plus signalé. S’il revient dans la liste de son producteur, elle le mettra de nouveau à jour.',
  keepDone: 'Le lieu est gardé.',
  archive: 'L’archiver',
  archiveTitle: 'Archiver ce lieu\u202f?',
  archiveEffect: 'Sa page publique disparaît, et ses salles ne peuvent plus être réservées. Sa fiche est conservée\u202f: vous pourrez le publier à nouveau.',
  archiveDone: 'Le lieu est archivé\u202f: il n’est plus dans l’annuaire.',
  kept: (since: string, day: string) => `Absent de la liste de son producteur depuis le ${since}, gardé le ${day} par une personne qui l’a vérifié.`,
};
