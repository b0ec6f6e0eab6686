const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;
const of = (name: string) => (/^[aeiouyâàéèêëîïôœh]/i.test(name) ? `d’${name}` : `de ${name}`);

export const text = {
  title: 'Demandes de mon équipe',
  lead: 'Les demandes de formation qui attendent votre avis, de la plus ancienne à la plus récente. Votre avis est motivé\u202f: il éclaire le référent formation ou, si votre employeur l’a choisi, met fin à la demande quand il est défavorable.',
  count: (count: number, more: boolean) => (more ? `Les ${count} plus anciennes demandes` : `${plural(count, 'demande attend', 'demandes attendent')} votre avis`),
  noneTitle: 'Aucune demande n’attend votre avis',
  none: 'Quand une personne de votre équipe demandera une place, sa demande paraîtra ici et vous recevrez un courriel. Si quelqu’un vous confie son équipe pendant une absence, ses demandes y paraîtront aussi.',
  follow: 'Suivi des demandes',
  browse: 'Parcourir le catalogue',
  dueAt: (moment: string) => `Votre avis est attendu au plus tard le ${moment}. Ensuite, la demande continue sans lui.`,
  motivation: 'Ce que dit l’agent\u202f:',
  favourable: 'Avis favorable',
  favourableOf: (agent: string) => `Avis favorable à la demande ${of(agent)}`,
  favourableTitle: (agent: string) => `Donner un avis favorable à la demande ${of(agent)}\u202f?`,
  favourableEffect: 'La demande continue\u202f: le référent formation la reçoit avec votre avis.',
  unfavourable: 'Avis défavorable',
  unfavourableOf: (agent: string) => `Avis défavorable à la demande ${of(agent)}`,
  unfavourableTitle: (agent: string) => `Donner un avis défavorable à la demande ${of(agent)}\u202f?`,
  unfavourableEffect: 'Le référent formation la reçoit avec votre avis et décide. Si votre employeur l’a choisi ainsi, un avis défavorable met fin à la demande.',
  reason: 'Vos raisons',
  reasonHint: 'L’agent et le référent formation les liront telles que vous les écrivez.',
  reasonMissing: 'Dites pourquoi\u202f: un avis est toujours motivé.',
  given: (agent: string) => `Votre avis sur la demande ${of(agent)} est enregistré.`,
};
